package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.oidc.OidcSignIn;
import org.safeguardinghub.console.oidc.PendingSignIns;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.signin.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To an OpenID provider and back. */
@Controller("/sign-in/openid")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OidcController {
  private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);

  private final ConsoleParts parts;
  private final Html html;
  private final PendingSignIns pending;

  OidcController(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
    this.pending = new PendingSignIns(parts.hubClock());
  }

  @Get
  HttpResponse<?> begin(HttpRequest<?> request, @QueryValue(defaultValue = "") String next) {
    Optional<OidcSignIn> openId = parts.openId();
    if (openId.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    OidcSignIn.Pending fresh = OidcSignIn.Pending.fresh();
    Optional<URI> to = openId.get().begin(fresh);
    if (to.isEmpty()) {
      return unavailable(request);
    }
    String word = parts.secrets().token();
    pending.put(word, fresh, SessionFilter.mayFollow(next) ? next : "/alerts");
    return HttpResponse.seeOther(to.get())
        .cookie(SessionCookie.ofOpenId(word, parts.secureCookies()));
  }

  @Get("/back")
  HttpResponse<?> back(HttpRequest<?> request) {
    Optional<OidcSignIn> openId = parts.openId();
    if (openId.isEmpty()) {
      return ErrorPages.notFound(html, request);
    }
    Optional<PendingSignIns.Away> away = SessionCookie.openId(request).flatMap(pending::take);
    if (away.isEmpty()) {
      return refused(request, "not-on-its-way");
    }
    return switch (openId.get().finish(request.getUri(), away.get().pending())) {
      case OidcSignIn.Outcome.Refused(String code) -> refused(request, code);
      case OidcSignIn.Outcome.Unavailable _ -> unavailable(request);
      case OidcSignIn.Outcome.Vouched(String user) ->
          parts
              .directory()
              .byUser(user.toLowerCase(java.util.Locale.ROOT))
              .map(Person::id)
              .filter(id -> parts.directory().belongs(id, parts.today()))
              .<HttpResponse<?>>map(id -> signedIn(id, away.get().next()))
              .orElseGet(() -> refused(request, "not-in-the-directory"));
    };
  }

  private HttpResponse<?> signedIn(String personId, String next) {
    SignIn.Outcome.SignedIn in = parts.signIn().vouched(personId);
    parts.audit().write(personId, AuditTrail.Action.SIGNED_IN, "session", "openid");
    return Html.see(next)
        .cookie(SessionCookie.ofSession(in.sessionId(), parts.secureCookies()))
        .cookie(SessionCookie.endOfOpenId(parts.secureCookies()));
  }

  /** The log says why, and not who. */
  private HttpResponse<?> refused(HttpRequest<?> request, String code) {
    LOG.atWarn().addKeyValue("code", code).log("a sign-in by the OpenID provider was refused");
    parts.audit().write("unknown", AuditTrail.Action.REFUSED, "session", "openid");
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You are not signed in",
        List.of(
            code.equals("not-in-the-directory") || code.equals("nobody")
                ? "Your organisation knows you, but this hub's directory does not. Ask your administrator for an entry."
                : "The sign-in was not completed, or too long ago. Try once more.",
            "If a child is in danger meanwhile, call the duty desk, or 999 in an emergency."),
        "/sign-in",
        "Back to sign-in");
  }

  private HttpResponse<?> unavailable(HttpRequest<?> request) {
    return html.message(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "Your organisation's sign-in does not answer",
        List.of(
            "Try again in a minute.",
            "Alerts are still sent and go up the ladder meanwhile. If you cannot wait, call the duty desk."),
        "/sign-in",
        "Back to sign-in");
  }
}
