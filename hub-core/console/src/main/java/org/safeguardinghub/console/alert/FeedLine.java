package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one sender's feed is doing.
 *
 * @param silentAfter in that time at least one message is expected; empty where nobody said
 * @param types of each event type that was accepted or is expected: when the last one was
 */
public record FeedLine(
    String feed,
    String connector,
    Optional<Instant> lastReceivedAt,
    long accepted,
    long refused,
    Optional<Duration> silentAfter,
    List<TypeLine> types,
    Instant at) {
  public FeedLine {
    types = List.copyOf(types);
  }

  /**
   * How one event type of a feed is doing.
   *
   * @param within in that time at least one is expected; empty where nothing is
   */
  public record TypeLine(
      String eventType, Optional<Instant> lastAcceptedAt, Optional<Duration> within) {
    /** Whether none has come for longer than ever should be. */
    public boolean silent(Instant now) {
      return FeedLine.silent(lastAcceptedAt, within, now);
    }
  }

  /**
   * Something that is expected of a feed.
   *
   * @param eventType the type; empty: any message
   * @param last when it was heard last
   */
  public record Awaited(Optional<String> eventType, Optional<Instant> last, Duration within) {}

  /**
   * Whether it has been silent for longer than its sender ever should be: what the sender knows may
   * be missing from everything that the hub says.
   */
  public boolean silent(Instant now) {
    return silent(lastReceivedAt, silentAfter, now);
  }

  /** The same line with what is expected on a day; where nothing is said of it, as it was. */
  public FeedLine expecting(FeedExpectations expectations, LocalDate day) {
    Map<String, TypeLine> lines = new TreeMap<>();
    types.forEach(type -> lines.put(type.eventType(), type));
    Optional<Duration> any = silentAfter;
    for (FeedExpectations.Expectation one : expectations.of(feed, day)) {
      Optional<Duration> within = Optional.of(one.within()).filter(Duration::isPositive);
      if (one.eventType().isEmpty()) {
        any = within;
      } else {
        String type = one.eventType().get();
        Optional<Instant> last =
            Optional.ofNullable(lines.get(type)).flatMap(TypeLine::lastAcceptedAt);
        lines.put(type, new TypeLine(type, last, within));
      }
    }
    return new FeedLine(
        feed, connector, lastReceivedAt, accepted, refused, any, List.copyOf(lines.values()), at);
  }

  /** All that is expected of it. */
  public List<Awaited> awaited() {
    List<Awaited> all = new ArrayList<>();
    silentAfter.ifPresent(within -> all.add(new Awaited(Optional.empty(), lastReceivedAt, within)));
    for (TypeLine type : types) {
      type.within()
          .ifPresent(
              within ->
                  all.add(
                      new Awaited(Optional.of(type.eventType()), type.lastAcceptedAt(), within)));
    }
    return all;
  }

  /** What of it has not been heard for longer than ever should be. */
  public List<Awaited> silences(Instant now) {
    return awaited().stream()
        .filter(one -> silent(one.last(), Optional.of(one.within()), now))
        .toList();
  }

  private static boolean silent(Optional<Instant> last, Optional<Duration> within, Instant now) {
    return within
        .filter(span -> last.map(heard -> heard.plus(span).isBefore(now)).orElse(true))
        .isPresent();
  }
}
