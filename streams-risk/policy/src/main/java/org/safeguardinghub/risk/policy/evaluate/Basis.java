package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What all rules read of one timeline: what may be read, what counts, what was open. */
final class Basis {
  private final Policy policy;
  private final Interests interests;
  private final Timeline timeline;
  private final boolean aboutOnePerson;
  private final boolean adultLane;
  private final List<TimelineEvent> readable = new ArrayList<>();
  private final List<TimelineEvent> own = new ArrayList<>();
  private final List<TimelineEvent> counting = new ArrayList<>();
  private final Map<String, List<TimelineEvent>> ownByIncident = new HashMap<>();
  private final Set<String> types = new HashSet<>();
  private final Episodes episodes;
  private final Selections selections = new Selections(this);
  private Instant now;

  Basis(Policy policy, Interests interests, Timeline timeline, Instant now) {
    this.policy = policy;
    this.interests = interests;
    this.timeline = timeline;
    this.now = now;
    this.adultLane = timeline.subject().scope() == Scope.ADULT;
    this.aboutOnePerson =
        switch (timeline.subject().scope()) {
          case CHILD, UNBORN -> true;
          case HOUSEHOLD, PLACE, SETTING, ADULT, ROLE, FEED -> false;
        };
    for (TimelineEvent event : timeline.events()) {
      come(event);
    }
    this.episodes = new Episodes(policy, timeline.events());
  }

  private void come(TimelineEvent event) {
    if (readable(event)) {
      InOrder.add(readable, event);
      types.add(event.type());
      if (!event.context()) {
        InOrder.add(own, event);
        InOrder.add(
            ownByIncident.computeIfAbsent(event.incident(), _ -> new ArrayList<>(2)), event);
      }
      if (counts(event)) {
        InOrder.add(counting, event);
      }
    }
  }

  /** Follows a change; answers when something else was open than before, if at all. */
  Optional<Stretch> follow(Change change) {
    for (TimelineEvent gone : change.gone()) {
      InOrder.remove(readable, gone);
      InOrder.remove(own, gone);
      InOrder.remove(ownByIncident.getOrDefault(gone.incident(), new ArrayList<>()), gone);
      InOrder.remove(counting, gone);
    }
    change.come().forEach(this::come);
    selections.follow(change);
    return episodes.follow(change);
  }

  void now(Instant later) {
    now = later;
  }

  Instant now() {
    return now;
  }

  Policy policy() {
    return policy;
  }

  Interests interests() {
    return interests;
  }

  Timeline timeline() {
    return timeline;
  }

  Episodes episodes() {
    return episodes;
  }

  List<TimelineEvent> counting() {
    return counting;
  }

  /** The subject's own events of one incident, in order. */
  List<TimelineEvent> ownOf(String incident) {
    return ownByIncident.getOrDefault(incident, List.of());
  }

  /** Whether a rule that asks for some events looks at this one. */
  boolean among(Selection.From from, TimelineEvent event) {
    return switch (from) {
      case COUNTING -> counts(event);
      case OWN -> readable(event) && !event.context();
      case READABLE -> readable(event);
      case ALL -> true;
    };
  }

  /** Those of a kind, in order. */
  List<TimelineEvent> among(Selection.From from) {
    return switch (from) {
      case COUNTING -> counting;
      case OWN -> own;
      case READABLE -> readable;
      case ALL -> timeline.events();
    };
  }

  /** Whether any event that may be read may be among the chosen. */
  boolean holdsAny(Predicate<TimelineEvent> chosen) {
    return Chosen.possible(chosen, types);
  }

  /** What rules asked for, kept up to date. */
  Selections selections() {
    return selections;
  }

  /** Whether an event counts as a concern about this subject. */
  boolean counts(TimelineEvent event) {
    return readable(event)
        && !event.context()
        && event.concern()
        && event.stands()
        && inCountingRole(event);
  }

  /** Whether the person was in it what makes it count; asked only where the subject is one. */
  boolean inCountingRole(TimelineEvent event) {
    return !aboutOnePerson || policy.countingRoles().contains(event.sent().role());
  }

  /** Whether it names no other adult; asked only in the adult lane. */
  boolean aboutThisAdult(TimelineEvent event) {
    String adult = event.sent().places().adult();
    return !adultLane || adult == null || adult.equals(timeline.subject().ref());
  }

  /** Whether this is the lane of allegations about adults. */
  boolean inAdultLane() {
    return adultLane;
  }

  private boolean readable(TimelineEvent event) {
    return adultLane ? event.readableInAdultLane() : event.readable();
  }
}
