package org.safeguardinghub.console.web;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.referral.Referring;
import org.safeguardinghub.console.signin.Session;

/**
 * Lets nobody past the sign-in page without a live session, and no form past that another site
 * sent.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SessionFilter {
  static final String LIVE_HEADER = "X-Hub-Live";
  private static final Pattern ALERT = Pattern.compile("/alerts/[A-Za-z0-9._:-]{1,120}");

  /** All that there is for whoever reports for a provider and does nothing else. */
  private static final Pattern OF_PROVIDERS = Pattern.compile("/referrals(/.*)?|/sign-(in|out)");

  private final ConsoleParts parts;
  private final Html html;

  SessionFilter(ConsoleParts parts, Html html) {
    this.parts = parts;
    this.html = html;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET
        && request.getMethod() != HttpMethod.HEAD
        && fromElsewhere(request)) {
      return HttpResponse.status(HttpStatus.FORBIDDEN);
    }
    String path = request.getPath();
    if (path.startsWith("/assets/") || path.equals("/health")) {
      return null;
    }
    Optional<Visit> visit = visit(request);
    visit.ifPresent(v -> v.attachTo(request));
    if (visit.filter(v -> Referring.isAllOf(v.reader())).isPresent()
        && !OF_PROVIDERS.matcher(path).matches()) {
      return toReferrals(request, path);
    }
    if (visit.isPresent() || path.equals("/sign-in") || path.startsWith("/sign-in/openid")) {
      return null;
    }
    return toSignIn(request);
  }

  /** Whether a page asks that keeps itself up to date, and nobody waits before it. */
  static boolean isLive(HttpRequest<?> request) {
    return request.getHeaders().contains(LIVE_HEADER);
  }

  private HttpResponse<?> toReferrals(HttpRequest<?> request, String path) {
    if (request.getMethod() == HttpMethod.GET && (path.equals("/") || path.equals("/alerts"))) {
      return HttpResponse.seeOther(URI.create("/referrals"));
    }
    parts.audit().write(Visit.of(request).personId(), Action.REFUSED, "page", "-");
    return html.message(
        request,
        HttpStatus.FORBIDDEN,
        "You cannot open this page",
        List.of("You report concerns for a provider. What you reported is in your own list."),
        "/referrals",
        "My referrals");
  }

  private Optional<Visit> visit(HttpRequest<?> request) {
    Optional<String> id = SessionCookie.session(request).filter(value -> !value.isEmpty());
    if (id.isEmpty()) {
      return Optional.empty();
    }
    // A page that keeps itself up to date is no sign that somebody still sits before it.
    boolean byPerson = !isLive(request) && !request.getPath().equals("/alerts/stream");
    Optional<Session> session = parts.signIn().resume(id.get(), byPerson);
    // Whoever has left is signed out by that, wherever they sit.
    return session
        .filter(s -> parts.wholeDirectory().belongs(s.personId(), parts.today()))
        .map(s -> Visit.of(id.get(), s, parts.directory()));
  }

  private static MutableHttpResponse<?> toSignIn(HttpRequest<?> request) {
    boolean program =
        isLive(request)
            || request.getPath().endsWith(".json")
            || request.getPath().equals("/alerts/stream");
    if (program) {
      return HttpResponse.status(HttpStatus.UNAUTHORIZED)
          .contentType(MediaType.TEXT_PLAIN)
          .body("Sign in first.\n");
    }
    String next = request.getPath();
    boolean back = request.getMethod() == HttpMethod.GET && ALERT.matcher(next).matches();
    return HttpResponse.seeOther(URI.create(back ? "/sign-in?next=" + next : "/sign-in"));
  }

  /** Whether the path may be gone to after signing in: an alert's page, as mails name it. */
  static boolean mayFollow(String path) {
    return ALERT.matcher(path).matches();
  }

  private static boolean fromElsewhere(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = request.getHeaders().get("Origin");
    if (origin == null) {
      return false;
    }
    String host = request.getHeaders().get("Host");
    return host == null || !host.equals(URI.create(origin).getRawAuthority());
  }
}
