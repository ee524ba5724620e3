package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule.ReturnInterview;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A clock for each return from a missing incident: one finding each time that it runs out. */
final class ReturnInterviews implements Search {
  private final Scan scan;
  private final ReturnInterview rule;
  private final Outcome outcome;
  private final Judged back;
  private final Judged declined;
  private final List<TimelineEvent> missing;
  private final List<TimelineEvent> returns;
  private final List<TimelineEvent> interviews;

  ReturnInterviews(ReturnInterview rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.back = new Judged(outcome);
    this.declined = new Judged(outcome);
    this.missing = scan.about(Scan.of(rule.missing()));
    this.returns = scan.about(Scan.of(rule.returns()));
    this.interviews = scan.about(Scan.of(rule.interviews()));
  }

  @Override
  public void run(List<Stretch> changed) {
    for (TimelineEvent event : InTime.during(returns, back.begin(changed))) {
      if (triggers(event)) {
        int misses = back.told();
        back.judge(event, List.of(event, misses), () -> judge(event, misses));
      }
    }
    declines(declined.begin(changed));
  }

  /** Whether it is the first return of a missing incident. */
  private boolean triggers(TimelineEvent event) {
    return Scan.together(returns, event).getFirst().equals(event)
        && back.last().filter(last -> sameReturn(last, event)).isEmpty();
  }

  private boolean sameReturn(TimelineEvent first, TimelineEvent next) {
    boolean missedBetween = !InTime.next(missing, first.at()).isAfter(next.at());
    boolean bothKnown =
        first.sent().links().incidentRef() != null && next.sent().links().incidentRef() != null;
    return !missedBetween
        && !bothKnown
        && next.at().isBefore(first.at().plus(Duration.ofHours(rule.oneReturnHours())));
  }

  /** Its time runs out, or until then it is noted as waiting. */
  private Stretch judge(TimelineEvent event, int before) {
    Pattern pattern = outcome.pattern();
    Instant due = event.at().plus(Duration.ofHours(rule.hours()));
    String id = FindingIds.deadline(pattern.id(), scan.timeline().subject(), event.id());
    if (!scan.timeline().waived(() -> id) && !interviewed(event, due)) {
      if (due.isAfter(scan.now())) {
        Deadline.Clock clock = new Deadline.Clock(pattern.clock(), event.at());
        outcome.waits(new Deadline(id, pattern.id(), event.id(), due, Optional.of(clock)));
      } else {
        overdue(event, due, before);
      }
    }
    return new Stretch(event.at(), due);
  }

  private void overdue(TimelineEvent event, Instant due, int before) {
    Severity severity = before == 0 ? rule.severity() : rule.again();
    Map<String, String> values =
        Map.of(
            "hours", Integer.toString(rule.hours()),
            "due", Words.moment(due),
            "misses", Integer.toString(before + 1));
    List<Incident> incidents = List.of(Incident.of(event));
    outcome.found(
        new Draft(outcome.pattern(), "", due, Match.of("overdue", incidents, severity, values)));
  }

  private boolean interviewed(TimelineEvent back, Instant due) {
    return InTime.during(interviews, new Stretch(back.at(), due)).stream()
        .anyMatch(interview -> about(interview, back));
  }

  // An interview that names its incident is about that one, whenever another return names another.
  private static boolean about(TimelineEvent interview, TimelineEvent back) {
    return interview.incident().equals(back.incident())
        || interview.sent().links().incidentRef() == null
        || back.sent().links().incidentRef() == null;
  }

  private void declines(Stretch when) {
    List<Incident> run = new ArrayList<>();
    for (TimelineEvent interview : InTime.during(interviews, runningAt(when.from()))) {
      if (!Scan.is(rule.declined(), interview)) {
        run.clear();
        continue;
      }
      run.add(Incident.of(interview));
      if (run.size() == rule.declinesInRow() && when.holds(interview.at())) {
        List<Incident> row = List.copyOf(run);
        declined.judge(interview, row, () -> declined(interview, row));
      }
    }
  }

  /** From the first of those on that were declined in a row up to a moment. */
  private Stretch runningAt(Instant moment) {
    int first = InTime.firstFrom(interviews, moment);
    while (first > 0 && Scan.is(rule.declined(), interviews.get(first - 1))) {
      first--;
    }
    Instant from = first < interviews.size() ? interviews.get(first).at() : Instant.MAX;
    return new Stretch(from, Instant.MAX);
  }

  private Stretch declined(TimelineEvent last, List<Incident> row) {
    Match match =
        Match.of(
            ReturnInterview.DECLINED,
            row,
            rule.severity(),
            Map.of("hours", Integer.toString(rule.hours())));
    outcome.found(new Draft(outcome.pattern(), ReturnInterview.DECLINED, last.at(), match));
    return new Stretch(row.getFirst().at(), last.at());
  }
}
