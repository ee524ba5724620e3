package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.signin.Secrets;
import org.safeguardinghub.console.signin.SignIn;

/** Signing in and out. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
  private static final String WRONG = "Enter the correct user name and password";

  private final ConsoleParts parts;
  private final Html html;

  SignInController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  @Get("/")
  HttpResponse<?> start() {
    return Html.see("/alerts");
  }

  @Get("/sign-in")
  HttpResponse<?> form(HttpRequest<?> request, @QueryValue(defaultValue = "") String next) {
    if (Visit.find(request).isPresent()) {
      return Html.see("/alerts");
    }
    return form(request, HttpStatus.OK, next, "", "");
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, Object> body) {
    FormFields form = new FormFields(body);
    if (!ownUsers()) {
      return ErrorPages.notFound(html, request);
    }
    String token = SessionCookie.form(request).orElse("");
    if (token.isEmpty() || !Secrets.same(token, form.text("csrf"))) {
      return html.staleForm(request);
    }
    return switch (parts.signIn().attempt(form.text("user"), form.text("password"))) {
      case SignIn.Outcome.SignedIn in -> {
        parts.audit().write(in.session().personId(), AuditTrail.Action.SIGNED_IN, "session", "-");
        String next = form.text("next");
        yield Html.see(SessionFilter.mayFollow(next) ? next : "/alerts")
            .cookie(SessionCookie.ofSession(in.sessionId(), parts.secureCookies()));
      }
      case SignIn.Outcome.Refused _ ->
          form(request, HttpStatus.UNAUTHORIZED, form.text("next"), form.text("user"), WRONG);
      case SignIn.Outcome.Locked(Duration remaining) -> locked(request, remaining);
    };
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> signOut(HttpRequest<?> request, @Body Map<String, Object> body) {
    Visit visit = Visit.of(request);
    if (!visit.carriesToken(new FormFields(body))) {
      return html.staleForm(request);
    }
    parts.signIn().signOut(visit.session());
    parts.audit().write(visit.personId(), AuditTrail.Action.SIGNED_OUT, "session", "-");
    return Html.see("/sign-in").cookie(SessionCookie.endOfSession(parts.secureCookies()));
  }

  private boolean ownUsers() {
    return parts.openId().map(provider -> provider.settings().local()).orElse(true);
  }

  private HttpResponse<?> form(
      HttpRequest<?> request, HttpStatus status, String next, String user, String fault) {
    String token =
        SessionCookie.form(request).filter(t -> t.length() >= 40).orElseGet(parts.secrets()::token);
    return html.page(
            status,
            html.templates()
                .signIn(
                    html.chrome(request),
                    token,
                    SessionFilter.mayFollow(next) ? next : "",
                    user,
                    fault,
                    parts.openId().map(provider -> provider.settings().label()).orElse(""),
                    ownUsers()))
        .cookie(SessionCookie.ofForm(token, parts.secureCookies()));
  }

  private HttpResponse<?> locked(HttpRequest<?> request, Duration remaining) {
    parts.audit().write("unknown", AuditTrail.Action.SIGN_IN_LOCKED, "session", "-");
    long minutes = Math.max(1, remaining.plusSeconds(59).toMinutes());
    return html.message(
        request,
        HttpStatus.TOO_MANY_REQUESTS,
        "Too many attempts",
        List.of(
            "The password was wrong %d times in a row under this user name."
                .formatted(SignIn.ATTEMPTS),
            "You can try again in %s. If you have forgotten your password, ask your administrator."
                .formatted(minutes == 1 ? "a minute" : minutes + " minutes"),
            "If a child is in danger meanwhile, call the duty desk, or 999 in an emergency."),
        "/sign-in",
        "Back to sign-in");
  }
}
