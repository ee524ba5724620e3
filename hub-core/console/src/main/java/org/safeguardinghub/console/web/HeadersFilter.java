package org.safeguardinghub.console.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/**
 * Says to browsers what our pages need, which is little, and that nothing of them is to be kept.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HeadersFilter {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
              + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          // Not no-referrer: with it a browser sends our own forms with "Origin: null", as a
          // stranger's.
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          "X-Robots-Tag",
          "noindex");

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    HEADERS.forEach(response::header);
    boolean asset = request.getPath().startsWith("/assets/") && response.status().getCode() == 200;
    response.header("Cache-Control", asset ? "public, max-age=31536000, immutable" : "no-store");
  }
}
