package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.CodeSet;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Everything that an evaluation sees of one subject. It follows from the set of entries alone:
 * neither their order nor repeats show.
 */
public final class Timeline {
  private final SubjectRef subject;
  private final List<TimelineEntry> entries;
  private final EventCatalogue catalogue;
  private final List<TimelineEvent> events;
  private final List<TimelineEntry.HouseholdMember> members;
  private final Set<String> notRequired;
  private final Map<String, TimelineEntry.EchoRuling> rulings;
  private final Optional<Instant> clock;
  private final Ages ages;

  private Timeline(
      SubjectRef subject, Collection<TimelineEntry> entries, EventCatalogue catalogue) {
    this.subject = subject;
    this.entries = List.copyOf(entries);
    this.catalogue = catalogue;
    this.members = only(entries, TimelineEntry.HouseholdMember.class);
    Set<String> waived = new HashSet<>();
    only(entries, TimelineEntry.NotRequired.class).forEach(entry -> waived.add(entry.deadlineId()));
    this.notRequired = Set.copyOf(waived);
    this.clock =
        only(entries, TimelineEntry.DeadlineReached.class).stream()
            .map(TimelineEntry.DeadlineReached::dueAt)
            .max(Instant::compareTo);
    this.rulings = latest(only(entries, TimelineEntry.EchoRuling.class));
    this.ages = Ages.of(entries, subject.ref());
    this.events = read(entries);
  }

  /** The timeline of a subject. Entries of one key are expected once, as a state keeps them. */
  public static Timeline of(
      SubjectRef subject, Collection<TimelineEntry> entries, EventCatalogue catalogue) {
    return new Timeline(subject, entries, catalogue);
  }

  /**
   * A household's view of the events that this child's timeline holds of it, the child's own and
   * context alike.
   */
  public Timeline ofHousehold(String household) {
    List<TimelineEntry> kept = new ArrayList<>();
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        if (household.equals(event.places().household())) {
          kept.add(new TimelineEntry.Event(ofHousehold(event)));
        }
      } else if (entry instanceof TimelineEntry.HouseholdMember member) {
        if (household.equals(member.household())) {
          kept.add(member);
        }
      } else if (!(entry instanceof TimelineEntry.Moved)) {
        kept.add(entry);
      }
    }
    return new Timeline(SubjectRef.household(household), kept, catalogue);
  }

  private AttributedEvent ofHousehold(AttributedEvent event) {
    AttributedEvent.Whose whose = event.whose();
    Set<String> children =
        whose.children().isEmpty() && !whose.context() ? Set.of(subject.ref()) : whose.children();
    return event.of(
        new AttributedEvent.Whose(whose.personRef(), whose.identityConfirmed(), children, false));
  }

  private List<TimelineEvent> read(Collection<TimelineEntry> entries) {
    List<AttributedEvent> sent = present(entries);
    Corrections corrections = new Corrections(sent);
    Incidents incidents =
        new Incidents(sent, rulings.values(), catalogue.codes(CodeSet.ECHO_BY_NATURE));
    Set<String> released = new HashSet<>();
    only(entries, TimelineEntry.Released.class).forEach(entry -> released.add(entry.eventId()));
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
              catalogue.find(type).map(EventType::concern).orElse(false)));
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
      if (event.readable()) {
        fallback.putIfAbsent(event.incident(), event.originFamily());
        if (!event.echo()) {
          origins.putIfAbsent(event.incident(), event.originFamily());
          if (!event.context() && event.concern()) {
            reported.add(heardOf(event));
          }
        }
      }
    }
    List<TimelineEvent> all = new ArrayList<>();
    for (TimelineEvent event : first) {
      // An echo stands for its incident only where no other event about this subject does, and only
      // the first one.
      boolean stands = !event.echo();
      if (event.echo()
          && event.stands()
          && event.readable()
          && event.concern()
          && !event.context()) {
        stands = reported.add(heardOf(event));
      }
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
              stands,
              event.incident(),
              origins.getOrDefault(event.incident(), own),
              event.concern()));
    }
    return List.copyOf(all);
  }

  // Where children are told apart, what repeats a report about one may be the first about another.
  private String heardOf(TimelineEvent event) {
    return switch (subject.scope()) {
      case CHILD, UNBORN, HOUSEHOLD, ADULT -> event.incident();
      case PLACE, SETTING ->
          event.incident() + '|' + new TreeSet<>(event.sent().whose().children());
    };
  }

  /** Where an event went that was moved away from here. */
  public Optional<SubjectRef> movedTo(String eventId) {
    TimelineEntry.Moved move = moves(entries).get(eventId);
    return move != null && move.direction() == TimelineEntry.Moved.Direction.OUT
        ? Optional.of(move.to())
        : Optional.empty();
  }

  private static Map<String, TimelineEntry.Moved> moves(Collection<TimelineEntry> entries) {
    Map<String, TimelineEntry.Moved> moves = new HashMap<>();
    for (TimelineEntry.Moved move : only(entries, TimelineEntry.Moved.class)) {
      move.eventIds()
          .forEach(
              id ->
                  moves.merge(
                      id, move, (one, other) -> other.at().isBefore(one.at()) ? one : other));
    }
    return moves;
  }

  /**
   * Events without those that were moved away, and without context copies of the subject's own
   * events.
   */
  private static List<AttributedEvent> present(Collection<TimelineEntry> entries) {
    Map<String, TimelineEntry.Moved> moves = moves(entries);
    Map<String, AttributedEvent> own = new HashMap<>();
    Map<String, AttributedEvent> context = new HashMap<>();
    Set<String> ownIds = new HashSet<>();
    for (TimelineEntry.Event entry : only(entries, TimelineEntry.Event.class)) {
      AttributedEvent event = entry.event();
      TimelineEntry.Moved move = moves.get(event.eventId());
      boolean gone = move != null && move.direction() == TimelineEntry.Moved.Direction.OUT;
      if (event.whose().context()) {
        context.put(event.key(), event);
      } else if (!gone) {
        own.put(event.key(), event);
        ownIds.add(event.eventId());
      }
    }
    List<AttributedEvent> all = new ArrayList<>(own.values());
    context.values().stream().filter(event -> !ownIds.contains(event.eventId())).forEach(all::add);
    return all;
  }

  private OriginFamily family(AttributedEvent event, String type) {
    return catalogue.find(type).map(EventType::family).orElse(event.publisher().family());
  }

  private static Map<String, TimelineEntry.EchoRuling> latest(
      List<TimelineEntry.EchoRuling> rulings) {
    Map<String, TimelineEntry.EchoRuling> latest = new HashMap<>();
    for (TimelineEntry.EchoRuling ruling : rulings) {
      latest.merge(
          ruling.eventId() + '|' + ruling.echoOf(),
          ruling,
          (one, other) -> other.at().isBefore(one.at()) ? one : other);
    }
    return Map.copyOf(latest);
  }

  private static <T extends TimelineEntry> List<T> only(
      Collection<TimelineEntry> entries, Class<T> type) {
    return entries.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Whom it is about. */
  public SubjectRef subject() {
    return subject;
  }

  /** The catalogue by which it was read. */
  public EventCatalogue catalogue() {
    return catalogue;
  }

  /** All events in order, household context among them. */
  public List<TimelineEvent> events() {
    return events;
  }

  /** Dates of birth. */
  public Ages ages() {
    return ages;
  }

  /** The latest moment at which a persisted deadline was recorded as reached. */
  public Optional<Instant> clock() {
    return clock;
  }

  /** Whether a deadline need not be met. */
  public boolean waived(String deadlineId) {
    return notRequired.contains(deadlineId);
  }

  /** Whether a person has ruled on this pair, either way. */
  public boolean ruled(String eventId, String echoOf) {
    return rulings.containsKey(eventId + '|' + echoOf)
        || rulings.containsKey(echoOf + '|' + eventId);
  }

  /**
   * The children whom a finding of a moment names: the child itself, or a household's members then.
   */
  public Set<String> childrenAt(Instant moment) {
    return switch (subject.scope()) {
      case CHILD, UNBORN, ADULT -> Set.of(subject.ref());
      case HOUSEHOLD, PLACE, SETTING -> membersAt(moment);
    };
  }

  /** The children whom these events name; a message may name several persons. */
  public Set<String> childrenOf(Collection<TimelineEvent> named) {
    Set<String> ids = new HashSet<>();
    named.forEach(event -> ids.add(event.id()));
    Set<String> children = new TreeSet<>();
    events.stream()
        .filter(event -> ids.contains(event.id()))
        .forEach(event -> children.addAll(event.sent().whose().children()));
    return children;
  }

  private Set<String> membersAt(Instant moment) {
    Set<String> present = new TreeSet<>();
    events.forEach(event -> present.addAll(event.sent().whose().children()));
    for (TimelineEntry.HouseholdMember member : members) {
      Instant until = member.until();
      Instant from = member.from();
      if (until != null && !moment.isBefore(until)) {
        present.remove(member.child());
      } else if (from == null || !moment.isBefore(from)) {
        present.add(member.child());
      }
    }
    return present;
  }
}
