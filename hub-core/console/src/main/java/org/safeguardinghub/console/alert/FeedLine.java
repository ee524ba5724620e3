package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one sender's feed is doing.
 *
 * @param silentAfter in that time at least one message is expected; empty where nobody said
 */
public record FeedLine(
    String feed,
    String connector,
    Optional<Instant> lastReceivedAt,
    long accepted,
    long refused,
    Optional<Duration> silentAfter,
    Instant at) {

  /**
   * Whether it has been silent for longer than its sender ever should be: what the sender knows may
   * be missing from everything that the hub says.
   */
  public boolean silent(Instant now) {
    return silentAfter
        .filter(within -> lastReceivedAt.map(last -> last.plus(within).isBefore(now)).orElse(true))
        .isPresent();
  }
}
