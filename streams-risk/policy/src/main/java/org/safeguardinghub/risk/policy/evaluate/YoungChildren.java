package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Whether a household has a very young child, or expects one. */
final class YoungChildren {
  private YoungChildren() {}

  /**
   * A child of unknown age is none.
   *
   * @param pregnancies events that say that somebody is pregnant
   * @param pregnancyDays longest pregnancy; 0 where an unborn child does not count
   */
  static boolean present(
      Scan scan,
      Instant moment,
      int underMonths,
      List<TimelineEvent> pregnancies,
      int pregnancyDays) {
    if (!InTime.within(pregnancies, moment, pregnancyDays).isEmpty()) {
      return true;
    }
    for (String child : scan.timeline().childrenAt(moment)) {
      OptionalInt months = scan.ages().monthsAt(child, moment);
      if (scan.ages().unbornAt(child, moment, pregnancyDays)
          || (months.isPresent() && months.getAsInt() < underMonths)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a child of the household is of unknown age. */
  static boolean unknownAge(Scan scan, Instant moment) {
    return scan.timeline().childrenAt(moment).stream().anyMatch(child -> !scan.ages().known(child));
  }
}
