package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * A rule that looks for each of its findings by itself, and says what it waits for. It holds what
 * it asked the scan for and is run again whenever something of that has changed, or its time has
 * come.
 */
interface Search {
  /** Whether an event of its lists, as the others are now, may say anything to it. */
  default boolean minds(TimelineEvent event) {
    return true;
  }

  /** Whether it reads other patterns again at every run, if it reads any. */
  default boolean followsOthers() {
    return false;
  }

  /** When that happened, at the earliest, of which such an event says something. */
  default Instant judgedAt(TimelineEvent changed) {
    return changed.at();
  }

  /**
   * Notes everything that it finds, and everything that it waits for.
   *
   * @param changed when something happened otherwise than it did at the last run
   */
  void run(List<Stretch> changed);
}
