package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.PushedOut;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A child who lost school, and an incident with police or youth justice soon after. */
final class PushedOutMatcher implements Matcher {
  private final Scan scan;
  private final PushedOut rule;
  private final OpenPlans plans;
  private final List<Push> pushes;
  private final List<TimelineEvent> police;
  private final List<Instant> told;

  /** When a child had been pushed out, and by what. */
  private record Push(Instant at, List<TimelineEvent> events) {}

  /**
   * @param with findings of the pattern that raises the severity
   */
  PushedOutMatcher(Scan scan, PushedOut rule, List<Draft> with) {
    this.scan = scan;
    this.rule = rule;
    this.police = scan.counting(Scan.of(rule.police()));
    this.plans = new OpenPlans(scan, police.isEmpty() ? Optional.empty() : rule.plan());
    this.told =
        with.stream().flatMap(draft -> draft.firings().stream()).map(Firing::at).sorted().toList();
    this.pushes = pushes();
  }

  private List<Push> pushes() {
    List<Push> all = new ArrayList<>();
    List<TimelineEvent> suspensions = scan.counting(Scan.of(rule.suspensions()));
    for (TimelineEvent last : suspensions) {
      List<TimelineEvent> recent = Scan.within(suspensions, last.at(), rule.suspended().window());
      if (Scan.incidents(recent).size() >= rule.suspended().incidents()) {
        all.add(new Push(last.at(), recent));
      }
    }
    scan.counting(Scan.of(rule.exclusions()))
        .forEach(event -> all.add(new Push(event.at(), List.of(event))));
    return List.copyOf(all);
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = new TreeSet<>(told);
    police.forEach(event -> moments.add(event.at()));
    return moments;
  }

  @Override
  public boolean ledAt(Instant moment) {
    return plans.ledAt(moment);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    SortedSet<TimelineEvent> all = new TreeSet<>(TimelineEvent.ORDER);
    for (TimelineEvent event : Scan.within(police, moment, rule.withinDays())) {
      List<Push> before = pushes.stream().filter(push -> within(push.at(), event.at())).toList();
      if (!before.isEmpty()) {
        all.add(event);
        before.forEach(push -> all.addAll(push.events()));
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = Map.of("days", Integer.toString(rule.withinDays()));
    return Optional.of(
        Match.of("followed", Scan.incidents(List.copyOf(all)), severity(moment), values));
  }

  private boolean within(Instant push, Instant event) {
    return !push.isAfter(event) && push.isAfter(event.minus(Duration.ofDays(rule.withinDays())));
  }

  private Severity severity(Instant moment) {
    Instant from = moment.minus(Duration.ofDays(rule.withDays()));
    return told.stream().anyMatch(at -> at.isAfter(from) && !at.isAfter(moment))
        ? rule.raised()
        : rule.severity();
  }
}
