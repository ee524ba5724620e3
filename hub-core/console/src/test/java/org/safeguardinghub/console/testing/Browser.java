package org.safeguardinghub.console.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without JavaScript: keeps cookies, follows nothing by itself. */
public final class Browser {
  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  public Browser(String base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
    return client.send(with(request, headers), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<String> post(String path, Map<String, String> form, String... headers)
      throws Exception {
    String body =
        form.entrySet().stream()
            .map(
                e ->
                    URLEncoder.encode(e.getKey(), UTF_8)
                        + "="
                        + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return client.send(with(request, headers), HttpResponse.BodyHandlers.ofString());
  }

  /** Fills in the sign-in page. */
  public HttpResponse<String> signIn(String user, String password) throws Exception {
    return post(
        "/sign-in",
        Map.of("csrf", field(get("/sign-in"), "csrf"), "user", user, "password", password));
  }

  /** The value of a hidden field of a page. */
  public static String field(HttpResponse<String> page, String name) {
    Matcher matcher =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
    return matcher.find() ? matcher.group(1) : "";
  }

  public List<String> cookieHeaders(HttpResponse<String> response) {
    return response.headers().allValues("set-cookie");
  }

  public HttpClient client() {
    return client;
  }

  private static HttpRequest with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request.build() : request.headers(headers).build();
  }
}
