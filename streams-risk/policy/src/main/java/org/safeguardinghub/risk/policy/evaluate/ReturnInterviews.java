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
final class ReturnInterviews {
  private final Scan scan;
  private final Pattern pattern;
  private final ReturnInterview rule;
  private final List<TimelineEvent> missing;
  private final List<TimelineEvent> interviews;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Deadline> deadlines = new ArrayList<>();

  ReturnInterviews(Scan scan, Pattern pattern, ReturnInterview rule) {
    this.scan = scan;
    this.pattern = pattern;
    this.rule = rule;
    this.missing = scan.about(Scan.of(rule.missing()));
    this.interviews = scan.about(Scan.of(rule.interviews()));
    triggers().forEach(this::judge);
    declines();
  }

  List<Draft> drafts() {
    return List.copyOf(drafts);
  }

  List<Deadline> deadlines() {
    return List.copyOf(deadlines);
  }

  /** The first return of each missing incident. */
  private List<TimelineEvent> triggers() {
    List<TimelineEvent> triggers = new ArrayList<>();
    Set<String> incidents = new HashSet<>();
    for (TimelineEvent back : scan.about(Scan.of(rule.returns()))) {
      boolean known = !incidents.add(back.incident());
      if (!known && (triggers.isEmpty() || !sameReturn(triggers.getLast(), back))) {
        triggers.add(back);
      }
    }
    return triggers;
  }

  private boolean sameReturn(TimelineEvent first, TimelineEvent next) {
    boolean missedBetween =
        missing.stream()
            .anyMatch(start -> start.at().isAfter(first.at()) && !start.at().isAfter(next.at()));
    boolean bothKnown =
        first.sent().links().incidentRef() != null && next.sent().links().incidentRef() != null;
    return !missedBetween
        && !bothKnown
        && next.at().isBefore(first.at().plus(Duration.ofHours(rule.oneReturnHours())));
  }

  private void judge(TimelineEvent back) {
    Instant due = back.at().plus(Duration.ofHours(rule.hours()));
    String id = FindingIds.deadline(pattern.id(), scan.timeline().subject(), back.id());
    if (scan.timeline().waived(() -> id) || interviewed(back, due)) {
      return;
    }
    if (due.isAfter(scan.now())) {
      Deadline.Clock clock = new Deadline.Clock(pattern.clock(), back.at());
      deadlines.add(new Deadline(id, pattern.id(), back.id(), due, Optional.of(clock)));
      return;
    }
    Severity severity = drafts.isEmpty() ? rule.severity() : rule.again();
    Map<String, String> values =
        Map.of(
            "hours", Integer.toString(rule.hours()),
            "due", Words.moment(due),
            "misses", Integer.toString(drafts.size() + 1));
    Incident incident = new Incident(back.incident(), List.of(back));
    drafts.add(
        new Draft(pattern, "", due, Match.of("overdue", List.of(incident), severity, values)));
  }

  private boolean interviewed(TimelineEvent back, Instant due) {
    return interviews.stream()
        .filter(interview -> !interview.at().isBefore(back.at()) && !interview.at().isAfter(due))
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
      if (!Scan.of(rule.declined()).test(interview)) {
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
        drafts.add(new Draft(pattern, ReturnInterview.DECLINED, interview.at(), match));
      }
    }
  }
}
