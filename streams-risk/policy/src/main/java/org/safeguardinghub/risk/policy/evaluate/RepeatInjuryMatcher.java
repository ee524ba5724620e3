package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.rule.HarmRule.RepeatInjury;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Injuries that repeat, whoever sees them. */
final class RepeatInjuryMatcher implements Matcher {
  private final Scan scan;
  private final RepeatInjury rule;
  private final List<TimelineEvent> reports;
  private final List<TimelineEvent> injuries;
  private final List<TimelineEvent> medicals;

  RepeatInjuryMatcher(Scan scan, RepeatInjury rule) {
    this.scan = scan;
    this.rule = rule;
    Predicate<TimelineEvent> hurt =
        Scan.of(rule.injuries())
            .and(scan::harmed)
            .and(event -> rule.excluding().stream().noneMatch(event::flag));
    this.reports = scan.counting(hurt);
    // A later look at an injury is no second injury.
    this.injuries =
        scan.counting(hurt.and(event -> !event.sent().attributes().containsKey(rule.followUp())));
    this.medicals = scan.own(Scan.of(rule.consistent()).and(scan::harmed));
  }

  @Override
  public boolean grows() {
    return true;
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    return InTime.moments(when, reports);
  }

  @Override
  public Instant reach(TimelineEvent changed) {
    return InTime.after(changed, rule.threshold().days());
  }

  @Override
  public Optional<Match> at(Instant moment) {
    List<TimelineEvent> recent = InTime.within(injuries, moment, rule.threshold().window());
    List<Incident> incidents = Scan.incidents(recent);
    if (incidents.size() < rule.threshold().incidents() || tooOld(moment)) {
      return Optional.empty();
    }
    List<TimelineEvent> support = new ArrayList<>(inconsistent(moment));
    Optional<TimelineEvent> explained = lastWord(recent, moment);
    explained.ifPresent(support::add);
    Match match =
        new Match(
            "repeated",
            incidents,
            support,
            explained.isPresent() ? rule.lowered() : severity(incidents, moment),
            Map.of("days", Integer.toString(rule.threshold().days())),
            Set.of());
    return Optional.of(scan.withAge(match));
  }

  private Severity severity(List<Incident> incidents, Instant moment) {
    Set<String> providers = new HashSet<>();
    incidents.forEach(incident -> providers.add(incident.first().sent().publisher().agency()));
    boolean raised =
        youngerThan(rule.youngUnderYears(), moment)
            || providers.size() >= rule.providers()
            || !inconsistent(moment).isEmpty();
    return raised ? rule.raised() : rule.severity();
  }

  // Whoever looked again may see what the first report did not say.
  private List<TimelineEvent> inconsistent(Instant moment) {
    return InTime.within(reports, moment, rule.threshold().window()).stream()
        .filter(event -> event.flag(rule.inconsistent()))
        .toList();
  }

  /** A medical explains what it saw, and nothing that came after it. */
  private Optional<TimelineEvent> lastWord(List<TimelineEvent> recent, Instant moment) {
    List<TimelineEvent> after = new ArrayList<>(recent);
    after.addAll(inconsistent(moment));
    return InTime.within(medicals, moment, rule.threshold().window()).stream()
        .reduce((_, later) -> later)
        .filter(medical -> after.stream().noneMatch(event -> event.at().isAfter(medical.at())));
  }

  private boolean tooOld(Instant moment) {
    OptionalInt months = scan.ages().monthsAt(scan.child(), moment);
    return months.isPresent() && !youngerThan(rule.underYears(), moment);
  }

  private boolean youngerThan(int years, Instant moment) {
    return scan.youngerThan(scan.child(), years, moment);
  }
}
