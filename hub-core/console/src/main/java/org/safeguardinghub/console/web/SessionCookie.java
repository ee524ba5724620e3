package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/**
 * The console's two cookies: the session, and the form token of somebody who is not signed in yet.
 */
final class SessionCookie {
  private static final String SESSION = "hub_session";
  private static final String FORM = "hub_form";

  private SessionCookie() {}

  static Optional<String> session(HttpRequest<?> request) {
    return request.getCookies().findCookie(SESSION).map(Cookie::getValue);
  }

  static Optional<String> form(HttpRequest<?> request) {
    return request.getCookies().findCookie(FORM).map(Cookie::getValue);
  }

  static Cookie ofSession(String id, boolean secure) {
    return cookie(SESSION, id, secure);
  }

  static Cookie ofForm(String token, boolean secure) {
    return cookie(FORM, token, secure);
  }

  static Cookie endOfSession(boolean secure) {
    return cookie(SESSION, "", secure).maxAge(0);
  }

  /** Without an age: the browser forgets it with its window; the server ends the session sooner. */
  private static Cookie cookie(String name, String value, boolean secure) {
    return Cookie.of(name, value).httpOnly(true).secure(secure).sameSite(SameSite.Lax).path("/");
  }
}
