package org.safeguardinghub.risk.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What people agreed and decided about an alert, in the order in which it was recorded.
 *
 * @param plan what agencies are to do
 * @param sharing what is shared with whom, and what is not
 */
public record Minutes(List<PlannedAction> plan, List<SharingDecision> sharing) {
  /** A picture of an alert is one record, so that what it holds has an end. */
  public static final int MOST = 40;

  static final Minutes NONE = new Minutes(List.of(), List.of());

  public Minutes {
    plan = List.copyOf(plan);
    sharing = List.copyOf(sharing);
  }

  Optional<PlannedAction> planned(String id) {
    return plan.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What is still to be done. */
  List<PlannedAction> toDo() {
    return plan.stream().filter(PlannedAction::open).toList();
  }

  /** Whether the hub told a person of something that they are to do. */
  boolean told(String personId) {
    return plan.stream().anyMatch(one -> one.told().equals(Optional.of(personId)));
  }

  Minutes with(PlannedAction next) {
    List<PlannedAction> all = new ArrayList<>(plan);
    int place = all.indexOf(planned(next.id()).orElse(next));
    if (place < 0) {
      all.add(next);
    } else {
      all.set(place, next);
    }
    return new Minutes(all, sharing);
  }

  Minutes with(SharingDecision next) {
    List<SharingDecision> all = new ArrayList<>(sharing);
    all.add(next);
    return new Minutes(plan, all);
  }
}
