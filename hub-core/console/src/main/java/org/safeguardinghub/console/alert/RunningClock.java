package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.Instant;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * Something that somebody must have done by a moment.
 *
 * @param what in plain words
 * @param since from when its period is counted
 * @param handling who may see what started it
 */
public record RunningClock(String what, Instant since, Instant dueAt, HandlingClass handling) {
  private static final double WARN_AFTER = 0.8;

  /** Whether four fifths of its period have passed. */
  public boolean nearlyOut(Instant now) {
    Duration period = Duration.between(since, dueAt);
    return !now.isBefore(since.plusMillis(Math.round(period.toMillis() * WARN_AFTER)));
  }
}
