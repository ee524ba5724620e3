package org.safeguardinghub.risk.policy.evaluate;

import org.safeguardinghub.risk.policy.rule.HarmRule;

/** Runs the rules about harm to a child. */
final class HarmPatterns {
  private HarmPatterns() {}

  static void run(Scan scan, HarmRule rule, Outcome outcome) {
    outcome.accumulate(
        switch (rule) {
          case HarmRule.RepeatInjury injury -> new RepeatInjuryMatcher(scan, injury);
          case HarmRule.ConflictingAccounts accounts ->
              new ConflictingAccountsMatcher(scan, accounts);
          case HarmRule.PublicConcern concern -> new PublicConcernMatcher(scan, concern);
          case HarmRule.NewAdult adult -> new NewAdultMatcher(scan, adult);
          case HarmRule.Signs signs -> new SignsMatcher(scan, signs);
        });
  }
}
