package org.safeguardinghub.risk.policy.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps a list of events in their order while events come and go. */
public final class InOrder {
  private InOrder() {}

  /**
   * Puts an event in its place. What happens last, as most does, costs one comparison.
   *
   * @return the place
   */
  public static int add(List<TimelineEvent> events, TimelineEvent event) {
    int place = events.size();
    if (!events.isEmpty() && TimelineEvent.ORDER.compare(events.getLast(), event) >= 0) {
      int found = find(events, event);
      place = found < 0 ? -found - 1 : found;
    }
    events.add(place, event);
    return place;
  }

  /** Where an event is; if it is not there, {@code -(where it would be) - 1}. */
  public static int find(List<TimelineEvent> events, TimelineEvent event) {
    return Collections.binarySearch(events, event, TimelineEvent.ORDER);
  }

  /** Takes an event out; says whether it was there. */
  public static boolean remove(List<TimelineEvent> events, TimelineEvent event) {
    int at = find(events, event);
    if (at < 0) {
      return false;
    }
    events.remove(at);
    return true;
  }

  /** Those of some that others, in the same order, do not hold as they are. */
  static List<TimelineEvent> missing(List<TimelineEvent> some, List<TimelineEvent> others) {
    List<TimelineEvent> missing = new ArrayList<>();
    int at = 0;
    for (TimelineEvent event : some) {
      while (at < others.size() && TimelineEvent.ORDER.compare(others.get(at), event) < 0) {
        at++;
      }
      if (at == others.size() || !others.get(at).equals(event)) {
        missing.add(event);
      }
    }
    return missing;
  }
}
