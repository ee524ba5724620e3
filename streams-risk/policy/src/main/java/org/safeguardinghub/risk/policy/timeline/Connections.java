package org.safeguardinghub.risk.policy.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a timeline's events an event to come would share an incident with: by the reference of
 * the incident, by naming one of them, or by being named.
 */
final class Connections {
  private final Map<String, List<TimelineEvent>> incidents = new HashMap<>();
  private final Map<String, String> incidentOfEvent = new HashMap<>();
  private final Map<String, String> incidentOfName = new HashMap<>();
  private final Map<String, Set<String>> awaited = new HashMap<>();

  Connections(List<TimelineEvent> events) {
    events.forEach(this::add);
  }

  boolean holds(String eventId) {
    return incidentOfEvent.containsKey(eventId);
  }

  void add(TimelineEvent event) {
    incidents.computeIfAbsent(event.incident(), _ -> new ArrayList<>(1)).add(event);
    incidentOfEvent.put(event.id(), event.incident());
    AttributedEvent.Links links = event.sent().links();
    if (links.incidentRef() != null) {
      incidentOfName.put(links.incidentRef(), event.incident());
    }
    await(links.derivedFrom(), event);
    await(links.supersedes(), event);
  }

  private void await(@Nullable String named, TimelineEvent event) {
    if (named != null && !named.equals(event.id())) {
      awaited.computeIfAbsent(named, _ -> new HashSet<>()).add(event.id());
    }
  }

  void remove(List<TimelineEvent> events) {
    events.forEach(event -> incidents.remove(event.incident()));
  }

  /** All events of the incidents that this one would join. */
  List<TimelineEvent> joinedBy(AttributedEvent event) {
    Set<String> joined = new LinkedHashSet<>();
    AttributedEvent.Links links = event.links();
    note(links.incidentRef() == null ? null : incidentOfName.get(links.incidentRef()), joined);
    note(links.derivedFrom() == null ? null : incidentOfEvent.get(links.derivedFrom()), joined);
    note(links.supersedes() == null ? null : incidentOfEvent.get(links.supersedes()), joined);
    for (String waiting : awaited.getOrDefault(event.eventId(), Set.of())) {
      note(incidentOfEvent.get(waiting), joined);
    }
    List<TimelineEvent> events = new ArrayList<>();
    joined.forEach(incident -> events.addAll(incidents.getOrDefault(incident, List.of())));
    return events;
  }

  private static void note(@Nullable String incident, Set<String> joined) {
    if (incident != null) {
      joined.add(incident);
    }
  }
}
