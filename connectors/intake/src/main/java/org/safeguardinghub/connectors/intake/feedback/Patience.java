package org.safeguardinghub.connectors.intake.feedback;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a receiver that does not take it is asked again.
 *
 * @param first pause after the first attempt; each further one is twice as long
 * @param longest pause
 * @param until after so long it is given up
 */
public record Patience(Duration first, Duration longest, Duration until) {
  public static final Patience THREE_DAYS =
      new Patience(Duration.ofSeconds(10), Duration.ofHours(3), Duration.ofDays(3));

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause before the next attempt; empty where there is none any more.
   *
   * @param attempts how many there have been
   * @param jitter from 0 to below 1: up to half of the pause falls away, so that what failed
   *     together does not come back together
   */
  public Optional<Duration> next(int attempts, Duration age, double jitter) {
    if (age.compareTo(until) >= 0) {
      return Optional.empty();
    }
    long doubled =
        Math.multiplyExact(first.toMillis(), 1L << Math.min(MOST_DOUBLINGS, attempts - 1));
    long full = Math.min(longest.toMillis(), doubled);
    return Optional.of(Duration.ofMillis(full - (long) (full / 2.0 * jitter)));
  }
}
