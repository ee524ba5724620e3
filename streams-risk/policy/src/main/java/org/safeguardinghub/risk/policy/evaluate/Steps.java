package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.List;

/** Looks for steps in lists that are in order. */
final class Steps {
  private Steps() {}

  /** Where those begin that are of a moment or later. */
  static int firstFrom(List<Step> steps, Instant moment) {
    int low = 0;
    int high = steps.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).moment().isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int firstAfter(List<Step> steps, Instant moment) {
    return moment.equals(Instant.MAX) ? steps.size() : firstFrom(steps, moment.plusNanos(1));
  }

  /** Those of a stretch of time, as a part of the list. */
  static List<Step> during(List<Step> steps, Stretch when) {
    return steps.subList(firstFrom(steps, when.from()), firstAfter(steps, when.until()));
  }

  /** Those after a moment up to another. */
  static List<Step> after(List<Step> steps, Instant moment, Instant upTo) {
    return steps.subList(firstAfter(steps, moment), firstAfter(steps, upTo));
  }
}
