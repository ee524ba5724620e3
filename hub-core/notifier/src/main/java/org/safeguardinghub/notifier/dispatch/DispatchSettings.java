package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import org.safeguardinghub.notifier.delivery.RetrySchedule;

/**
 * How much happens at once, and for how long.
 *
 * @param perChannel attempts under way on one channel; far more than receivers are ever slow at the
 *     same time
 * @param perReceiver attempts under way for one receiver
 * @param deadline of one attempt, all of it
 * @param idle how long the loops wait for a signal before they look again
 */
public record DispatchSettings(
    int perChannel, int perReceiver, Duration deadline, Duration idle, RetrySchedule retries) {
  public DispatchSettings {
    if (perChannel < 1 || perReceiver < 1 || !deadline.isPositive() || !idle.isPositive()) {
      throw new IllegalArgumentException("numbers and times of dispatching must be positive");
    }
  }

  /** A claim outlasts its attempt by far: within it nobody else tries the same. */
  Duration lease() {
    return deadline.multipliedBy(2).plusSeconds(10);
  }
}
