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
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.rule.LevelThreshold;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Vanishing;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A child with a history leaves a school, a practice or a home: the first stage of vanishing. */
final class LeavingMatcher implements Matcher {
  private final Scan scan;
  private final Vanishing rule;
  private final List<TimelineEvent> triggers;
  private final List<TimelineEvent> history;
  private final int longest;

  LeavingMatcher(Scan scan, Vanishing rule) {
    this.scan = scan;
    this.rule = rule;
    this.triggers = triggers(scan, rule);
    this.longest = rule.history().stream().mapToInt(LevelThreshold::days).max().orElse(0);
    this.history = scan.counting(Scan.of(rule.triggers()).negate());
  }

  /** Every leaving that may count, with or without a history. */
  static List<TimelineEvent> triggers(Scan scan, Vanishing rule) {
    return scan.counting(
        Scan.of(rule.triggers())
            .and(event -> !rule.protectedMoves().contains(event.sent().handling()))
            .and(event -> !accepted(rule, event)));
  }

  /** Whether the event says that a new school or authority has taken the child on. */
  static boolean accepted(Vanishing rule, TimelineEvent event) {
    return Scan.is(rule.acceptances(), event)
        && event.sent().attributes().containsKey(rule.acceptedBy());
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, triggers);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, longest);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> leaving = InTime.during(triggers, Stretch.of(moment));
    return leaving.isEmpty()
        ? Optional.empty()
        : rule.history().stream()
            .flatMap(threshold -> match(moment, leaving, threshold).stream())
            .findFirst();
  }

  private Optional<Match> match(
      Instant moment, List<TimelineEvent> leaving, LevelThreshold threshold) {
    List<Incident> before =
        Scan.incidents(InTime.within(history, moment, threshold.days())).stream()
            .filter(incident -> incident.level() >= threshold.level())
            .toList();
    if (before.size() < threshold.incidents()) {
      return Optional.empty();
    }
    Set<TimelineEvent> events = new HashSet<>(leaving);
    before.forEach(incident -> events.addAll(incident.events()));
    List<TimelineEvent> ordered = events.stream().sorted(TimelineEvent.ORDER).toList();
    Map<String, String> values = new HashMap<>();
    values.put("trigger", titles(leaving));
    values.put("days", Integer.toString(threshold.days()));
    values.put("minLevel", Integer.toString(threshold.level()));
    values.put("history", Words.count(before.size(), "incident"));
    values.put("historyFamilies", Words.families(Incident.families(before)));
    values.put("last", Words.day(moment));
    return Optional.of(Match.of("left", Scan.incidents(ordered), rule.severity(), values));
  }

  private String titles(List<TimelineEvent> events) {
    List<String> titles = new ArrayList<>();
    for (TimelineEvent event : events) {
      scan.timeline()
          .catalogue()
          .find(event.type())
          .map(EventType::title)
          .filter(title -> !titles.contains(title))
          .ifPresent(titles::add);
    }
    return String.join("; ", titles);
  }
}
