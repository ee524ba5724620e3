package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.SameAdult;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Several concerns about one adult, less those that turned out to be false. */
final class SameAdultMatcher implements Matcher {
  private final SameAdult rule;
  private final List<TimelineEvent> concerns;
  private final Map<String, TimelineEvent> outcomes;

  SameAdultMatcher(Scan scan, SameAdult rule) {
    this.rule = rule;
    // Nothing in this lane counts in a child's patterns, so it is not asked whether it counts
    // there.
    Predicate<TimelineEvent> same =
        event -> scan.timeline().subject().ref().equals(event.sent().places().adult());
    List<TimelineEvent> all =
        scan.own(Scan.of(rule.concerns()).and(TimelineEvent::stands).and(same));
    this.outcomes = outcomes(all, scan.own(Scan.of(rule.outcomes()).and(same)));
    this.concerns = all.stream().filter(event -> !excluded(event)).toList();
  }

  /**
   * The latest outcome by incident. One that names no incident is taken for the concern before it
   * if only one is open: nobody may lose or gain a concern by guesswork.
   */
  private static Map<String, TimelineEvent> outcomes(
      List<TimelineEvent> concerns, List<TimelineEvent> outcomes) {
    Set<String> known =
        concerns.stream().map(TimelineEvent::incident).collect(Collectors.toUnmodifiableSet());
    Map<String, TimelineEvent> settled = new HashMap<>();
    List<TimelineEvent> unlinked = new ArrayList<>();
    for (TimelineEvent outcome : outcomes) {
      if (known.contains(outcome.incident())) {
        settled.put(outcome.incident(), outcome);
      } else {
        unlinked.add(outcome);
      }
    }
    for (TimelineEvent outcome : unlinked) {
      Set<String> open = new HashSet<>();
      concerns.stream()
          .filter(concern -> !concern.at().isAfter(outcome.at()))
          .map(TimelineEvent::incident)
          .filter(incident -> !settled.containsKey(incident))
          .forEach(open::add);
      if (open.size() == 1) {
        open.forEach(incident -> settled.put(incident, outcome));
      }
    }
    return Map.copyOf(settled);
  }

  private boolean excluded(TimelineEvent concern) {
    TimelineEvent outcome = outcomes.get(concern.incident());
    return outcome != null && Scan.is(rule.excluding(), outcome);
  }

  private boolean shown(Incident incident) {
    TimelineEvent outcome = outcomes.get(incident.key());
    return outcome != null && Scan.is(rule.shown(), outcome);
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, concerns);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<Incident> incidents =
        Scan.incidents(InTime.within(concerns, moment, rule.threshold().window()));
    if (incidents.size() < rule.threshold().incidents()) {
      return Optional.empty();
    }
    List<TimelineEvent> events =
        incidents.stream().flatMap(incident -> incident.events().stream()).toList();
    boolean alleged = events.stream().anyMatch(Scan.of(rule.allegations()));
    Set<String> agencies =
        events.stream().map(event -> event.sent().publisher().agency()).collect(Collectors.toSet());
    Map<String, String> values =
        Map.of(
            "days", Integer.toString(rule.threshold().days()),
            "agencies", Integer.toString(agencies.size()),
            "shown", Long.toString(incidents.stream().filter(this::shown).count()));
    return Optional.of(
        Match.of("several", incidents, alleged ? rule.raised() : rule.severity(), values));
  }
}
