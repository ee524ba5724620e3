package org.safeguardinghub.deploy.local.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguardinghub.deploy.local.story.FindingsBoard.Seen;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.Situations;
import org.safeguardinghub.risk.codec.DecisionCodec;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.Step;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * The pure core played without a broker: one story's events, attributed by the story's own word or
 * by the hub's identity rules, brought to every timeline that they concern, with the clock of the
 * story. What the streams do with partitions and transactions happens here in one map.
 */
final class PureHub {
  private final RiskPolicy risk;
  private final EventCatalogue catalogue;
  private final StoryEvents events;
  private final Map<SubjectRef, State> states = new TreeMap<>();
  private final Map<SubjectRef, Findings> findings = new HashMap<>();
  private final Map<String, Set<SubjectRef>> members = new HashMap<>();
  private final Map<String, List<AttributedEvent>> ofHouseholds = new HashMap<>();
  private final Set<String> unborn = new LinkedHashSet<>();
  private final List<Seen> decisions = new ArrayList<>();
  private final PureAlerts alerts = new PureAlerts();
  private Instant now = Instant.EPOCH;

  private final Resolver resolver;

  private PureHub(Policy policy, EventCatalogue catalogue, StoryEvents events, Resolver resolver) {
    this.risk = new RiskPolicy(policy, catalogue);
    this.catalogue = catalogue;
    this.events = events;
    this.resolver = resolver;
  }

  /** Finds out whose a story's events are, and has them attributed. */
  interface Resolver {
    void receive(PureHub hub, Story.Event event);

    /** When a person answers next of whom something was asked. */
    Optional<Instant> nextAnswer();

    void answer(PureHub hub);
  }

  /**
   * Whom an event is about.
   *
   * @param ref the reference of the child
   * @param unborn it is not born yet
   * @param household where it happened, if in one
   * @param tellsBirth whether what it says of the date of birth is to be believed
   */
  record Whom(String ref, boolean unborn, Optional<String> household, boolean tellsBirth) {}

  /** Plays one story to its end, by its own word of who is who. */
  static PureHub play(Policy policy, EventCatalogue catalogue, Story story) {
    StoryEvents events = new StoryEvents(story, catalogue);
    return new PureHub(policy, catalogue, events, new ToldResolver(catalogue)).play(story);
  }

  /** Plays one story to its end, with the hub finding out who is who. */
  static PureHub play(Policy policy, EventCatalogue catalogue, Story story, HubResolver resolver) {
    StoryEvents events = new StoryEvents(story, catalogue);
    return new PureHub(policy, catalogue, events, resolver).play(story);
  }

  private PureHub play(Story story) {
    story.events().stream()
        .filter(event -> !event.receivedAt().isAfter(story.until()))
        .sorted(Comparator.comparing(Story.Event::receivedAt).thenComparingInt(Story.Event::number))
        .forEach(this::receive);
    until(story.until());
    return this;
  }

  /** What was decided, in order. */
  List<Seen> decisions() {
    return List.copyOf(decisions);
  }

  /** The pictures of the alerts that followed, in order. */
  List<AlertRecord> alerts() {
    return alerts.pictures();
  }

  /** A subject's timeline as it is known at the end. */
  Timeline timeline(SubjectRef subject) {
    State state = states.getOrDefault(subject, State.empty(subject));
    return Timeline.of(subject, state.entries().values(), catalogue);
  }

  /** What was found about a subject at last. */
  Optional<Findings> findings(SubjectRef subject) {
    return Optional.ofNullable(findings.get(subject));
  }

  private void receive(Story.Event event) {
    // What arrives at the very moment of a deadline is heard before the clock.
    until(event.receivedAt().minusMillis(1));
    now = event.receivedAt();
    resolver.receive(this, event);
  }

  /** The moment that the story has reached. */
  Instant now() {
    return now;
  }

  /** An allegation about an adult, in a lane of its own. */
  void adultLane(Story.Event event, int index) {
    Stream.of(event.text("adult"), event.text("setting"))
        .flatMap(Optional::stream)
        .forEach(
            ref ->
                fold(
                    new SubjectRef(Scope.ADULT, ref),
                    new TimelineEntry.Event(
                        events.event(event, index, event.text("hh"), Set.of()))));
  }

  /** An event that names no child. */
  void withoutChild(Story.Event event, int index) {
    scopes(event, index, event.text("hh"), Optional.empty());
  }

  /** An event whose child is known. */
  void attribute(Story.Event event, int index, Whom whom) {
    List<TimelineEntry> births = births(event, index, whom);
    SubjectRef subject = subject(whom, births);
    births.forEach(fact -> fold(subject, fact));
    fold(subject, new TimelineEntry.Event(events.event(event, index, whom.household(), Set.of())));
    scopes(event, index, whom.household(), Optional.of(subject));
  }

  /** The child is no member of the household from then on. */
  void leave(String home, String child, Instant until) {
    members.getOrDefault(home, new TreeSet<>()).removeIf(member -> member.ref().equals(child));
    fold(
        SubjectRef.household(home),
        new TimelineEntry.HouseholdMember(home, child, null, until, now));
  }

  /** An urgent event whose child is being asked for. */
  void goOn(Story.Event event, int index, String provisional) {
    AttributedEvent about = events.event(event, index, Optional.empty(), Set.of());
    AttributedEvent.Whose whose =
        new AttributedEvent.Whose(about.whose().personRef(), false, Set.of(), false);
    fold(SubjectRef.child(provisional), new TimelineEntry.Event(about.of(whose)));
  }

  /** The child of an urgent event is known: what was found goes on there. */
  void settle(Story.Event event, int index, String provisional, Whom whom) {
    List<TimelineEntry> births = births(event, index, whom);
    SubjectRef subject = subject(whom, births);
    AttributedEvent about = events.event(event, index, whom.household(), Set.of());
    List<TimelineEntry> entries = new ArrayList<>(births);
    entries.add(new TimelineEntry.Event(about));
    move(SubjectRef.child(provisional), subject, entries, Set.of(about.eventId()));
    scopes(event, index, whom.household(), Optional.of(subject));
  }

  private List<TimelineEntry> births(Story.Event event, int index, Whom whom) {
    return events.births(event, index, whom.ref(), whom.unborn()).stream()
        .filter(fact -> whom.tellsBirth() || !(fact instanceof TimelineEntry.DateOfBirth))
        .toList();
  }

  /**
   * Whom it is about: a child who was expected, and is now said to be born, goes on as the child.
   */
  private SubjectRef subject(Whom whom, List<TimelineEntry> births) {
    SubjectRef before = new SubjectRef(Scope.UNBORN, whom.ref());
    SubjectRef child = SubjectRef.child(whom.ref());
    if (whom.unborn()) {
      unborn.add(whom.ref());
      return before;
    }
    if (unborn.remove(whom.ref())) {
      State old = states.getOrDefault(before, State.empty(before));
      Set<String> moved = new TreeSet<>();
      // The birth is known with the move: what was found before it is read against that date.
      List<TimelineEntry> entries = new ArrayList<>(births);
      for (TimelineEntry entry : old.entries().values()) {
        entries.add(entry);
        if (entry instanceof TimelineEntry.Event(var own) && !own.whose().context()) {
          moved.add(own.eventId());
        }
      }
      move(before, child, entries, moved);
      members.values().stream()
          .filter(home -> home.remove(before))
          .forEach(home -> home.add(child));
    }
    return child;
  }

  /** Everything of one subject goes on under another, with what was found. */
  private void move(
      SubjectRef from, SubjectRef to, List<TimelineEntry> brought, Set<String> moved) {
    State old = states.getOrDefault(from, State.empty(from));
    TimelineEntry.Moved in =
        new TimelineEntry.Moved(TimelineEntry.Moved.Direction.IN, from, to, moved, now);
    List<TimelineEntry> entries = new ArrayList<>(brought);
    entries.add(in);
    keep(
        to,
        risk.fold(
            states.getOrDefault(to, State.empty(to)),
            new Input.MovedIn(in.key(), now, entries, old.published())));
    alerts.moved(from, to, now);
    states.remove(from);
    findings.remove(from);
  }

  /**
   * The event under its household, place and setting, and as context for the household's others.
   */
  private void scopes(
      Story.Event event, int index, Optional<String> home, Optional<SubjectRef> subject) {
    Set<String> named = new TreeSet<>();
    subject.ifPresent(ref -> named.add(ref.ref()));
    AttributedEvent about = events.event(event, index, home, named);
    home.ifPresent(household -> household(household, about, subject));
    if (about.handling().compareTo(HandlingClass.H4) < 0) {
      Optional.ofNullable(about.places().place())
          .ifPresent(ref -> fold(new SubjectRef(Scope.PLACE, ref), new TimelineEntry.Event(about)));
      Optional.ofNullable(about.places().setting())
          .ifPresent(
              ref -> fold(new SubjectRef(Scope.SETTING, ref), new TimelineEntry.Event(about)));
    }
  }

  private void household(String home, AttributedEvent about, Optional<SubjectRef> subject) {
    Set<SubjectRef> all = members.computeIfAbsent(home, _ -> new TreeSet<>());
    List<AttributedEvent> before = ofHouseholds.computeIfAbsent(home, _ -> new ArrayList<>());
    SubjectRef household = SubjectRef.household(home);
    fold(household, new TimelineEntry.Event(about));
    for (SubjectRef other : all) {
      if (!about.whose().children().contains(other.ref())) {
        fold(other, new TimelineEntry.Event(StoryEvents.context(about)));
      }
    }
    before.add(about);
    if (subject.isPresent() && all.add(subject.get())) {
      SubjectRef member = subject.get();
      fold(household, new TimelineEntry.HouseholdMember(home, member.ref(), null, null, now));
      before.stream()
          .filter(earlier -> !earlier.whose().children().contains(member.ref()))
          .forEach(earlier -> fold(member, new TimelineEntry.Event(StoryEvents.context(earlier))));
    }
  }

  /** Every answer of a person and every clock that runs out up to a moment, in order. */
  private void until(Instant moment) {
    Optional<Instant> answer = resolver.nextAnswer();
    while (answer.filter(at -> !at.isAfter(moment)).isPresent()) {
      clocks(answer.get());
      resolver.answer(this);
      answer = resolver.nextAnswer();
    }
    clocks(moment);
  }

  private void clocks(Instant moment) {
    Optional<Map.Entry<SubjectRef, Deadline>> next = next(moment);
    while (next.isPresent()) {
      Deadline due = next.get().getValue();
      now = due.dueAt().isAfter(now) ? due.dueAt() : now;
      fold(
          next.get().getKey(),
          new TimelineEntry.DeadlineReached(due.id(), due.pattern(), due.dueAt()));
      next = next(moment);
    }
    now = moment.isAfter(now) ? moment : now;
  }

  private Optional<Map.Entry<SubjectRef, Deadline>> next(Instant moment) {
    return findings.entrySet().stream()
        .flatMap(
            one -> one.getValue().deadlines().stream().map(due -> Map.entry(one.getKey(), due)))
        .filter(one -> !one.getValue().dueAt().isAfter(moment))
        .min(Comparator.comparing(one -> one.getValue().dueAt()));
  }

  private void fold(SubjectRef subject, TimelineEntry entry) {
    keep(
        subject,
        risk.fold(
            states.getOrDefault(subject, State.empty(subject)),
            new Input.Recorded(entry.key(), now, entry)));
  }

  private void keep(SubjectRef subject, Step step) {
    states.put(subject, step.state());
    findings.put(subject, step.findings());
    List<Decision> explained =
        risk.explained(step.decisions(), step.state().entries().values(), now);
    Situation situation = Situations.at(risk.policy(), timeline(subject), now);
    alerts.decided(subject, explained, situation, now);
    for (Decision decision : explained) {
      RiskDecisionRecord record = DecisionCodec.toRecord(subject, decision, now);
      decisions.add(FindingsBoard.seen(record));
    }
  }
}
