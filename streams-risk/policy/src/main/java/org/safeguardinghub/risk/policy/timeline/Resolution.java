package org.safeguardinghub.risk.policy.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * How events read beside each other: corrections applied, incidents joined, echoes told from what
 * they repeat. What an event reads as depends on the events of its own incident and on no other.
 */
final class Resolution {
  private final SubjectRef subject;
  private final EventCatalogue catalogue;
  private final Collection<TimelineEntry.EchoRuling> rulings;
  private final Set<String> released;
  private final Set<String> echoByNature;

  Resolution(
      SubjectRef subject,
      EventCatalogue catalogue,
      Collection<TimelineEntry.EchoRuling> rulings,
      Set<String> released) {
    this.subject = subject;
    this.catalogue = catalogue;
    this.rulings = List.copyOf(rulings);
    this.released = Set.copyOf(released);
    this.echoByNature = catalogue.codes(CodeSet.ECHO_BY_NATURE);
  }

  /** The events in order. */
  List<TimelineEvent> of(List<AttributedEvent> sent) {
    return sent.size() == 1 && readsAsSent(sent.getFirst())
        ? new ArrayList<>(List.of(asSent(sent.getFirst())))
        : beside(sent);
  }

  /** Whether nothing is said of it beside what it says itself, as of most events. */
  private boolean readsAsSent(AttributedEvent event) {
    return rulings.isEmpty()
        && event.links().supersedes() == null
        && event.links().derivedFrom() == null
        && !echoByNature.contains(event.type());
  }

  private TimelineEvent asSent(AttributedEvent event) {
    return new TimelineEvent(
        event,
        event.type(),
        event.level(),
        false,
        List.of(),
        released.contains(event.eventId()),
        false,
        true,
        event.eventId(),
        family(event, event.type()),
        concern(event.type()));
  }

  private List<TimelineEvent> beside(List<AttributedEvent> sent) {
    Corrections corrections = new Corrections(sent);
    Incidents incidents = new Incidents(sent, rulings, echoByNature);
    List<TimelineEvent> first = new ArrayList<>();
    for (AttributedEvent event : sent) {
      String type = corrections.type(event);
      first.add(
          new TimelineEvent(
              event,
              type,
              corrections.level(event),
              corrections.voided(event),
              corrections.applied(event),
              released.contains(event.eventId()),
              incidents.echo(event, type),
              incidents.linked(event),
              incidents.of(event),
              family(event, type),
              concern(type)));
    }
    first.sort(TimelineEvent.ORDER);
    return resolved(first);
  }

  /** Second pass: what an event stands for depends on the other events of its incident. */
  private List<TimelineEvent> resolved(List<TimelineEvent> first) {
    Map<String, OriginFamily> origins = new HashMap<>();
    Map<String, OriginFamily> fallback = new HashMap<>();
    Set<String> reported = new HashSet<>();
    for (TimelineEvent event : first) {
      if (readableHere(event) && !Corrections.corrects(event.sent())) {
        fallback.putIfAbsent(event.incident(), event.originFamily());
        if (!event.echo()) {
          origins.putIfAbsent(event.incident(), event.originFamily());
          if (!event.context() && event.concern() && about(event)) {
            reported.add(heardOf(event));
          }
        }
      }
    }
    List<TimelineEvent> all = new ArrayList<>();
    for (TimelineEvent event : first) {
      OriginFamily own = fallback.getOrDefault(event.incident(), event.originFamily());
      all.add(
          new TimelineEvent(
              event.sent(),
              event.type(),
              event.level(),
              event.voided(),
              event.corrections(),
              event.released(),
              event.echo(),
              stands(event, reported),
              event.incident(),
              origins.getOrDefault(event.incident(), own),
              event.concern()));
    }
    return all;
  }

  /**
   * An echo stands for its incident only where no other event about this subject does, and only the
   * first one.
   */
  private boolean stands(TimelineEvent event, Set<String> reported) {
    if (!event.echo()) {
      return true;
    }
    return event.stands()
        && event.readable()
        && event.concern()
        && !event.context()
        && about(event)
        && reported.add(heardOf(event));
  }

  // Who first told of something about an adult may have told it in their lane.
  private boolean readableHere(TimelineEvent event) {
    return subject.scope() == Scope.ADULT ? event.readableInAdultLane() : event.readable();
  }

  // What was told of a child as somebody's brother, sister or parent was told of that somebody.
  private boolean about(TimelineEvent event) {
    return switch (subject.scope()) {
      case CHILD, UNBORN ->
          switch (event.sent().role()) {
            case HARMED, ALLEGED, UNBORN -> true;
            case SIBLING, PARENT -> false;
          };
      case HOUSEHOLD, PLACE, SETTING, ADULT, ROLE, FEED -> true;
    };
  }

  // Where children are told apart, what repeats a report about one may be the first about another.
  private String heardOf(TimelineEvent event) {
    return switch (subject.scope()) {
      case CHILD, UNBORN, HOUSEHOLD, ADULT, ROLE, FEED -> event.incident();
      case PLACE, SETTING ->
          event.incident() + '|' + new TreeSet<>(event.sent().whose().children());
    };
  }

  private boolean concern(String type) {
    return catalogue.find(type).map(EventType::concern).orElse(false);
  }

  private OriginFamily family(AttributedEvent event, String type) {
    return catalogue.find(type).map(EventType::family).orElse(event.publisher().family());
  }
}
