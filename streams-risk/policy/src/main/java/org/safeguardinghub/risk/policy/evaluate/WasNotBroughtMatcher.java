package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.PatternRule.WasNotBrought;
import org.safeguardinghub.risk.policy.rule.Threshold;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Appointments to which the child was not brought. */
final class WasNotBroughtMatcher implements Matcher {
  private static final int MONTHS_A_YEAR = 12;

  private final Scan scan;
  private final WasNotBrought rule;
  private final List<TimelineEvent> missed;
  private final List<TimelineEvent> injuries;

  WasNotBroughtMatcher(Scan scan, WasNotBrought rule) {
    this.scan = scan;
    this.rule = rule;
    this.missed = scan.counting(Scan.of(rule.missed()).and(this::included));
    this.injuries = scan.counting(Scan.of(rule.injuries()).and(scan::harmed));
  }

  private boolean included(TimelineEvent event) {
    if (rule.excluding().stream().anyMatch(event::flag)) {
      return false;
    }
    OptionalInt months = scan.ages().monthsAt(scan.child(), event.at());
    return !event.flag(rule.selfBooking())
        || months.isEmpty()
        || months.getAsInt() < rule.selfBookingFromYears() * MONTHS_A_YEAR;
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, missed);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    // An injury is looked for before each of the appointments.
    return InTime.after(
        changed, rule.many().days(), rule.vulnerable().days(), 2 * rule.afterInjury().days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return met("many", missed, moment, rule.many())
        .or(() -> vulnerable(moment))
        .or(() -> met("afterInjury", afterInjury(), moment, rule.afterInjury()));
  }

  private Optional<Match> vulnerable(Instant moment) {
    boolean planned = !Collections.disjoint(scan.episodes().openAt(moment), rule.plans());
    return met("vulnerable", missed, moment, rule.vulnerable())
        .filter(
            match ->
                planned
                    || match.incidents().stream()
                        .anyMatch(incident -> incident.flag(rule.longTermCondition())));
  }

  private List<TimelineEvent> afterInjury() {
    return missed.stream()
        .filter(
            event -> !InTime.within(injuries, event.at(), rule.afterInjury().window()).isEmpty())
        .toList();
  }

  private Optional<Match> met(
      String clause, List<TimelineEvent> events, Instant moment, Threshold threshold) {
    List<Incident> incidents = Scan.incidents(InTime.within(events, moment, threshold.window()));
    if (incidents.size() < threshold.incidents()) {
      return Optional.empty();
    }
    boolean serious = incidents.stream().anyMatch(incident -> incident.flag(rule.serious()));
    Severity severity = serious ? rule.raised() : rule.severity();
    List<TimelineEvent> support =
        clause.equals("afterInjury") ? injuriesBefore(incidents, threshold) : List.of();
    Match match =
        new Match(
            clause,
            incidents,
            support,
            severity,
            Map.of("days", Integer.toString(threshold.days())),
            Set.of());
    return Optional.of(dependsOnAge(incidents) ? match.with(Match.Note.AGE_UNKNOWN) : match);
  }

  private List<TimelineEvent> injuriesBefore(List<Incident> incidents, Threshold threshold) {
    return incidents.stream()
        .map(incident -> InTime.within(injuries, incident.at(), threshold.window()))
        .filter(before -> !before.isEmpty())
        .map(List::getLast)
        .distinct()
        .toList();
  }

  private boolean dependsOnAge(List<Incident> incidents) {
    return incidents.stream().anyMatch(incident -> incident.flag(rule.selfBooking()))
        && !scan.ages().known(scan.child());
  }
}
