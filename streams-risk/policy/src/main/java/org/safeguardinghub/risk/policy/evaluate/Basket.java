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

  /**
   * With what more steps rest on, the latest reading of each event.
   *
   * @param last what this rests on already: windows overlap, so that the next one is much the same
   */
  Basket with(Match last, List<Step> steps) {
    Basket more = this;
    Match before = last;
    for (Step step : steps) {
      more = more.with(before, step.match(), this);
      before = step.match();
    }
    return more;
  }

  /**
   * @param kept what must not be changed; whatever else this is may be
   */
  @SuppressWarnings("ReferenceEquality") // Whether it was copied already.
  private Basket with(Match before, Match match, Basket kept) {
    List<Incident> others = others(before, match);
    List<TimelineEvent> evidence = new ArrayList<>(match.support());
    others.forEach(incident -> evidence.add(incident.first()));
    Basket more = this;
    for (TimelineEvent event : evidence) {
      TimelineEvent known = more.events.get(event.id());
      // A message may name several persons; the first of them stands for it.
      TimelineEvent now = known == null || known.equals(event) ? event : match.evidence(event.id());
      if (!now.equals(known)) {
        more = more == kept ? kept.copy() : more;
        more.put(now, known);
      }
    }
    for (Incident incident : others) {
      if (!more.incidents.contains(incident.key())) {
        more = more == kept ? kept.copy() : more;
        more.incidents.add(incident.key());
      }
    }
    return more;
  }

  // Both are mostly in order; what is not found is looked for among all.
  private static List<Incident> others(Match before, Match match) {
    List<Incident> others = new ArrayList<>(2);
    int at = 0;
    for (Incident incident : match.incidents()) {
      int found = at;
      while (found < before.incidents().size() && !same(before.incidents().get(found), incident)) {
        found++;
      }
      if (found < before.incidents().size()) {
        at = found + 1;
      } else {
        others.add(incident);
      }
    }
    return others;
  }

  @SuppressWarnings(
      "ReferenceEquality") // The same object is the same event; another is looked at closely.
  private static boolean same(Incident one, Incident other) {
    return one.first() == other.first() && one.key().equals(other.key());
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
