package org.safeguardinghub.risk.policy.evaluate;

import java.util.List;

/** Compares lists of which one was mostly made by adding to the other: by objects, not contents. */
@SuppressWarnings("ReferenceEquality")
public final class InCommon {
  private InCommon() {}

  /** How many stand first in both. */
  public static <T> int first(List<T> some, List<T> others) {
    int most = Math.min(some.size(), others.size());
    int first = some == others ? most : 0;
    while (first < most && some.get(first) == others.get(first)) {
      first++;
    }
    return first;
  }

  /** Whether both hold the same, and nothing else. */
  static <T> boolean all(List<T> some, List<T> others) {
    return some.size() == others.size() && first(some, others) == some.size();
  }

  /** How many stand last in both, beyond so many that stand first in both. */
  public static <T> int last(List<T> some, List<T> others, int first) {
    int most = Math.min(some.size(), others.size()) - first;
    int last = 0;
    while (last < most
        && some.get(some.size() - 1 - last) == others.get(others.size() - 1 - last)) {
      last++;
    }
    return last;
  }

  /** What stands between what is first in both and what is last in both. */
  static <T> List<T> between(List<T> some, List<T> than) {
    int first = first(some, than);
    return some.subList(first, some.size() - last(some, than, first));
  }
}
