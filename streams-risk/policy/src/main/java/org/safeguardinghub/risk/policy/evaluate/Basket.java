package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What a finding rests on: events by their ids, and the incidents that were counted.
 *
 * @param inOrder the events in order
 */
record Basket(
    Map<String, TimelineEvent> events, List<TimelineEvent> inOrder, Set<String> incidents) {
  static Basket of(Match match) {
    Map<String, TimelineEvent> events = match.evidenceById();
    return new Basket(events, inOrder(events), match.incidentKeys());
  }

  private static List<TimelineEvent> inOrder(Map<String, TimelineEvent> events) {
    List<TimelineEvent> all = new ArrayList<>(events.values());
    all.sort(TimelineEvent.ORDER);
    return all;
  }

  /** With what more steps rest on, the latest reading of each event. */
  Basket with(List<Step> steps) {
    Basket more = this;
    for (Step step : steps) {
      more = more.with(step.match(), this);
    }
    return more;
  }

  /**
   * @param kept what must not be changed; whatever else this is may be
   */
  private Basket with(Match match, Basket kept) {
    Basket more = this;
    for (TimelineEvent event : match.allEvidence()) {
      TimelineEvent known = more.events.get(event.id());
      // A message may name several persons; the first of them stands for it.
      TimelineEvent now = known == null || known.equals(event) ? event : match.evidence(event.id());
      if (!now.equals(known)) {
        more = more == kept ? kept.copy() : more;
        more.put(now, known);
      }
    }
    for (Incident incident : match.incidents()) {
      if (!more.incidents.contains(incident.key())) {
        more = more == kept ? kept.copy() : more;
        more.incidents.add(incident.key());
      }
    }
    return more;
  }

  private void put(TimelineEvent event, @Nullable TimelineEvent known) {
    events.put(event.id(), event);
    if (known != null) {
      InOrder.remove(inOrder, known);
    }
    InOrder.add(inOrder, event);
  }

  private Basket copy() {
    return new Basket(new HashMap<>(events), new ArrayList<>(inOrder), new HashSet<>(incidents));
  }

  /** Support may be older than what was counted, but it does not name the finding. */
  String first() {
    return inOrder.stream()
        .filter(event -> incidents.contains(event.incident()))
        .findFirst()
        .orElse(inOrder.getFirst())
        .id();
  }
}
