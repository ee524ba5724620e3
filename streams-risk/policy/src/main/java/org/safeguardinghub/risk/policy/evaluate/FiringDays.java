package org.safeguardinghub.risk.policy.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drafts by the days on which they were told. Most are told once, and are found by their day. */
final class FiringDays {
  private final Map<LocalDate, List<Draft>> once = new HashMap<>();
  private final List<Draft> again = new ArrayList<>();

  void add(Draft draft) {
    (draft.firings().size() == 1
            ? once.computeIfAbsent(draft.date(), _ -> new ArrayList<>(1))
            : again)
        .add(draft);
  }

  void remove(Draft draft) {
    (draft.firings().size() == 1 ? once.getOrDefault(draft.date(), again) : again).remove(draft);
  }

  /** Whether any firing of a day rests on one of these events. */
  boolean covers(LocalDate day, Set<String> eventIds) {
    return covers(once.getOrDefault(day, List.of()), day, eventIds) || covers(again, day, eventIds);
  }

  private static boolean covers(List<Draft> drafts, LocalDate day, Set<String> eventIds) {
    for (Draft draft : drafts) {
      if (draft.covers(day, eventIds)) {
        return true;
      }
    }
    return false;
  }
}
