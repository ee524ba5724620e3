package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What a finding rests on: events by their ids, and the incidents that were counted. */
record Basket(Map<String, TimelineEvent> events, Set<String> incidents) {
  static Basket of(Match match) {
    return new Basket(match.evidenceById(), match.incidentKeys());
  }

  /** With what more steps rest on, the latest reading of each event. */
  Basket with(List<Step> steps) {
    if (steps.stream().allMatch(step -> has(step.match()))) {
      return this;
    }
    Map<String, TimelineEvent> moreEvents = new HashMap<>(events);
    Set<String> moreIncidents = new HashSet<>(incidents);
    for (Step step : steps) {
      moreEvents.putAll(step.match().evidenceById());
      step.match().incidents().forEach(incident -> moreIncidents.add(incident.key()));
    }
    return new Basket(moreEvents, moreIncidents);
  }

  private boolean has(Match match) {
    for (Incident incident : match.incidents()) {
      if (!incidents.contains(incident.key())) {
        return false;
      }
    }
    for (TimelineEvent event : match.evidenceById().values()) {
      if (!event.equals(events.get(event.id()))) {
        return false;
      }
    }
    return true;
  }

  /** Support may be older than what was counted, but it does not name the finding. */
  String first() {
    List<TimelineEvent> inOrder = inOrder();
    return inOrder.stream()
        .filter(event -> incidents.contains(event.incident()))
        .findFirst()
        .orElse(inOrder.getFirst())
        .id();
  }

  List<TimelineEvent> inOrder() {
    List<TimelineEvent> all = new ArrayList<>(events.values());
    all.sort(TimelineEvent.ORDER);
    return all;
  }
}
