package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * That a rule is met at a moment.
 *
 * @param clause the way in which it is met
 * @param incidents what was counted
 * @param support further events without which it would read differently; never counted
 * @param severity severity at this moment
 * @param values placeholders of the text beside those that every match has
 * @param notes further facts for the reader, as the rule knows them
 */
record Match(
    String clause,
    List<Incident> incidents,
    List<TimelineEvent> support,
    Severity severity,
    Map<String, String> values,
    Set<Note> notes) {
  /** What the reader must be told about a match beside its text. */
  enum Note {
    AGE_UNKNOWN
  }

  Match {
    incidents = List.copyOf(incidents);
    support = List.copyOf(support);
    values = Map.copyOf(values);
    notes = Set.copyOf(notes);
  }

  static Match of(
      String clause, List<Incident> incidents, Severity severity, Map<String, String> values) {
    return new Match(clause, incidents, List.of(), severity, values, Set.of());
  }

  Match with(Note note) {
    Set<Note> more = new HashSet<>(notes);
    more.add(note);
    return new Match(clause, incidents, support, severity, values, more);
  }

  /** One event for each incident, and the support. */
  List<TimelineEvent> evidence() {
    Map<String, TimelineEvent> byId = new LinkedHashMap<>();
    List<TimelineEvent> all = new ArrayList<>();
    incidents.forEach(incident -> all.add(incident.first()));
    all.addAll(support);
    all.sort(TimelineEvent.ORDER);
    all.forEach(event -> byId.putIfAbsent(event.id(), event));
    return List.copyOf(byId.values());
  }

  /** The same by their ids. */
  Map<String, TimelineEvent> evidenceById() {
    Map<String, TimelineEvent> byId = new HashMap<>();
    evidence().forEach(event -> byId.put(event.id(), event));
    return byId;
  }

  Set<String> evidenceIds() {
    return evidence().stream().map(TimelineEvent::id).collect(Collectors.toUnmodifiableSet());
  }

  Set<String> incidentKeys() {
    return incidents.stream().map(Incident::key).collect(Collectors.toUnmodifiableSet());
  }

  Set<OriginFamily> families() {
    return Incident.families(incidents);
  }

  int level() {
    return incidents.stream().map(Incident::level).max(Comparator.naturalOrder()).orElse(0);
  }
}
