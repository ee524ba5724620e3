package org.safeguardinghub.risk.policy.evaluate;

import org.safeguardinghub.risk.policy.rule.ProcessRule;

/** Runs the rules about what services do and leave undone. */
final class ProcessPatterns {
  private ProcessPatterns() {}

  static void run(Scan scan, ProcessRule rule, Outcome outcome) {
    switch (rule) {
      case ProcessRule.Vanishing vanishing -> {
        LeavingMatcher leaving = new LeavingMatcher(scan, vanishing);
        outcome.accumulate(ProcessRule.Vanishing.LEFT, leaving);
        new NotSeenSince(scan, vanishing, leaving, outcome).run();
      }
      case ProcessRule.UnseenOnPlan unseen -> new UnseenOnPlans(scan, unseen, outcome).run();
      case ProcessRule.ReferralChurn churn ->
          outcome.accumulate(new ReferralChurnMatcher(scan, churn));
      case ProcessRule.AfterClosing closing ->
          outcome.accumulate(new AfterClosingMatcher(scan, closing));
      case ProcessRule.Clocks clocks -> new RunningClocks(scan, clocks, outcome).run();
      case ProcessRule.DangerousAdult adult -> new DangerousAdults(scan, adult, outcome).run();
      case ProcessRule.SiblingsUnchecked siblings ->
          new UncheckedSiblings(scan, siblings, outcome).run();
      case ProcessRule.Disputes disputes -> new UnsettledDisputes(scan, disputes, outcome).run();
    }
  }
}
