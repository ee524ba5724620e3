package org.safeguardinghub.risk.policy.evaluate;

import java.util.List;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.ExploitationRule;
import org.safeguardinghub.risk.policy.rule.HarmRule;
import org.safeguardinghub.risk.policy.rule.LifeRule;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.ProcessRule;

/** The independent parts of a pattern's rule, and what looks for each kind of them. */
final class Parts {
  private Parts() {}

  /** Those of a rule; what touches one clock is nothing to the others. */
  static List<PatternRule> of(PatternRule rule, Scope scope) {
    return rule instanceof ProcessRule.Clocks clocks
        ? clocks.clocks().stream()
            .filter(clock -> clock.scopes().contains(scope))
            .<PatternRule>map(clock -> new ProcessRule.Clocks(clocks.staged(), List.of(clock)))
            .toList()
        : List.of(rule);
  }

  /** Makes what looks for one part. */
  static void run(Pattern pattern, PatternRule part, Outcome outcome) {
    Scan scan = outcome.scan();
    switch (part) {
      case PatternRule.NonMobileInjury rule -> outcome.search(new NonMobileInjuries(rule, outcome));
      case PatternRule.SeveralFamilies rule ->
          outcome.accumulate(new SeveralFamiliesMatcher(scan, rule));
      case PatternRule.FoodWithHarm rule -> outcome.accumulate(new FoodWithHarmMatcher(scan, rule));
      case PatternRule.WasNotBrought rule ->
          outcome.accumulate(new WasNotBroughtMatcher(scan, rule));
      case PatternRule.HouseholdAbuse rule ->
          outcome.accumulate(new HouseholdAbuseMatcher(scan, rule));
      case PatternRule.RepeatMissing rule ->
          outcome.accumulate(new RepeatMissingMatcher(scan, rule, pattern.id()));
      case PatternRule.ReturnInterview rule -> outcome.search(new ReturnInterviews(rule, outcome));
      case HarmRule rule -> HarmPatterns.run(scan, rule, outcome);
      case ExploitationRule rule -> ExploitationPatterns.run(scan, rule, outcome);
      case LifeRule rule -> LifePatterns.run(scan, rule, outcome);
      case ProcessRule rule -> ProcessPatterns.run(scan, rule, outcome);
    }
  }
}
