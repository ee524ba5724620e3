package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.safeguardinghub.kernel.catalogue.EventType;
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
 * The pure core played without a broker: one story's events, attributed to the story's own people,
 * brought to every timeline that they concern, with the clock of the story. What the streams do
 * with partitions and transactions happens here in one map.
 */
final class PureHub {
  /** A fact about somebody who is not held is kept so long for a concern that may follow. */
  private static final Duration GRACE = Duration.ofDays(14);

  private final RiskPolicy risk;
  private final EventCatalogue catalogue;
  private final StoryEvents events;
  private final Map<SubjectRef, State> states = new TreeMap<>();
  private final Map<SubjectRef, Findings> findings = new HashMap<>();
  private final Map<String, Set<SubjectRef>> members = new HashMap<>();
  private final Map<String, List<AttributedEvent>> ofHouseholds = new HashMap<>();
  private final Map<String, List<Story.Event>> notHeld = new LinkedHashMap<>();
  private final Map<Integer, Story.Event> waiting = new HashMap<>();
  private final Set<String> unborn = new LinkedHashSet<>();
  private final Set<String> held = new LinkedHashSet<>();
  private final List<Seen> decisions = new ArrayList<>();
  private final PureAlerts alerts = new PureAlerts();
  private Instant now = Instant.EPOCH;

  PureHub(Policy policy, EventCatalogue catalogue, Story story) {
    this.risk = new RiskPolicy(policy, catalogue);
    this.catalogue = catalogue;
    this.events = new StoryEvents(story, catalogue);
  }

  /** Plays one story to its end. */
  static PureHub play(Policy policy, EventCatalogue catalogue, Story story) {
    PureHub hub = new PureHub(policy, catalogue, story);
    story.events().stream()
        .filter(event -> !event.receivedAt().isAfter(story.until()))
        .sorted(Comparator.comparing(Story.Event::receivedAt).thenComparingInt(Story.Event::number))
        .forEach(hub::receive);
    hub.until(story.until());
    return hub;
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
    Optional<JsonNode> ruling = event.node("ruling");
    if (ruling.isPresent()) {
      Story.Event settled = waiting.remove(ruling.get().path("event").asInt());
      if (settled != null) {
        take(settled, 0, ruling.get().path("subject").asText());
      }
    } else if (event.flag("review")) {
      waiting.put(event.number(), event);
    } else {
      for (int i = 0; i < event.subjects().size(); i++) {
        take(event, i, event.subjects().get(i));
      }
    }
  }

  private void take(Story.Event event, int index, String name) {
    EventType type = catalogue.find(event.type()).orElseThrow();
    if (events.handling(event) == HandlingClass.H5) {
      Stream.of(event.text("adult"), event.text("setting"))
          .flatMap(Optional::stream)
          .forEach(
              ref ->
                  fold(
                      new SubjectRef(Scope.ADULT, ref),
                      new TimelineEntry.Event(events.event(event, index, Set.of(), false))));
      return;
    }
    if (name.equals(Story.NOBODY)) {
      scopes(event, index, Optional.empty());
      return;
    }
    if (!held.contains(name) && (type.fact() || type.protective())) {
      notHeld.computeIfAbsent(name, _ -> new ArrayList<>()).add(event);
      return;
    }
    if (held.add(name)) {
      notHeld.getOrDefault(name, List.of()).stream()
          .filter(fact -> !fact.receivedAt().plus(GRACE).isBefore(now))
          .forEach(fact -> attribute(fact, fact.subjects().indexOf(name), name));
    }
    attribute(event, index, name);
  }

  private void attribute(Story.Event event, int index, String name) {
    List<TimelineEntry> births = events.births(event, index, name);
    SubjectRef subject = subject(event, name, births);
    births.forEach(fact -> fold(subject, fact));
    fold(subject, new TimelineEntry.Event(events.event(event, index, Set.of(), false)));
    scopes(event, index, Optional.of(subject));
  }

  /**
   * Whom it is about: a child who was expected, and is now said to be born, goes on as the child.
   */
  private SubjectRef subject(Story.Event event, String name, List<TimelineEntry> births) {
    SubjectRef before = new SubjectRef(Scope.UNBORN, name);
    SubjectRef child = SubjectRef.child(name);
    if (event.flag("unborn")) {
      unborn.add(name);
      return before;
    }
    if (unborn.remove(name)) {
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
      TimelineEntry.Moved in =
          new TimelineEntry.Moved(TimelineEntry.Moved.Direction.IN, before, child, moved, now);
      entries.add(in);
      keep(
          child,
          risk.fold(
              states.getOrDefault(child, State.empty(child)),
              new Input.MovedIn(in.key(), now, entries, old.published())));
      alerts.moved(before, child, now);
      states.remove(before);
      findings.remove(before);
      members.values().stream()
          .filter(home -> home.remove(before))
          .forEach(home -> home.add(child));
    }
    return child;
  }

  /**
   * The event under its household, place and setting, and as context for the household's others.
   */
  private void scopes(Story.Event event, int index, Optional<SubjectRef> subject) {
    Set<String> named = new TreeSet<>();
    subject.ifPresent(ref -> named.add(ref.ref()));
    AttributedEvent about = events.event(event, index, named, false);
    event.text("hh").ifPresent(home -> household(home, about, subject));
    if (about.handling().compareTo(HandlingClass.H4) < 0) {
      event
          .text("place")
          .ifPresent(ref -> fold(new SubjectRef(Scope.PLACE, ref), new TimelineEntry.Event(about)));
      event
          .text("setting")
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

  /** Every clock that runs out up to a moment, in order. */
  private void until(Instant moment) {
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
