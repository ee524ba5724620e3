package org.safeguardinghub.deploy.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * How long after a concern is posted the responsible lead's list shows its alert. Each posting is
 * about another invented baby with a bruise (P01, S1), on an idle hub, one after another. Measured
 * from the first byte of the request to the moment at which the signed-in manager's list, read
 * after the live stream said that it changed, holds a new alert.
 */
public final class LatencyBench {
  /** Milliseconds: half of the postings were faster than the first figure, and so on. */
  public record Result(int postings, double p50, double p90, double p99, double max) {}

  private static final int SHOWN_WITHIN_SECONDS = 30;

  private final URI api;
  private final String token;
  private final ConsoleClient console;
  private final InstantSource wall;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore changed = new Semaphore(0);

  public LatencyBench(URI api, String token, ConsoleClient console, InstantSource wall) {
    this.api = api;
    this.token = token;
    this.console = console;
    this.wall = wall;
  }

  /** Posts some to warm up, then those that count. */
  public Result run(int warmUp, int postings, IntConsumer progress)
      throws IOException, InterruptedException {
    try (InputStream stream = console.changes()) {
      Thread listener = Thread.ofVirtual().start(() -> listen(stream));
      Set<String> seen = new HashSet<>(console.alertIds());
      for (int i = 0; i < warmUp; i++) {
        once(seen);
      }
      double[] millis = new double[postings];
      for (int i = 0; i < postings; i++) {
        millis[i] = once(seen) / 1e6;
        progress.accept(i + 1);
      }
      listener.interrupt();
      return summary(millis);
    }
  }

  static Result summary(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Result(
        sorted.length,
        at(sorted, 0.50),
        at(sorted, 0.90),
        at(sorted, 0.99),
        sorted[sorted.length - 1]);
  }

  /** The nearest rank: the smallest value that so many of all do not exceed. */
  private static double at(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private long once(Set<String> seen) throws IOException, InterruptedException {
    changed.drainPermits();
    String body =
        body(UUID.randomUUID().toString(), wall.instant().truncatedTo(ChronoUnit.SECONDS));
    long begun = System.nanoTime();
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(api.resolve("/v1/concerns"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          "the connector answered " + answer.statusCode() + ": " + answer.body());
    }
    while (true) {
      Set<String> now = console.alertIds();
      if (!seen.containsAll(now)) {
        long took = System.nanoTime() - begun;
        seen.addAll(now);
        return took;
      }
      if (!changed.tryAcquire(SHOWN_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no alert was shown within " + SHOWN_WITHIN_SECONDS + " s");
      }
    }
  }

  /** Another invented baby with a bruise, seen five minutes ago. */
  static String body(String id, Instant now) {
    return """
        {"eventId":"%s","type":"HV-PHY-01","occurredAt":"%s","legalGateway":"CA2004-S16LA",
         "narrative":"Bench: bruise on the cheek.",
         "attributes":{"nonMobile":true},
         "subjects":[{"role":"HARMED","personRef":"bench-%s",
           "claims":{"givenNames":"Bench","familyName":"Child %s","dateOfBirth":"%s"}}]}
        """
        .formatted(
            id,
            now.minus(Duration.ofMinutes(5)),
            id,
            id.substring(0, 8),
            now.minus(Duration.ofDays(60)).toString().substring(0, 10));
  }

  private void listen(InputStream stream) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("data:")) {
          changed.release();
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      if (!Thread.currentThread().isInterrupted()) {
        throw new UncheckedIOException("the live stream ended", e);
      }
    }
  }
}
