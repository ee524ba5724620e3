package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** The events on which a finding rests. Whoever made it adds to it as steps are taken. */
final class Basket {
  private final Map<String, TimelineEvent> events;
  private final List<TimelineEvent> inOrder;
  private @Nullable List<TimelineEvent> shown;

  private Basket(Map<String, TimelineEvent> events, List<TimelineEvent> inOrder) {
    this.events = events;
    this.inOrder = inOrder;
  }

  static Basket of(Match match) {
    Map<String, TimelineEvent> events = match.evidenceById();
    List<TimelineEvent> inOrder = new ArrayList<>(events.values());
    inOrder.sort(TimelineEvent.ORDER);
    return new Basket(events, inOrder);
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
      add(step, before);
      before = step.match();
    }
  }

  private void add(Step step, Match before) {
    Match match = step.match();
    for (TimelineEvent event : match.support()) {
      add(event, match);
    }
    for (Incident incident : step.beyond(before)) {
      add(incident.first(), match);
    }
  }

  /** Adds what was told before them, but for events that later steps read otherwise. */
  void add(Match earlier) {
    for (TimelineEvent event : earlier.evidence()) {
      if (!events.containsKey(event.id())) {
        put(event, null);
      }
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

  private void put(TimelineEvent event, @Nullable TimelineEvent known) {
    shown = null;
    events.put(event.id(), event);
    if (known != null) {
      InOrder.remove(inOrder, known);
    }
    InOrder.add(inOrder, event);
  }
}
