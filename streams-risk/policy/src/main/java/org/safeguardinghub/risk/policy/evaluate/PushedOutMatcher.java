package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.ExploitationRule.PushedOut;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A child who lost school, and an incident with police or youth justice soon after. */
final class PushedOutMatcher implements Matcher {
  private final PushedOut rule;
  private final OpenPlans plans;
  private final List<TimelineEvent> suspensions;
  private final List<TimelineEvent> exclusions;
  private final List<TimelineEvent> police;
  private final Supplier<List<Draft>> with;
  private List<Instant> told = List.of();

  /**
   * @param with findings of the pattern that raises the severity
   */
  PushedOutMatcher(Scan scan, PushedOut rule, Supplier<List<Draft>> with) {
    this.rule = rule;
    this.with = with;
    this.police = scan.counting(Scan.of(rule.police()));
    this.suspensions = scan.counting(Scan.of(rule.suspensions()));
    this.exclusions = scan.counting(Scan.of(rule.exclusions()));
    this.plans = new OpenPlans(scan, rule.plan());
    grown();
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public void grown() {
    told =
        with.get().stream()
            .flatMap(draft -> draft.firings().stream())
            .map(Firing::at)
            .sorted()
            .toList();
  }

  @Override
  public Optional<Duration> readsOthersFor() {
    return Optional.of(Duration.ofDays(rule.withDays()));
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = Scan.moments(when, police);
    told.stream().filter(when::holds).forEach(moments::add);
    return moments;
  }

  /** What had pushed the child out in the time before something: exclusions, and suspensions. */
  private List<TimelineEvent> pushesBefore(TimelineEvent event) {
    List<TimelineEvent> all =
        new ArrayList<>(Scan.within(exclusions, event.at(), rule.withinDays()));
    for (TimelineEvent last : Scan.within(suspensions, event.at(), rule.withinDays())) {
      List<TimelineEvent> recent = Scan.within(suspensions, last.at(), rule.suspended().window());
      if (Scan.incidents(recent).size() >= rule.suspended().incidents()) {
        all.addAll(recent);
      }
    }
    return all;
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // Suspensions are counted before the last of them, and looked for before the police's report.
    int days = 2 * rule.withinDays() + rule.suspended().days();
    return Scan.later(Scan.after(changed, days), plans.reach(changed));
  }

  @Override
  public boolean ledAt(Instant moment) {
    return plans.ledAt(moment);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    SortedSet<TimelineEvent> all = new TreeSet<>(TimelineEvent.ORDER);
    for (TimelineEvent event : Scan.within(police, moment, rule.withinDays())) {
      List<TimelineEvent> before = pushesBefore(event);
      if (!before.isEmpty()) {
        all.add(event);
        all.addAll(before);
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> values = Map.of("days", Integer.toString(rule.withinDays()));
    return Optional.of(
        Match.of("followed", Scan.incidents(List.copyOf(all)), severity(moment), values));
  }

  private Severity severity(Instant moment) {
    Instant from = moment.minus(Duration.ofDays(rule.withDays()));
    return told.stream().anyMatch(at -> at.isAfter(from) && !at.isAfter(moment))
        ? rule.raised()
        : rule.severity();
  }
}
