package org.safeguardinghub.connectors.intake.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every agency that wants to be told; by default none. */
public final class Receivers {
  private final Map<String, Receiver> byFeed;

  private Receivers(Map<String, Receiver> byFeed) {
    this.byFeed = byFeed;
  }

  public static Receivers none() {
    return of(List.of());
  }

  public static Receivers of(List<Receiver> list) {
    Map<String, Receiver> byFeed = new LinkedHashMap<>();
    for (Receiver receiver : list) {
      if (byFeed.putIfAbsent(receiver.feed(), receiver) != null) {
        throw new IllegalArgumentException("the feed " + receiver.feed() + " is listed twice");
      }
    }
    return new Receivers(byFeed);
  }

  /** Reads the file of receivers: a JSON list of {@code feed}, {@code url} and {@code secret}. */
  public static Receivers load(Path file) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      // The parser's own message may quote a secret of the file.
      throw new IllegalArgumentException("cannot read " + file.getFileName() + " as JSON");
    }
    if (!root.isArray()) {
      throw new IllegalArgumentException(file.getFileName() + " is no list of receivers");
    }
    return of(root.valueStream().map(Receivers::receiver).toList());
  }

  private static Receiver receiver(JsonNode entry) {
    String feed = entry.path("feed").asText("");
    if (feed.isBlank()) {
      throw new IllegalArgumentException("a receiver of feedback has no feed");
    }
    String url = entry.path("url").asText("");
    String secret = entry.path("secret").asText("");
    Receiver.fault(url, secret)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException("feedback for " + feed + ": " + why);
            });
    return Receiver.of(feed, url, secret);
  }

  public Set<String> feeds() {
    return Set.copyOf(byFeed.keySet());
  }

  public List<Receiver> all() {
    return List.copyOf(byFeed.values());
  }

  public Optional<Receiver> of(String feed) {
    return Optional.ofNullable(byFeed.get(feed));
  }
}
