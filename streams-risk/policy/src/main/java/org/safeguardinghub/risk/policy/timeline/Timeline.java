package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Everything that an evaluation sees of one subject. It follows from the set of entries alone:
 * neither their order nor repeats show.
 */
public final class Timeline {
  private final SubjectRef subject;
  private final List<TimelineEntry> entries;
  private final EventCatalogue catalogue;
  private final Resolution resolution;
  private final List<TimelineEvent> events;
  private final Moves moves;
  private final Membership membership;
  private final Set<String> notRequired;
  private final Rulings rulings;
  private final Optional<Instant> clock;
  private final Ages ages;
  private @Nullable Connections connections;

  private Timeline(
      SubjectRef subject, Collection<TimelineEntry> entries, EventCatalogue catalogue) {
    this.subject = subject;
    this.entries = new ArrayList<>(entries);
    this.catalogue = catalogue;
    Set<String> waived = new HashSet<>();
    only(entries, TimelineEntry.NotRequired.class).forEach(entry -> waived.add(entry.deadlineId()));
    this.notRequired = Set.copyOf(waived);
    this.clock =
        only(entries, TimelineEntry.DeadlineReached.class).stream()
            .map(TimelineEntry.DeadlineReached::dueAt)
            .max(Instant::compareTo);
    this.rulings = new Rulings(only(entries, TimelineEntry.EchoRuling.class));
    this.ages = Ages.of(entries, subject.ref());
    this.moves = new Moves(only(entries, TimelineEntry.Moved.class));
    Set<String> released = new HashSet<>();
    only(entries, TimelineEntry.Released.class).forEach(entry -> released.add(entry.eventId()));
    this.resolution = new Resolution(subject, catalogue, rulings.all(), released);
    this.events = resolution.of(present());
    this.membership =
        new Membership(subject, only(entries, TimelineEntry.HouseholdMember.class), events);
  }

  /** The timeline of a subject. Entries of one key are expected once, as a state keeps them. */
  public static Timeline of(
      SubjectRef subject, Collection<TimelineEntry> entries, EventCatalogue catalogue) {
    return new Timeline(subject, entries, catalogue);
  }

  private Timeline(Timeline whole, Set<String> unknown) {
    this.subject = whole.subject;
    this.catalogue = whole.catalogue;
    this.notRequired = whole.notRequired;
    this.clock = whole.clock;
    this.rulings = whole.rulings;
    this.moves = whole.moves;
    this.resolution = whole.resolution;
    this.entries = new ArrayList<>(whole.entries.size());
    List<AttributedEvent> gone = new ArrayList<>(unknown.size());
    for (TimelineEntry entry : whole.entries) {
      if (entry instanceof TimelineEntry.Event(var event) && unknown.contains(event.eventId())) {
        gone.add(event);
      } else {
        entries.add(entry);
      }
    }
    this.events = whole.eventsWithout(unknown);
    this.ages =
        whole.ages.holdWithout(gone, subject.ref()) ? whole.ages : Ages.of(entries, subject.ref());
    this.membership = whole.membership.beside(events);
  }

  /**
   * This timeline as it would read if some events were not known, at the cost of the incidents that
   * they belong to.
   */
  public Timeline without(Set<String> eventIds) {
    return new Timeline(this, eventIds);
  }

  /**
   * What differs between how this one reads and another that leaves out other events of the same
   * timeline.
   *
   * @return empty where more than events differs: dates of birth, or who belongs to it
   */
  public Optional<Change> to(Timeline other) {
    if (resolution != other.resolution
        || ages != other.ages
        || !membership.namesWhom(other.membership)) {
      return Optional.empty();
    }
    return Optional.of(
        Change.of(InOrder.missing(events, other.events), InOrder.missing(other.events, events)));
  }

  private List<TimelineEvent> eventsWithout(Set<String> unknown) {
    Set<String> touched = new HashSet<>();
    for (TimelineEvent event : events) {
      if (unknown.contains(event.id())) {
        touched.add(event.incident());
      }
    }
    List<TimelineEvent> rest = new ArrayList<>(events.size());
    List<AttributedEvent> anew = new ArrayList<>();
    for (TimelineEvent event : events) {
      if (!touched.contains(event.incident())) {
        rest.add(event);
      } else if (!unknown.contains(event.id())) {
        anew.add(event.sent());
      }
    }
    resolution.of(anew).forEach(event -> InOrder.add(rest, event));
    return rest;
  }

  /**
   * A household's view of the events that this child's timeline holds of it, the child's own and
   * context alike.
   */
  public Timeline ofHousehold(String household) {
    List<TimelineEntry> kept = new ArrayList<>();
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        if (household.equals(event.places().household()) && !gone(event)) {
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

  /** How the household's view of this timeline holds an event of this one. */
  public AttributedEvent ofHousehold(AttributedEvent event) {
    AttributedEvent.Whose whose = event.whose();
    Set<String> children =
        whose.children().isEmpty() && !whose.context() ? Set.of(subject.ref()) : whose.children();
    return event.of(
        new AttributedEvent.Whose(whose.personRef(), whose.identityConfirmed(), children, false));
  }

  /**
   * Takes one more event in, for a single owner. Nobody else may hold this timeline.
   *
   * @return what it changed; empty where it changes more than its own incident (a repeated id, an
   *     age, a child who was not named before, an event that was moved or ruled on): then nothing
   *     was taken in, and the timeline is to be read anew
   */
  public Optional<Change> grow(AttributedEvent event) {
    if (connections == null) {
      connections = new Connections(events);
    }
    if (connections.holds(event.eventId())
        || !rulings.none()
        || moves.holds(event.eventId())
        || !ages.agreeWith(event, subject.ref())
        || !membership.knowsAllOf(event)) {
      return Optional.empty();
    }
    List<TimelineEvent> joined = connections.joinedBy(event);
    List<AttributedEvent> together = new ArrayList<>();
    joined.forEach(other -> together.add(other.sent()));
    together.add(event);
    List<TimelineEvent> read = resolution.of(together);
    read.replaceAll(now -> joined.contains(now) ? joined.get(joined.indexOf(now)) : now);
    Instant since = read.getFirst().at();
    Change change = new Change(differing(joined, read), differing(read, joined), since);
    entries.add(new TimelineEntry.Event(event));
    ages.heard(event, subject.ref());
    connections.remove(joined);
    read.forEach(connections::add);
    change.gone().forEach(gone -> InOrder.remove(events, gone));
    change.come().forEach(come -> InOrder.add(events, come));
    return Optional.of(change);
  }

  // An incident is named after one of its events; another name alone changes all of them.
  private static List<TimelineEvent> differing(List<TimelineEvent> some, List<TimelineEvent> than) {
    List<TimelineEvent> differing = new ArrayList<>(some);
    differing.removeAll(than);
    return differing;
  }

  /** Where an event went that was moved away from here. */
  public Optional<SubjectRef> movedTo(String eventId) {
    return moves.to(eventId);
  }

  /** When any of these events came back that had been moved away from here; the latest of them. */
  public Optional<Instant> cameBack(Set<String> eventIds) {
    return moves.cameBack(eventIds);
  }

  /** From where events were moved here. */
  public Set<SubjectRef> movedFrom() {
    return moves.from();
  }

  /**
   * Events without those that were moved away, and without context copies of the subject's own
   * events.
   */
  private List<AttributedEvent> present() {
    Map<String, AttributedEvent> own = new HashMap<>();
    Map<String, AttributedEvent> context = new HashMap<>();
    Set<String> ownIds = new HashSet<>();
    for (TimelineEntry.Event entry : only(entries, TimelineEntry.Event.class)) {
      AttributedEvent event = entry.event();
      if (event.whose().context()) {
        context.put(event.key(), event);
      } else if (!gone(event)) {
        own.put(event.key(), event);
        ownIds.add(event.eventId());
      }
    }
    List<AttributedEvent> all = new ArrayList<>(own.values());
    context.values().stream().filter(event -> !ownIds.contains(event.eventId())).forEach(all::add);
    return all;
  }

  private boolean gone(AttributedEvent event) {
    return !event.whose().context() && movedTo(event.eventId()).isPresent();
  }

  private static <T extends TimelineEntry> List<T> only(
      Collection<TimelineEntry> entries, Class<T> type) {
    List<T> only = new ArrayList<>(0);
    for (TimelineEntry entry : entries) {
      if (type.isInstance(entry)) {
        only.add(type.cast(entry));
      }
    }
    return only;
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
    return Collections.unmodifiableList(events);
  }

  /** Dates of birth. */
  public Ages ages() {
    return ages;
  }

  /** The latest moment at which a persisted deadline was recorded as reached. */
  public Optional<Instant> clock() {
    return clock;
  }

  /** What is recorded of disagreements about alerts, in order. */
  public List<TimelineEntry.Dispute> disputes() {
    return only(entries, TimelineEntry.Dispute.class).stream()
        .sorted(
            Comparator.comparing(TimelineEntry.Dispute::at)
                .thenComparing(TimelineEntry.Dispute::key))
        .toList();
  }

  /**
   * Whether a deadline need not be met.
   *
   * @param deadlineId its id, made only where somebody has decided anything of the kind
   */
  public boolean waived(Supplier<String> deadlineId) {
    return !notRequired.isEmpty() && notRequired.contains(deadlineId.get());
  }

  /** Whether a person has ruled on this pair, either way. */
  public boolean ruled(String eventId, String echoOf) {
    return rulings.on(eventId, echoOf);
  }

  /**
   * The children whom a finding of a moment names: the child itself, or a household's members then.
   */
  public Set<String> childrenAt(Instant moment) {
    return membership.at(moment);
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
}
