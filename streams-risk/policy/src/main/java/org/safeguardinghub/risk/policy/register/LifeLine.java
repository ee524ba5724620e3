package org.safeguardinghub.risk.policy.register;

import java.util.List;
import java.util.stream.Stream;
import org.safeguardinghub.risk.policy.rule.LifeRule;
import org.safeguardinghub.risk.policy.rule.LifeRule.AttendanceCollapse;
import org.safeguardinghub.risk.policy.rule.LifeRule.Factor;
import org.safeguardinghub.risk.policy.rule.LifeRule.FactorsTogether;
import org.safeguardinghub.risk.policy.rule.LifeRule.FrequentMoves;
import org.safeguardinghub.risk.policy.rule.LifeRule.IncidentRun;
import org.safeguardinghub.risk.policy.rule.LifeRule.PlacementInstability;
import org.safeguardinghub.risk.policy.rule.LifeRule.PreBirthRisk;
import org.safeguardinghub.risk.policy.rule.LifeRule.SustainedImprovement;

/** Lines of the rules about the circumstances of a life. */
final class LifeLine {
  private final RuleLine line;

  LifeLine(RuleLine line) {
    this.line = line;
  }

  String of(LifeRule rule) {
    return switch (rule) {
      case IncidentRun one -> run(one);
      case FactorsTogether one ->
          "in one household within %d days: %s%s"
              .formatted(
                  one.windowDays(),
                  RuleLine.and(one.factors().stream().map(Factor::title).toList()),
                  one.needed()
                      .map(young -> ", with a baby under %d months".formatted(young.underMonths()))
                      .orElse(""));
      case FrequentMoves one ->
          "%d dwellings, %d authorities or %d schools within %d days, and a concern of level %d or higher"
              .formatted(
                  one.dwellings(),
                  one.authorities(),
                  one.schools(),
                  one.windowDays(),
                  one.minLevel());
      case PreBirthRisk one ->
          "before a birth %d of these, and no pre-birth assessment: %s"
              .formatted(one.kinds(), RuleLine.or(titles(one)));
      case AttendanceCollapse one ->
          "attendance that falls from %d%% or more to under %d%%, or long absence without an explanation, and another agency's concern of level %d or higher, within %d days"
              .formatted(one.beforeFrom(), one.nowBelow(), one.minLevel(), one.windowDays());
      case PlacementInstability one ->
          "%d placements in %d days together with going missing, self-harm or police; or %d unplanned moves in %d days"
              .formatted(
                  one.many().incidents(),
                  one.many().days(),
                  one.unplanned().incidents(),
                  one.unplanned().days());
      case SustainedImprovement one ->
          "at least %d good reports in %d days, from %d agency families, no concern of level %d or higher, and the child seen in the last %d days"
              .formatted(
                  one.threshold().incidents(),
                  one.threshold().days(),
                  one.families(),
                  one.minLevel(),
                  one.sightingDays());
    };
  }

  private String run(IncidentRun rule) {
    String counted =
        "%s of %s".formatted(RuleLine.least(rule.threshold()), line.events(rule.incidents()));
    String families =
        rule.families() > 1 ? ", from %d agency families".formatted(rule.families()) : "";
    String span =
        rule.spanDays() > 0
            ? ", the first and the last at least %d days apart".formatted(rule.spanDays())
            : "";
    return counted + families + span;
  }

  private static List<String> titles(PreBirthRisk rule) {
    return Stream.concat(rule.own().stream(), rule.household().stream())
        .map(Factor::title)
        .distinct()
        .toList();
  }
}
