package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
    List<Instant> all = new ArrayList<>();
    for (Draft draft : with.get()) {
      for (Firing firing : draft.firings()) {
        all.add(firing.at());
      }
    }
    all.sort(Instant::compareTo);
    told = all;
  }

  @Override
  public Optional<Duration> readsOthersFor() {
    return Optional.of(Duration.ofDays(rule.withDays()));
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = InTime.moments(when, police);
    told.stream().filter(when::holds).forEach(moments::add);
    return moments;
  }

  /** Whether anything had pushed the child out in the time before a report. */
  private boolean pushed(TimelineEvent report) {
    return !InTime.within(exclusions, report.at(), rule.withinDays()).isEmpty()
        || InTime.within(suspensions, report.at(), rule.withinDays()).stream()
            .anyMatch(last -> enough(suspendedUpTo(last)));
  }

  private List<TimelineEvent> suspendedUpTo(TimelineEvent last) {
    return InTime.within(suspensions, last.at(), rule.suspended().window());
  }

  private boolean enough(List<TimelineEvent> suspended) {
    return Scan.incidents(suspended).size() >= rule.suspended().incidents();
  }

  /** Whether one of the reports came soon after. */
  private boolean followed(TimelineEvent push, List<TimelineEvent> reports) {
    int next = InTime.firstFrom(reports, push.at());
    return next < reports.size()
        && reports.get(next).at().isBefore(InTime.after(push, rule.withinDays()));
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // Suspensions are counted before the last of them, and looked for before the police's report.
    int days = 2 * rule.withinDays() + rule.suspended().days();
    return InTime.later(InTime.after(changed, days), plans.reach(changed));
  }

  @Override
  public boolean ledAt(Instant moment) {
    return plans.ledAt(moment);
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> reports = InTime.within(police, moment, rule.withinDays());
    if (reports.isEmpty()) {
      return Optional.empty();
    }
    Stretch before =
        new Stretch(reports.getFirst().at(), moment).earlier(Duration.ofDays(rule.withinDays()));
    NavigableSet<TimelineEvent> all = new TreeSet<>(TimelineEvent.ORDER);
    reports.stream().filter(this::pushed).forEach(all::add);
    InTime.during(exclusions, before).stream()
        .filter(push -> followed(push, reports))
        .forEach(all::add);
    InTime.during(suspensions, before).stream()
        .filter(push -> followed(push, reports))
        .map(this::suspendedUpTo)
        .filter(this::enough)
        .forEach(all::addAll);
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
