package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Which accounts are about one injury: those of one incident, those of which one follows up the
 * other, and those that follow up the same thing, whether or not the hub knows it.
 */
final class Injuries {
  private final String followUp;
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, List<TimelineEvent>> byInjury = new HashMap<>();

  /**
   * Groups accounts, which are in order.
   *
   * @param followUp attribute: an event's id, or the record at its source, that is followed up
   */
  Injuries(Scan scan, String followUp, List<TimelineEvent> accounts) {
    this.followUp = followUp;
    Set<String> named = new HashSet<>();
    accounts.forEach(event -> followed(event).ifPresent(named::add));
    Map<String, String> incidents = new HashMap<>();
    if (!named.isEmpty()) {
      scan.own(event -> named.contains(event.id()))
          .forEach(event -> incidents.put(event.id(), event.incident()));
    }
    for (TimelineEvent event : accounts) {
      // Two senders may give their records the same number.
      followed(event)
          .map(id -> incidents.getOrDefault(id, "record " + id + " of " + event.sent().feed()))
          .ifPresent(followed -> join(event.incident(), followed));
    }
    for (TimelineEvent event : accounts) {
      byInjury.computeIfAbsent(injury(event), _ -> new ArrayList<>()).add(event);
    }
  }

  private Optional<String> followed(TimelineEvent event) {
    return Optional.ofNullable(event.sent().attributes().get(followUp)).map(Object::toString);
  }

  private void join(String one, String other) {
    String first = last(one);
    String second = last(other);
    if (!first.equals(second)) {
      joined.put(first, second);
    }
  }

  private String last(String name) {
    String last = name;
    while (joined.containsKey(last)) {
      last = joined.get(last);
    }
    return last;
  }

  private String injury(TimelineEvent event) {
    return last(event.incident());
  }

  /** All accounts of the injury that one of them is about, in order. */
  List<TimelineEvent> accountsLike(TimelineEvent account) {
    return byInjury.getOrDefault(injury(account), List.of());
  }
}
