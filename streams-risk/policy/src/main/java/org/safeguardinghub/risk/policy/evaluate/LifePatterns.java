package org.safeguardinghub.risk.policy.evaluate;

import org.safeguardinghub.risk.policy.rule.LifeRule;

/** Runs the rules about circumstances over a longer time. */
final class LifePatterns {
  private LifePatterns() {}

  static void run(Scan scan, LifeRule rule, Outcome outcome) {
    String pattern = outcome.pattern().id();
    switch (rule) {
      case LifeRule.IncidentRun run -> outcome.accumulate(new IncidentRunMatcher(scan, run));
      case LifeRule.FactorsTogether together ->
          outcome.accumulate(new FactorsTogetherMatcher(scan, together));
      case LifeRule.FrequentMoves moves ->
          outcome.accumulate(new FrequentMovesMatcher(scan, moves));
      case LifeRule.PreBirthRisk risk ->
          outcome.accumulate(new PreBirthRiskMatcher(scan, risk, pattern));
      case LifeRule.AttendanceCollapse collapse ->
          outcome.accumulate(new AttendanceCollapseMatcher(scan, collapse));
      case LifeRule.PlacementInstability placements ->
          outcome.accumulate(new PlacementInstabilityMatcher(scan, placements));
      case LifeRule.SustainedImprovement improvement ->
          outcome.accumulate(new SustainedImprovementMatcher(scan, improvement, pattern));
    }
  }
}
