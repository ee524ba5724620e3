package org.safeguardinghub.connectors.education.poll;

import java.time.Duration;
import java.util.Optional;

/** How long to wait after the source failed: twice as long each time, spread at random. */
final class Backoff {
  static final Duration FIRST = Duration.ofSeconds(2);
  static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int DOUBLINGS = 10;

  private Backoff() {}

  /**
   * The wait.
   *
   * @param failures in a row, at least 1
   * @param asked for by the source ({@code Retry-After}); never waited less than this, as far as it
   *     is not beyond {@link #LONGEST}
   * @param random from 0 to 1: many hubs that fail together do not come back together
   */
  static Duration after(int failures, Optional<Duration> asked, double random) {
    Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    Duration bounded = whole.compareTo(LONGEST) > 0 ? LONGEST : whole;
    Duration spread = Duration.ofMillis(Math.round(bounded.toMillis() * (0.5 + random / 2)));
    Duration least = asked.filter(one -> one.compareTo(LONGEST) < 0).orElse(Duration.ZERO);
    return asked.filter(one -> one.compareTo(LONGEST) >= 0).isPresent()
        ? LONGEST
        : least.compareTo(spread) > 0 ? least : spread;
  }
}
