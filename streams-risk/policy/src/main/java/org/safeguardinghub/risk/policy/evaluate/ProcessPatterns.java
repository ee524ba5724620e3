package org.safeguardinghub.risk.policy.evaluate;

import org.safeguardinghub.risk.policy.rule.Clock;
import org.safeguardinghub.risk.policy.rule.ProcessRule;

/** Runs the rules about what services do and leave undone. */
final class ProcessPatterns {
  private ProcessPatterns() {}

  static void run(Scan scan, ProcessRule rule, Outcome outcome) {
    switch (rule) {
      case ProcessRule.Vanishing vanishing -> {
        LeavingMatcher leaving = new LeavingMatcher(scan, vanishing);
        Accumulation left = outcome.accumulate(ProcessRule.Vanishing.LEFT, leaving);
        outcome.search(new NotSeenSince(vanishing, left, outcome));
      }
      case ProcessRule.UnseenOnPlan unseen -> outcome.search(new UnseenOnPlans(unseen, outcome));
      case ProcessRule.ReferralChurn churn ->
          outcome.accumulate(new ReferralChurnMatcher(scan, churn));
      case ProcessRule.AfterClosing closing ->
          outcome.accumulate(new AfterClosingMatcher(scan, closing));
      case ProcessRule.Clocks clocks ->
          clocks.clocks().forEach(clock -> outcome.search(clock(clocks, clock, outcome)));
      case ProcessRule.DangerousAdult adult -> outcome.search(new DangerousAdults(adult, outcome));
      case ProcessRule.SiblingsUnchecked siblings ->
          outcome.search(new UncheckedSiblings(siblings, outcome));
      case ProcessRule.Disputes disputes ->
          outcome.search(new UnsettledDisputes(disputes, outcome));
    }
  }

  private static Search clock(ProcessRule.Clocks rule, Clock clock, Outcome outcome) {
    return new RunningClock(clock, rule.staged() ? clock.id() : "", outcome);
  }
}
