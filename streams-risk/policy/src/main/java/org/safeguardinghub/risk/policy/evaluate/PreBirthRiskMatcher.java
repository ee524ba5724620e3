package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.LifeRule.Factor;
import org.safeguardinghub.risk.policy.rule.LifeRule.PreBirthRisk;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Several kinds of risk before a birth while nobody has opened a pre-birth assessment. Time makes
 * it more severe: some working days after it is met, and when the birth comes near.
 *
 * <p>It is read on the timeline of the unborn child, and on that of the child, who takes over what
 * was known; only the time before the birth is looked at.
 */
final class PreBirthRiskMatcher implements Matcher {
  private final Scan scan;
  private final PreBirthRisk rule;
  private final String pattern;
  private final Pregnancy pregnancy;
  private final List<TimelineEvent> risks;
  private final List<TimelineEvent> plans;
  private final List<Rise> rises;

  /**
   * A moment at which the calendar alone makes it more severe.
   *
   * @param due when it has come; a period of working days is dated by its last moment
   */
  private record Rise(Deadline due, Instant moment, Severity severity) {}

  PreBirthRiskMatcher(Scan scan, PreBirthRisk rule, String pattern) {
    this.scan = scan;
    this.rule = rule;
    this.pattern = pattern;
    this.pregnancy = Pregnancy.of(scan, rule.birth(), rule.pregnancyDays());
    this.plans =
        scan.about(Scan.of(rule.plan()).and(event -> event.at().isBefore(pregnancy.until())));
    this.risks =
        scan.inHousehold(
            Scan.any(factors(rule))
                .and(event -> pregnancy.holds(event.at()) && kinds(event).findAny().isPresent()));
    this.rises =
        risks.stream()
            .filter(event -> met(event.at()))
            .findFirst()
            .map(this::rises)
            .orElse(List.of());
  }

  private static List<EventSelector> factors(PreBirthRisk rule) {
    return Stream.concat(rule.own().stream(), rule.household().stream())
        .flatMap(factor -> factor.events().stream())
        .toList();
  }

  /** Of which kinds an event is; household context only of those that a household tells. */
  private Stream<String> kinds(TimelineEvent event) {
    Stream<Factor> possible;
    if (scan.counts(event)) {
      possible = Stream.concat(rule.own().stream(), rule.household().stream());
    } else if (event.context() && event.concern() && event.stands()) {
      possible = rule.household().stream();
    } else {
      possible = Stream.empty();
    }
    return possible.filter(kind -> Scan.isAny(kind.events(), event)).map(Factor::title);
  }

  private List<TimelineEvent> until(Instant moment) {
    return InTime.within(risks, moment, rule.pregnancyDays());
  }

  private List<String> kindsUntil(Instant moment) {
    return until(moment).stream().flatMap(this::kinds).distinct().toList();
  }

  private boolean met(Instant moment) {
    return plans.stream().noneMatch(plan -> !plan.at().isAfter(moment))
        && kindsUntil(moment).size() >= rule.kinds();
  }

  private List<Rise> rises(TimelineEvent since) {
    List<Rise> all = new ArrayList<>();
    Instant close = scan.calendar().endOfWorkingDays(since.at(), rule.workingDays());
    all.add(new Rise(deadline(since, "later", close), close.minusMillis(1), rule.later()));
    pregnancy
        .expected()
        .map(this::near)
        .ifPresent(at -> all.add(new Rise(deadline(since, "near " + at, at), at, rule.near())));
    return all.stream().filter(rise -> !scan.timeline().waived(rise.due()::id)).toList();
  }

  private Deadline deadline(TimelineEvent since, String what, Instant at) {
    String id = FindingIds.deadline(pattern, scan.timeline().subject(), since.id() + ' ' + what);
    return Deadline.of(id, pattern, since.id(), at);
  }

  /** The hour of the first day on which the birth is near enough. */
  private Instant near(LocalDate expected) {
    return expected
        .minusWeeks(rule.nearWeeks())
        .plusDays(1)
        .atTime(rule.ringsAtHour(), 0)
        .atZone(WorkingCalendar.ZONE)
        .toInstant();
  }

  @Override
  public SortedSet<Instant> moments(Stretch when) {
    SortedSet<Instant> moments = InTime.moments(when, risks);
    rises.stream()
        .filter(rise -> !rise.due().dueAt().isAfter(scan.now()))
        .map(Rise::moment)
        .filter(pregnancy::holds)
        .forEach(moments::add);
    return moments;
  }

  @Override
  public Optional<Match> at(Instant moment) {
    return met(moment) ? Optional.of(match(moment)) : Optional.empty();
  }

  private Match match(Instant moment) {
    List<Incident> incidents = Scan.incidents(until(moment));
    List<String> kinds = kindsUntil(moment);
    Map<String, String> values =
        Map.of(
            "kinds", String.join(", ", kinds),
            "kindCount", Integer.toString(kinds.size()),
            "workingDays", Integer.toString(rule.workingDays()),
            "nearWeeks", Integer.toString(rule.nearWeeks()));
    return new Match(
        "kinds", incidents, Choices.beside(incidents), severity(moment), values, Set.of());
  }

  private Severity severity(Instant moment) {
    return rises.stream()
        .filter(rise -> hasCome(rise, moment))
        .map(Rise::severity)
        .reduce(rule.severity(), Severity::mostUrgent);
  }

  // What happens on the day on which the birth becomes near does not wait for its hour.
  private boolean hasCome(Rise rise, Instant moment) {
    LocalDate day = WorkingCalendar.localDay(moment);
    return !moment.isBefore(rise.moment())
        || (rise.severity() == rule.near() && WorkingCalendar.localDay(rise.moment()).equals(day));
  }

  /** Moments that are still to come, as long as nobody has a plan and the child is not born. */
  @Override
  public List<Deadline> deadlines() {
    return rises.stream()
        .filter(rise -> rise.due().dueAt().isAfter(scan.now()))
        .filter(rise -> pregnancy.holds(rise.moment()) && met(rise.moment()))
        .map(Rise::due)
        .toList();
  }
}
