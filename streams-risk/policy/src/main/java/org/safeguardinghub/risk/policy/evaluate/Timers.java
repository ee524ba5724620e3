package org.safeguardinghub.risk.policy.evaluate;

import java.util.Optional;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.FindingIds;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What every clock does that nothing has stopped: it waits, or it has run out. */
final class Timers {
  private final Scan scan;
  private final Outcome outcome;

  Timers(Outcome outcome) {
    this.scan = outcome.searched();
    this.outcome = outcome;
  }

  /** Whether a decision was recorded that this need not happen. */
  boolean waived(String clock, TimelineEvent trigger) {
    return scan.timeline().waived(() -> id(clock, trigger.id()));
  }

  /**
   * Whether it has run out. Until then it is noted as waiting.
   *
   * @param clock tells apart what one event may start; empty where that is one thing only
   */
  boolean ranOut(String clock, TimelineEvent trigger, Due due) {
    return ranOut(clock, trigger.id(), due);
  }

  /** The same for what no event started. */
  boolean ranOut(String clock, String trigger, Due due) {
    return ranOut(clock, trigger, due, outcome.pattern().clock());
  }

  /**
   * The same.
   *
   * @param what what is waited for, in plain words
   */
  boolean ranOut(String clock, String trigger, Due due, String what) {
    if (scan.timeline().waived(() -> id(clock, trigger))) {
      return false;
    }
    if (due.known().isAfter(scan.now())) {
      outcome.waits(
          new Deadline(
              id(clock, trigger),
              outcome.pattern().id(),
              trigger,
              due.known(),
              Optional.of(new Deadline.Clock(what, due.since()))));
      return false;
    }
    return true;
  }

  private String id(String clock, String trigger) {
    String started = clock.isEmpty() ? trigger : clock + ':' + trigger;
    return FindingIds.deadline(outcome.pattern().id(), scan.timeline().subject(), started);
  }
}
