package org.safeguardinghub.risk.policy.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.file.RuleReader.Read;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.LifeRule;

/** Reads the rules about circumstances over a longer time. */
final class LifeRuleReader implements RuleReader.Group {
  private static final int LONGEST_PREGNANCY = 330;

  @Override
  public Map<String, Function<RuleFields, Read>> kinds() {
    return Map.of(
        "INCIDENT_RUN", f -> new Read(incidentRun(f), Set.of("days", "spanDays")),
        "FACTORS_TOGETHER", f -> new Read(factorsTogether(f), Set.of("days", "factors", "months")),
        "FREQUENT_MOVES",
            f -> new Read(frequentMoves(f), Set.of("days", "places", "minLevel", "concern")),
        "PRE_BIRTH_RISK",
            f ->
                new Read(preBirthRisk(f), Set.of("kinds", "kindCount", "workingDays", "nearWeeks")),
        "ATTENDANCE_COLLAPSE",
            f ->
                new Read(
                    attendanceCollapse(f),
                    Set.of("days", "before", "now", "collapsed", "concerns", "otherFamilies")),
        "PLACEMENT_INSTABILITY",
            f ->
                new Read(
                    placementInstability(f),
                    Set.of(
                        "days",
                        "troubleDays",
                        "places",
                        "lastPlace",
                        "trouble",
                        "troubleFamilies")),
        "SUSTAINED_IMPROVEMENT",
            f -> new Read(sustainedImprovement(f), Set.of("days", "minLevel", "seen")));
  }

  private static LifeRule incidentRun(RuleFields fields) {
    return new LifeRule.IncidentRun(
        fields.choices("incidents"),
        fields.threshold("threshold"),
        fields.whole("families", 1, 14),
        fields.whole("spanDays", 0, 3650),
        fields.severity("severity"),
        fields.part("lowering", LifeRuleReader::lowering));
  }

  private static LifeRule.Lowering lowering(RuleFields fields) {
    return new LifeRule.Lowering(
        fields.choices("events"),
        fields.has("contrary") ? fields.choices("contrary") : List.of(),
        fields.days("days"),
        fields.severity("severity"));
  }

  private static LifeRule.Factor factor(RuleFields fields) {
    return new LifeRule.Factor(fields.text("title"), fields.choices("events"));
  }

  private static List<LifeRule.Factor> factors(RuleFields fields, String key) {
    return fields.rows(key, LifeRuleReader::factor);
  }

  private static LifeRule.YoungChild youngChild(RuleFields fields) {
    int underMonths = fields.whole("underMonths", 1, 216);
    Optional<EventSelector> pregnancy = fields.optionalEvents("pregnancy");
    return new LifeRule.YoungChild(
        underMonths,
        pregnancy,
        pregnancy.isPresent() ? fields.whole("pregnancyDays", 1, LONGEST_PREGNANCY) : 0);
  }

  private static LifeRule factorsTogether(RuleFields fields) {
    return new LifeRule.FactorsTogether(
        factors(fields, "factors"),
        fields.days("windowDays"),
        fields.optionalEvents("notCounted"),
        fields.part("neededChild", LifeRuleReader::youngChild),
        fields.part("raisingChild", LifeRuleReader::youngChild),
        fields.events("births"),
        fields.severity("severity"),
        fields.has("raisingChild") ? fields.severity("raised") : fields.severity("severity"),
        fields.part("lowering", LifeRuleReader::lowering));
  }

  private static LifeRule frequentMoves(RuleFields fields) {
    return new LifeRule.FrequentMoves(
        fields.attribute("dwellingAttribute"),
        fields.whole("dwellings", 2, 100),
        fields.attribute("authorityAttribute"),
        fields.whole("authorities", 2, 100),
        fields.attribute("schoolAttribute"),
        fields.whole("schools", 2, 100),
        fields.days("windowDays"),
        fields.events("excluded"),
        fields.events("countedOnce"),
        fields.level("minLevel"),
        fields.events("facts"),
        fields.constants("plans", EpisodeKind.class),
        fields.severity("severity"),
        fields.severity("raised"));
  }

  private static LifeRule preBirthRisk(RuleFields fields) {
    return new LifeRule.PreBirthRisk(
        factors(fields, "ownKinds"),
        factors(fields, "householdKinds"),
        fields.whole("kinds", 1, 20),
        fields.whole("pregnancyDays", 1, LONGEST_PREGNANCY),
        fields.events("plan"),
        fields.events("birth"),
        fields.severity("severity"),
        fields.whole("workingDays", 1, 100),
        fields.severity("later"),
        fields.whole("nearWeeks", 1, 40),
        fields.severity("near"),
        fields.whole("ringsAtHour", 0, 23));
  }

  private static LifeRule attendanceCollapse(RuleFields fields) {
    return new LifeRule.AttendanceCollapse(
        fields.events("graded"),
        fields.attribute("beforeAttribute"),
        fields.whole("beforeFrom", 0, 100),
        fields.attribute("nowAttribute"),
        fields.whole("nowBelow", 0, 100),
        fields.events("unexplained"),
        fields.attributes("excusingAttributes"),
        fields.days("windowDays"),
        fields.level("minLevel"),
        fields.events("facts"),
        fields.severity("severity"));
  }

  private static LifeRule placementInstability(RuleFields fields) {
    return new LifeRule.PlacementInstability(
        fields.events("placements"),
        fields.events("moves"),
        fields.events("ends"),
        fields.attribute("placementAttribute"),
        fields.attribute("plannedAttribute"),
        fields.threshold("many"),
        fields.threshold("unplanned"),
        fields.events("trouble"),
        fields.constants("troubleFamilies", OriginFamily.class),
        fields.severity("severity"));
  }

  private static LifeRule sustainedImprovement(RuleFields fields) {
    return new LifeRule.SustainedImprovement(
        fields.threshold("threshold"),
        fields.whole("families", 1, 14),
        fields.level("minLevel"),
        fields.events("sighting"),
        fields.days("sightingDays"),
        fields.severity("severity"));
  }
}
