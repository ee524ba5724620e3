package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * The incidents of the events that a rule asked for. Most incidents are told once: they are one
 * object in all windows, so that windows are compared without looking into what they share.
 */
final class Grouping {
  private final List<TimelineEvent> events;

  /** For each event the incident that it is alone; null where it has company. */
  private final List<@Nullable Incident> alone = new ArrayList<>();

  private final Map<String, List<TimelineEvent>> byIncident = new HashMap<>();
  private int inCompany;

  /**
   * @param events in order; whoever changes them says so
   */
  Grouping(List<TimelineEvent> events) {
    this.events = events;
    for (int place = 0; place < events.size(); place++) {
      added(place, events.get(place));
    }
  }

  /** An event has been added. */
  void added(int place, TimelineEvent event) {
    List<TimelineEvent> together =
        byIncident.computeIfAbsent(event.incident(), _ -> new ArrayList<>(1));
    InOrder.add(together, event);
    if (together.size() == 1) {
      alone.add(place, Incident.of(event));
      return;
    }
    alone.add(place, null);
    inCompany++;
    if (together.size() == 2) {
      TimelineEvent other = together.get(InOrder.find(together, event) == 0 ? 1 : 0);
      alone.set(InOrder.find(events, other), null);
      inCompany++;
    }
  }

  /** An event has been taken away. */
  void removed(int place, TimelineEvent event) {
    if (alone.remove(place) != null) {
      byIncident.remove(event.incident());
      return;
    }
    inCompany--;
    List<TimelineEvent> together = byIncident.getOrDefault(event.incident(), new ArrayList<>());
    InOrder.remove(together, event);
    if (together.size() == 1) {
      TimelineEvent left = together.getFirst();
      alone.set(InOrder.find(events, left), Incident.of(left));
      inCompany--;
    }
  }

  /** All of the events that belong to one incident, in order. */
  List<TimelineEvent> of(String incident) {
    return byIncident.getOrDefault(incident, List.of());
  }

  /** Those of the events from one place up to another, in order of their first events there. */
  List<Incident> incidents(int from, int to) {
    List<@Nullable Incident> some = alone.subList(from, to);
    if (inCompany == 0 || !some.contains(null)) {
      return List.copyOf(some);
    }
    Map<String, List<TimelineEvent>> together = new HashMap<>();
    for (int i = from; i < to; i++) {
      if (alone.get(i) == null) {
        TimelineEvent event = events.get(i);
        together.computeIfAbsent(event.incident(), _ -> new ArrayList<>(2)).add(event);
      }
    }
    List<Incident> incidents = new ArrayList<>(some.size());
    for (int i = from; i < to; i++) {
      Incident one = alone.get(i);
      if (one != null) {
        incidents.add(one);
      } else {
        String key = events.get(i).incident();
        List<TimelineEvent> all = together.remove(key);
        if (all != null) {
          incidents.add(new Incident(key, all));
        }
      }
    }
    return incidents;
  }
}
