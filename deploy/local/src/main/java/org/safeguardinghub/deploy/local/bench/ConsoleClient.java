package org.safeguardinghub.deploy.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed-in lead's browser, as far as a measurement needs one: the list and its live stream. */
public final class ConsoleClient {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI console;

  public ConsoleClient(URI console) {
    this.console = console;
  }

  /** Signs in by the form, as a person does. */
  public void signIn(String user, String password) throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(text("/sign-in"));
    if (!token.find()) {
      throw new IllegalStateException("the sign-in page has no form");
    }
    String form =
        "csrf=%s&next=&user=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(user), encoded(password));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(console.resolve("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", console.toString())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200 || answer.uri().getPath().startsWith("/sign-in")) {
      throw new IllegalStateException("the console did not accept the sign-in of " + user);
    }
  }

  /** Ids of the alerts in the signed-in lead's list. */
  public Set<String> alertIds() throws IOException, InterruptedException {
    Set<String> ids = new HashSet<>();
    for (JsonNode alert : JSON.readTree(text("/alerts.json")).findValues("id")) {
      ids.add(alert.asText());
    }
    return ids;
  }

  /** The live stream of the list; each line that begins with {@code data:} is a change. */
  public InputStream changes() throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(console.resolve("/alerts/stream"))
                .header("Accept", "text/event-stream")
                .build(),
            HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  private String text(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(console.resolve(path)).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "the console answered " + path + " with " + answer.statusCode());
    }
    return answer.body();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
