package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final List<TimelineEvent> missing;
  private final List<TimelineEvent> returns;
  private final List<TimelineEvent> interviews;

  ReturnInterviews(ReturnInterview rule, Outcome outcome) {
    this.scan = outcome.searched();
    this.rule = rule;
    this.outcome = outcome;
    this.missing = scan.about(Scan.of(rule.missing()));
    this.returns = scan.about(Scan.of(rule.returns()));
    this.interviews = scan.about(Scan.of(rule.interviews()));
  }

  @Override
  public void run(List<Stretch> changed) {
    int misses = 0;
    for (TimelineEvent back : triggers()) {
      if (overdue(back, misses)) {
        misses++;
      }
    }
    declines();
  }

  /** The first return of each missing incident. */
  private List<TimelineEvent> triggers() {
    List<TimelineEvent> triggers = new ArrayList<>();
    Set<String> incidents = new HashSet<>();
    for (TimelineEvent back : returns) {
      boolean known = !incidents.add(back.incident());
      if (!known && (triggers.isEmpty() || !sameReturn(triggers.getLast(), back))) {
        triggers.add(back);
      }
    }
    return triggers;
  }

  private boolean sameReturn(TimelineEvent first, TimelineEvent next) {
    boolean missedBetween = !Scan.next(missing, first.at()).isAfter(next.at());
    boolean bothKnown =
        first.sent().links().incidentRef() != null && next.sent().links().incidentRef() != null;
    return !missedBetween
        && !bothKnown
        && next.at().isBefore(first.at().plus(Duration.ofHours(rule.oneReturnHours())));
  }

  /** Whether its time ran out; until then it is noted as waiting. */
  private boolean overdue(TimelineEvent back, int before) {
    Pattern pattern = outcome.pattern();
    Instant due = back.at().plus(Duration.ofHours(rule.hours()));
    String id = FindingIds.deadline(pattern.id(), scan.timeline().subject(), back.id());
    if (scan.timeline().waived(() -> id) || interviewed(back, due)) {
      return false;
    }
    if (due.isAfter(scan.now())) {
      Deadline.Clock clock = new Deadline.Clock(pattern.clock(), back.at());
      outcome.waits(new Deadline(id, pattern.id(), back.id(), due, Optional.of(clock)));
      return false;
    }
    Severity severity = before == 0 ? rule.severity() : rule.again();
    Map<String, String> values =
        Map.of(
            "hours", Integer.toString(rule.hours()),
            "due", Words.moment(due),
            "misses", Integer.toString(before + 1));
    Incident incident = new Incident(back.incident(), List.of(back));
    outcome.found(
        new Draft(pattern, "", due, Match.of("overdue", List.of(incident), severity, values)));
    return true;
  }

  private boolean interviewed(TimelineEvent back, Instant due) {
    return Scan.during(interviews, new Stretch(back.at(), due)).stream()
        .anyMatch(interview -> about(interview, back));
  }

  // An interview that names its incident is about that one, whenever another return names another.
  private static boolean about(TimelineEvent interview, TimelineEvent back) {
    return interview.incident().equals(back.incident())
        || interview.sent().links().incidentRef() == null
        || back.sent().links().incidentRef() == null;
  }

  private void declines() {
    List<Incident> run = new ArrayList<>();
    for (TimelineEvent interview : interviews) {
      if (!Scan.is(rule.declined(), interview)) {
        run.clear();
        continue;
      }
      run.add(new Incident(interview.incident(), List.of(interview)));
      if (run.size() == rule.declinesInRow()) {
        Match match =
            Match.of(
                ReturnInterview.DECLINED,
                run,
                rule.severity(),
                Map.of("hours", Integer.toString(rule.hours())));
        outcome.found(
            new Draft(outcome.pattern(), ReturnInterview.DECLINED, interview.at(), match));
      }
    }
  }
}
