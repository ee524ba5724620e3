package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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

  /**
   * This, and what else is met of the same pattern at this moment: one finding rests on both. The
   * text speaks of this alone.
   */
  Match and(Match other) {
    Map<String, SortedSet<TimelineEvent>> byKey = new LinkedHashMap<>();
    Stream.concat(incidents.stream(), other.incidents.stream())
        .forEach(
            incident ->
                byKey
                    .computeIfAbsent(incident.key(), _ -> new TreeSet<>(TimelineEvent.ORDER))
                    .addAll(incident.events()));
    List<Incident> all = new ArrayList<>();
    byKey.forEach((key, events) -> all.add(new Incident(key, List.copyOf(events))));
    all.sort(Comparator.comparing(Incident::first, TimelineEvent.ORDER));
    List<TimelineEvent> more = new ArrayList<>(support);
    more.addAll(other.support);
    Set<Note> allNotes = new HashSet<>(notes);
    allNotes.addAll(other.notes);
    return new Match(
        clause, all, more, severity.mostUrgent(other.severity), Words.of(this), allNotes);
  }

  /** One event for each incident, and the support. */
  List<TimelineEvent> evidence() {
    Map<String, TimelineEvent> byId = evidenceById();
    List<TimelineEvent> all = new ArrayList<>(byId.values());
    all.sort(TimelineEvent.ORDER);
    return all;
  }

  /** The same by their ids. */
  Map<String, TimelineEvent> evidenceById() {
    Map<String, TimelineEvent> byId = new HashMap<>();
    for (Incident incident : incidents) {
      first(byId, incident.first());
    }
    for (TimelineEvent event : support) {
      first(byId, event);
    }
    return byId;
  }

  /** The same, where a message that names several persons is there for each of them. */
  List<TimelineEvent> allEvidence() {
    List<TimelineEvent> all = new ArrayList<>(incidents.size() + support.size());
    for (Incident incident : incidents) {
      all.add(incident.first());
    }
    all.addAll(support);
    return all;
  }

  /** Its evidence of one id. */
  TimelineEvent evidence(String id) {
    return allEvidence().stream()
        .filter(event -> event.id().equals(id))
        .min(TimelineEvent.ORDER)
        .orElseThrow();
  }

  // A message may name several persons; the first of them stands for it.
  private static void first(Map<String, TimelineEvent> byId, TimelineEvent event) {
    TimelineEvent held = byId.get(event.id());
    if (held == null || TimelineEvent.ORDER.compare(event, held) < 0) {
      byId.put(event.id(), event);
    }
  }

  /**
   * The event after which a finding on it is named: the first that was counted. Support may be
   * older, and names only what counts nothing.
   */
  String first() {
    List<TimelineEvent> inOrder = evidence();
    for (TimelineEvent event : inOrder) {
      for (Incident incident : incidents) {
        if (incident.key().equals(event.incident())) {
          return event.id();
        }
      }
    }
    return inOrder.getFirst().id();
  }

  /**
   * The incidents that an earlier match may not have counted, or otherwise: all that it did not
   * count are among them. Windows overlap, so that they are mostly few.
   */
  List<Incident> beyond(Match before) {
    List<Incident> beyond = new ArrayList<>(2);
    int next = 0;
    for (Incident incident : incidents) {
      while (next < before.incidents.size() && before.incidents.get(next).isBefore(incident)) {
        next++;
      }
      if (next < before.incidents.size() && before.incidents.get(next).sameAs(incident)) {
        next++;
      } else {
        beyond.add(incident);
      }
    }
    return beyond;
  }

  /** Whether it counts an incident, in whatever way. */
  boolean counts(Incident incident) {
    for (Incident one : incidents) {
      if (one.key().equals(incident.key())) {
        return true;
      }
    }
    return false;
  }

  Set<OriginFamily> families() {
    return Incident.families(incidents);
  }

  int level() {
    int level = 0;
    for (Incident incident : incidents) {
      level = Math.max(level, incident.level());
    }
    return level;
  }
}
