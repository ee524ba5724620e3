package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What a finding rests on: events by their ids, and the incidents that were counted. Whoever made
 * it adds to it as steps are taken.
 */
final class Basket {
  private final Map<String, TimelineEvent> events;
  private final List<TimelineEvent> inOrder;
  private final Set<String> incidents;
  private @Nullable List<TimelineEvent> shown;

  private Basket(
      Map<String, TimelineEvent> events, List<TimelineEvent> inOrder, Set<String> incidents) {
    this.events = events;
    this.inOrder = inOrder;
    this.incidents = incidents;
  }

  static Basket of(Match match) {
    Map<String, TimelineEvent> events = match.evidenceById();
    List<TimelineEvent> inOrder = new ArrayList<>(events.values());
    inOrder.sort(TimelineEvent.ORDER);
    return new Basket(events, inOrder, match.incidentKeys());
  }

  /** The events in order, as they are now. */
  List<TimelineEvent> inOrder() {
    List<TimelineEvent> made = shown;
    if (made == null) {
      made = List.copyOf(inOrder);
      shown = made;
    }
    return made;
  }

  /**
   * Adds what more steps rest on, the latest reading of each event.
   *
   * @param last what this rests on already: windows overlap, so that the next one is much the same
   */
  void add(Match last, List<Step> steps) {
    Match before = last;
    for (Step step : steps) {
      add(before, step.match());
      before = step.match();
    }
  }

  private void add(Match before, Match match) {
    List<Incident> others = others(before, match);
    for (TimelineEvent event : match.support()) {
      add(event, match);
    }
    for (Incident incident : others) {
      add(incident.first(), match);
      incidents.add(incident.key());
    }
  }

  // A message may name several persons; the first of them stands for it.
  private void add(TimelineEvent event, Match match) {
    TimelineEvent known = events.get(event.id());
    TimelineEvent now = known == null || known.equals(event) ? event : match.evidence(event.id());
    if (!now.equals(known)) {
      put(now, known);
    }
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
    shown = null;
    events.put(event.id(), event);
    if (known != null) {
      InOrder.remove(inOrder, known);
    }
    InOrder.add(inOrder, event);
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
