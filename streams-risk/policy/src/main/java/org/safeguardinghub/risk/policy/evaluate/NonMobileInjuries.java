package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.risk.policy.rule.PatternRule.NonMobileInjury;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** One finding for each incident in which a baby who cannot move by itself was hurt. */
final class NonMobileInjuries implements Search {
  private final Scan scan;
  private final NonMobileInjury rule;
  private final Outcome outcome;
  private final List<TimelineEvent> birthmarks;
  private final List<TimelineEvent> injuries;

  NonMobileInjuries(NonMobileInjury rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.birthmarks = scan.own(Scan.of(rule.birthmark()).and(scan::harmed));
    this.injuries =
        scan.counting(Scan.of(rule.always()).or(Scan.of(rule.injuries())).and(scan::harmed));
  }

  @Override
  public void run(List<Stretch> changed) {
    Set<LocalDate> explained = new HashSet<>();
    birthmarks.forEach(event -> explained.add(WorkingCalendar.localDay(event.at())));
    Instant found = Instant.MIN;
    Set<String> seen = new HashSet<>();
    for (TimelineEvent event : injuries) {
      if (explained.contains(WorkingCalendar.localDay(event.at()))) {
        continue;
      }
      boolean stated = Scan.is(rule.always(), event) || event.flag(rule.nonMobile());
      if ((stated || presumed(event, found)) && seen.add(event.incident())) {
        Incident incident = new Incident(event.incident(), List.of(event));
        Map<String, String> values = Map.of("months", Integer.toString(rule.presumedUnderMonths()));
        Match match =
            Match.of(stated ? "stated" : "presumed", List.of(incident), rule.severity(), values);
        outcome.found(new Draft(outcome.pattern(), "", event.at(), match));
        found = event.at();
      }
    }
  }

  private boolean presumed(TimelineEvent event, Instant found) {
    OptionalInt months = scan.ages().monthsAt(scan.child(), event.at());
    return !event.sent().attributes().containsKey(rule.nonMobile())
        && months.isPresent()
        && months.getAsInt() < rule.presumedUnderMonths()
        && !(Scan.is(rule.medicals(), event) && answersEarlier(event.at(), found));
  }

  // The examination that a finding leads to would otherwise be another finding by the child's age
  // alone.
  private boolean answersEarlier(Instant at, Instant found) {
    return found.isAfter(at.minus(Duration.ofDays(rule.medicalAnswersWithinDays())));
  }
}
