package org.safeguardinghub.deploy.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in lead with an open list, as a browser keeps it: the live stream stays open, and
 * whenever it says that something changed, the list is fetched again, one fetch at a time.
 */
final class BenchLead {
  static final String LIST = "/alerts?show=waiting";
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static final Pattern WAITING = Pattern.compile("([0-9]+) alerts are waiting");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final URI console;
  private final TreeMap<String, String> cookies = new TreeMap<>();

  /** Nanoseconds of the machine's clock at which the stream named an alert first. */
  private final ConcurrentHashMap<String, Long> told = new ConcurrentHashMap<>();

  /** The same for the list that was fetched after that. */
  private final ConcurrentHashMap<String, Long> shown = new ConcurrentHashMap<>();

  private volatile boolean listening;
  private volatile @Nullable Exception failure;

  /**
   * One of many.
   *
   * @param http shared by all: without cookies of its own, following no redirects
   */
  BenchLead(HttpClient http, URI console) {
    this.http = http;
    this.console = console;
  }

  /** Signs in by the form, as a person does. */
  void signIn(String user, String password) throws IOException, InterruptedException {
    Matcher token = CSRF.matcher(send(get("/sign-in"), 200).body());
    if (!token.find()) {
      throw new IllegalStateException("the sign-in page has no form");
    }
    String form =
        "csrf=%s&next=&user=%s&password=%s"
            .formatted(encoded(token.group(1)), encoded(user), encoded(password));
    send(
        request("/sign-in")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", console.toString())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        303);
  }

  /** Opens the list as somebody who comes to it; how long until all of it was there. */
  Duration open() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    send(get(LIST), 200);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** How many alerts wait, as the list says it. */
  int waiting() throws IOException, InterruptedException {
    Matcher count = WAITING.matcher(send(get(LIST), 200).body());
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }

  /** Follows the live stream until it is interrupted. */
  void follow() {
    HttpRequest request =
        request("/alerts/stream").header("Accept", "text/event-stream").GET().build();
    try {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      read(answer.body());
    } catch (IOException | InterruptedException e) {
      failure = e; // looked at while it is measured; afterwards it is the interruption
    }
  }

  private void read(InputStream stream) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      Refreshing refreshing = new Refreshing();
      String line = lines.readLine();
      listening = true; // the stream begins with a beat
      while (line != null && !Thread.currentThread().isInterrupted()) {
        if (line.startsWith("data:") && line.length() > "data:".length() + 1) {
          changed(line.substring("data:".length()).strip());
          refreshing.ask();
        }
        line = lines.readLine();
      }
      failure = new IOException("the live stream ended");
    }
  }

  private void changed(String ids) {
    long now = System.nanoTime();
    for (String id : ids.split(" ", -1)) {
      told.putIfAbsent(id, now);
    }
  }

  /**
   * Whether the live stream has begun, so that no later change is missed.
   *
   * @throws IllegalStateException if the stream ended or an open list could not be fetched again:
   *     what is measured after that is no measurement
   */
  boolean listens() {
    Exception failed = failure;
    if (failed != null) {
      throw new IllegalStateException("a lead's open list is no longer kept up", failed);
    }
    return listening;
  }

  /** Alerts that the stream has named. */
  Set<String> named() {
    return Set.copyOf(told.keySet());
  }

  long toldAt(String alert) {
    return told.getOrDefault(alert, Long.MAX_VALUE);
  }

  long shownAt(String alert) {
    return shown.getOrDefault(alert, Long.MAX_VALUE);
  }

  /** One fetch at a time; what is asked for meanwhile makes one more. */
  private final class Refreshing {
    private boolean busy;
    private boolean again;

    synchronized void ask() {
      if (busy) {
        again = true;
      } else {
        busy = true;
        Thread.ofVirtual().start(this::run);
      }
    }

    private void run() {
      do {
        Set<String> known = named();
        try {
          send(request(LIST).header("X-Hub-Live", "1").GET().build(), 200);
        } catch (IOException | InterruptedException | IllegalStateException e) {
          failure = e;
          return;
        }
        long now = System.nanoTime();
        known.forEach(id -> shown.putIfAbsent(id, now));
      } while (more());
    }

    private synchronized boolean more() {
      busy = again;
      again = false;
      return busy;
    }
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(console.resolve(path)).timeout(PATIENCE);
    return cookies.isEmpty() ? builder : builder.header("Cookie", cookies());
  }

  private String cookies() {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private HttpResponse<String> send(HttpRequest request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(
          "the console answered %s with %d"
              .formatted(request.uri().getPath(), answer.statusCode()));
    }
    for (String cookie : answer.headers().allValues("set-cookie")) {
      String pair = cookie.split(";", 2)[0];
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return answer;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
