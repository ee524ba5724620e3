package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.risk.policy.rule.PatternRule.NonMobileInjury;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** One finding for each incident in which a baby who cannot move by itself was hurt. */
final class NonMobileInjuries implements Search {
  /** A day of the local clock; one is an hour longer than the others. */
  private static final Duration DAY = Duration.ofHours(25);

  private final Scan scan;
  private final NonMobileInjury rule;
  private final Outcome outcome;
  private final Judged judged;
  private final List<TimelineEvent> birthmarks;
  private final List<TimelineEvent> injuries;

  NonMobileInjuries(NonMobileInjury rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.judged = new Judged(outcome);
    this.birthmarks = scan.own(Scan.of(rule.birthmark()).and(scan::harmed));
    this.injuries =
        scan.counting(Scan.of(rule.always()).or(Scan.of(rule.injuries())).and(scan::harmed));
  }

  // A birthmark explains all of its day.
  @Override
  public Instant judgedAt(TimelineEvent changed) {
    return changed.at().minus(DAY);
  }

  @Override
  public void run(List<Stretch> changed) {
    Stretch when = judged.begin(changed);
    for (TimelineEvent event : InTime.during(injuries, when)) {
      boolean stated = Scan.is(rule.always(), event) || event.flag(rule.nonMobile());
      if (!explained(event) && (stated || presumed(event)) && !alreadyFound(event)) {
        judged.judge(event, List.of(event, stated), () -> found(event, stated));
      }
    }
  }

  private boolean explained(TimelineEvent event) {
    LocalDate day = WorkingCalendar.localDay(event.at());
    return InTime.during(birthmarks, Stretch.of(event.at()).earlier(DAY).longer(DAY)).stream()
        .anyMatch(birthmark -> WorkingCalendar.localDay(birthmark.at()).equals(day));
  }

  /** Whether an earlier report of the incident was found. */
  private boolean alreadyFound(TimelineEvent event) {
    for (TimelineEvent other : Scan.together(injuries, event)) {
      if (other.equals(event)) {
        return false;
      }
      if (judged.holds(other)) {
        return true;
      }
    }
    return false;
  }

  private Stretch found(TimelineEvent event, boolean stated) {
    Map<String, String> values = Map.of("months", Integer.toString(rule.presumedUnderMonths()));
    Match match =
        Match.of(
            stated ? "stated" : "presumed", List.of(Incident.of(event)), rule.severity(), values);
    outcome.found(new Draft(outcome.pattern(), "", event.at(), match));
    return Stretch.of(event.at());
  }

  private boolean presumed(TimelineEvent event) {
    OptionalInt months = scan.ages().monthsAt(scan.child(), event.at());
    return !event.sent().attributes().containsKey(rule.nonMobile())
        && months.isPresent()
        && months.getAsInt() < rule.presumedUnderMonths()
        && !(Scan.is(rule.medicals(), event) && answersEarlier(event.at()));
  }

  // The examination that a finding leads to would otherwise be another finding by the child's age
  // alone.
  private boolean answersEarlier(Instant at) {
    Instant since = at.minus(Duration.ofDays(rule.medicalAnswersWithinDays()));
    return judged.last().filter(found -> found.at().isAfter(since)).isPresent();
  }
}
