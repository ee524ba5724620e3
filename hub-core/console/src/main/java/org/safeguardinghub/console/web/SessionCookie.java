package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/**
 * The console's cookies: the session, and of somebody who is not signed in yet the form's token and
 * the word under which a way to the OpenID provider is kept.
 */
final class SessionCookie {
  private static final String SESSION = "hub_session";
  private static final String FORM = "hub_form";
  private static final String OPEN_ID = "hub_openid";

  private SessionCookie() {}

  static Optional<String> session(HttpRequest<?> request) {
    return request.getCookies().findCookie(SESSION).map(Cookie::getValue);
  }

  static Optional<String> openId(HttpRequest<?> request) {
    return request.getCookies().findCookie(OPEN_ID).map(Cookie::getValue);
  }

  static Cookie ofOpenId(String word, boolean secure) {
    return cookie(OPEN_ID, word, secure);
  }

  static Cookie endOfOpenId(boolean secure) {
    return cookie(OPEN_ID, "", secure).maxAge(0);
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
