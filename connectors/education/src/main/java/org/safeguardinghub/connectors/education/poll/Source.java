package org.safeguardinghub.connectors.education.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;

/** The attendance system, over HTTP. */
final class Source implements AutoCloseable {
  private static final int LARGEST = 8 * 1024 * 1024;
  private static final int OK = 200;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final URI url;
  private final String token;

  /**
   * @param url of the first page
   * @param token sent as bearer; never logged
   */
  Source(URI url, String token) {
    this.url = url;
    this.token = token;
  }

  /** What the source answered. */
  sealed interface Answer {
    /** A page. */
    record Body(Sensitive<byte[]> bytes) implements Answer {}

    /** It will do so later: too many requests, a fault of its own, or no answer at all. */
    record Later(String why, Optional<Duration> after) implements Answer {}

    /** It will not, until somebody changes something. */
    record Never(String why) implements Answer {}
  }

  Answer page(Optional<String> cursor) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(at(cursor))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return answer(response, body);
      }
    } catch (IOException e) {
      return new Answer.Later(e.getClass().getSimpleName(), Optional.empty());
    }
  }

  private static Answer answer(HttpResponse<?> response, InputStream body) throws IOException {
    int status = response.statusCode();
    if (status == TOO_MANY || status >= SERVER_FAULT) {
      return new Answer.Later("status " + status, retryAfter(response));
    }
    if (status != OK) {
      return new Answer.Never("status " + status);
    }
    byte[] bytes = body.readNBytes(LARGEST + 1);
    return bytes.length > LARGEST
        ? new Answer.Never("a page of more than 8 MiB")
        : new Answer.Body(Sensitive.of(bytes));
  }

  /** Seconds only; a date is as good as nothing: whose clock would it be? */
  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("[0-9]{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  private URI at(Optional<String> cursor) {
    String joint = url.getRawQuery() == null ? "?" : "&";
    return cursor
        .map(one -> URI.create(url + joint + "cursor=" + URLEncoder.encode(one, UTF_8)))
        .orElse(url);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
