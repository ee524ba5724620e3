package org.safeguardinghub.risk.policy.timeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Which events belong to one incident, and which only echo. Events share an incident by its
 * reference, by a confirmed echo, by a known event that they derive from, and by correction.
 */
final class Incidents {
  private static final Comparator<AttributedEvent> ORDER =
      Comparator.comparing(AttributedEvent::occurredAt).thenComparing(AttributedEvent::eventId);

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, AttributedEvent> first = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Set<String> ruledEcho = new HashSet<>();
  private final Set<String> ruledNoEcho = new HashSet<>();
  private final Set<String> echoByNature;

  Incidents(
      List<AttributedEvent> events,
      Collection<TimelineEntry.EchoRuling> rulings,
      Set<String> echoByNature) {
    this.echoByNature = echoByNature;
    Set<String> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.eventId()));
    ids.forEach(id -> parents.put(id, id));
    for (TimelineEntry.EchoRuling ruling : rulings) {
      (ruling.echo() ? ruledEcho : ruledNoEcho).add(ruling.eventId());
      if (ruling.echo() && ids.contains(ruling.echoOf())) {
        join(ruling.eventId(), ruling.echoOf());
      }
    }
    for (AttributedEvent event : events) {
      AttributedEvent.Links links = event.links();
      if (links.incidentRef() != null) {
        join(event.eventId(), "incident:" + links.incidentRef());
      }
      if (links.derivedFrom() != null
          && ids.contains(links.derivedFrom())
          && !ruledNoEcho.contains(event.eventId())) {
        join(event.eventId(), links.derivedFrom());
      }
    }
    Set<String> reported = reported(events);
    for (AttributedEvent event : events) {
      String superseded = event.links().supersedes();
      if (superseded != null && ids.contains(superseded)) {
        join(event.eventId(), superseded);
      }
    }
    reported.forEach(id -> told.add(root(id)));
    for (AttributedEvent event : events) {
      first.merge(root(event.eventId()), event, BinaryOperator.minBy(ORDER));
    }
  }

  // Events that name their incident, or that share it with another report. A correction is none.
  private Set<String> reported(List<AttributedEvent> events) {
    Map<String, Set<String>> shared = new HashMap<>();
    events.forEach(
        event ->
            shared
                .computeIfAbsent(root(event.eventId()), _ -> new HashSet<>())
                .add(event.eventId()));
    Set<String> reported = new HashSet<>();
    for (AttributedEvent event : events) {
      boolean alone = shared.getOrDefault(root(event.eventId()), Set.of()).size() < 2;
      if (!alone || event.links().incidentRef() != null) {
        reported.add(event.eventId());
      }
    }
    return reported;
  }

  /** A ruling outweighs what the publisher said. */
  boolean echo(AttributedEvent event, String type) {
    if (ruledEcho.contains(event.eventId())) {
      return true;
    }
    return !ruledNoEcho.contains(event.eventId())
        && (event.links().derivedFrom() != null || echoByNature.contains(type));
  }

  /**
   * Whether it is known which incident the event belongs to: an echo of nobody knows what never
   * stands for one.
   */
  boolean linked(AttributedEvent event) {
    return told.contains(root(event.eventId()));
  }

  /** The incident of an event, named after its first event: what is told of it later is no news. */
  String of(AttributedEvent event) {
    return first.getOrDefault(root(event.eventId()), event).eventId();
  }

  private void join(String one, String other) {
    parents.put(root(one), root(other));
  }

  private String root(String name) {
    String at = name;
    for (String up = parents.getOrDefault(at, at);
        !up.equals(at);
        up = parents.getOrDefault(at, at)) {
      at = up;
    }
    return at;
  }
}
