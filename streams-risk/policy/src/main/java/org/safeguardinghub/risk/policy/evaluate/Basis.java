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
import org.jspecify.annotations.Nullable;
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
  private Timeline timeline;
  private final boolean aboutOnePerson;
  private final boolean adultLane;
  private final List<TimelineEvent> readable = new ArrayList<>();
  private final List<TimelineEvent> own = new ArrayList<>();
  private final List<TimelineEvent> counting = new ArrayList<>();
  private final Set<String> types = new HashSet<>();
  // Made for whoever asks first; few evaluations of a single pattern need them.
  private @Nullable Map<String, List<TimelineEvent>> ownByIncident;
  private @Nullable Episodes episodes;
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
  }

  private void come(TimelineEvent event) {
    if (readable(event)) {
      InOrder.add(readable, event);
      types.add(event.type());
      if (!event.context()) {
        InOrder.add(own, event);
        if (ownByIncident != null) {
          add(ownByIncident, event);
        }
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
      if (ownByIncident != null) {
        InOrder.remove(ownByIncident.getOrDefault(gone.incident(), new ArrayList<>()), gone);
      }
      InOrder.remove(counting, gone);
    }
    change.come().forEach(this::come);
    selections.follow(change);
    return episodes == null ? Optional.empty() : episodes.follow(change);
  }

  /** Reads another timeline of the same events from now on; what differs is to be followed. */
  void turnTo(Timeline other) {
    timeline = other;
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
    Episodes made = episodes;
    if (made == null) {
      made = new Episodes(policy, timeline.events());
      episodes = made;
    }
    return made;
  }

  List<TimelineEvent> counting() {
    return counting;
  }

  /** The subject's own events of one incident, in order. */
  List<TimelineEvent> ownOf(String incident) {
    Map<String, List<TimelineEvent>> made = ownByIncident;
    if (made == null) {
      made = new HashMap<>();
      for (TimelineEvent event : own) {
        add(made, event);
      }
      ownByIncident = made;
    }
    return made.getOrDefault(incident, List.of());
  }

  private static void add(Map<String, List<TimelineEvent>> byIncident, TimelineEvent event) {
    InOrder.add(byIncident.computeIfAbsent(event.incident(), _ -> new ArrayList<>(2)), event);
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
