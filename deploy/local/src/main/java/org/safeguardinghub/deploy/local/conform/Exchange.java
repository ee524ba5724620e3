package org.safeguardinghub.deploy.local.conform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Requests to one connector. No redirect is followed: a token goes where it was given for. */
final class Exchange implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final URI connector;
  private final String token;

  Exchange(URI connector, String token) {
    this.connector = connector;
    this.token = token;
  }

  HttpResponse<String> post(String message) {
    return post(message, Map.of());
  }

  HttpResponse<String> post(String message, Map<String, String> headers) {
    return send("/v1/concerns", Optional.of(message), Optional.of(token), headers);
  }

  HttpResponse<String> batch(String lines) {
    return send(
        "/v1/concerns/batch",
        Optional.of(lines),
        Optional.of(token),
        Map.of("Content-Type", "application/x-ndjson"));
  }

  HttpResponse<String> get(String path) {
    return send(path, Optional.empty(), Optional.of(token), Map.of());
  }

  /** The same as {@link #post} with another token, or none. */
  HttpResponse<String> as(Optional<String> other, String message) {
    return send("/v1/concerns", Optional.of(message), other, Map.of());
  }

  private HttpResponse<String> send(
      String path, Optional<String> body, Optional<String> bearer, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(connector.resolve(path))
            .timeout(PATIENCE)
            .setHeader("Content-Type", "application/json");
    bearer.ifPresent(one -> request.setHeader("Authorization", "Bearer " + one));
    headers.forEach(request::setHeader);
    request.method(
        body.isPresent() ? "POST" : "GET",
        body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unreachable(
          "no answer from " + connector + " (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("stopped before " + connector + " answered");
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
