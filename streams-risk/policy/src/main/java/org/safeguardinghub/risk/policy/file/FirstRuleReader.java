package org.safeguardinghub.risk.policy.file;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.risk.policy.file.RuleReader.Read;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.PatternRule;

/** Reads the rules that are named in {@link PatternRule} itself. */
final class FirstRuleReader implements RuleReader.Group {
  @Override
  public Map<String, Function<RuleFields, Read>> kinds() {
    return Map.of(
        "NON_MOBILE_INJURY", f -> new Read(nonMobileInjury(f), Set.of("months")),
        "SEVERAL_FAMILIES", f -> new Read(severalFamilies(f), Set.of("days", "minLevel")),
        "FOOD_WITH_HARM",
            f ->
                new Read(
                    foodWithHarm(f),
                    Set.of("days", "foodCount", "growthCount", "injuryCount", "abuse")),
        "WAS_NOT_BROUGHT", f -> new Read(wasNotBrought(f), Set.of("days")),
        "HOUSEHOLD_ABUSE", f -> new Read(householdAbuse(f), Set.of("days")),
        "REPEAT_MISSING", f -> new Read(repeatMissing(f), Set.of("days", "hours", "years")),
        "RETURN_INTERVIEW", f -> new Read(returnInterview(f), Set.of("hours", "due", "misses")));
  }

  private static PatternRule nonMobileInjury(RuleFields fields) {
    return new PatternRule.NonMobileInjury(
        fields.events("always"),
        fields.events("injuries"),
        fields.attribute("nonMobileAttribute"),
        fields.whole("presumedUnderMonths", 0, 24),
        fields.events("medicals"),
        fields.days("medicalAnswersWithinDays"),
        fields.events("birthmark"),
        fields.severity("severity"));
  }

  private static PatternRule severalFamilies(RuleFields fields) {
    return new PatternRule.SeveralFamilies(
        fields.threshold("threshold"),
        fields.whole("minLevel", 1, 4),
        fields.whole("families", 1, 14),
        fields.severity("severity"),
        fields.whole("raisedLevel", 1, 4),
        fields.whole("raisedFamilies", 1, 14),
        fields.severity("raised"),
        fields.events("progress"),
        fields.days("progressDays"),
        fields.severity("lowered"));
  }

  private static PatternRule foodWithHarm(RuleFields fields) {
    return new PatternRule.FoodWithHarm(
        fields.events("food"),
        fields.events("growth"),
        fields.events("injuries"),
        fields.days("windowDays"),
        fields.events("householdAbuse"),
        fields.days("abuseDays"),
        fields.severity("severity"),
        fields.severity("raised"));
  }

  private static PatternRule wasNotBrought(RuleFields fields) {
    return new PatternRule.WasNotBrought(
        fields.events("missed"),
        fields.attributes("excludingAttributes"),
        fields.attribute("selfBookingAttribute"),
        fields.whole("selfBookingFromYears", 0, 18),
        fields.threshold("many"),
        fields.threshold("vulnerable"),
        fields.constants("plans", EpisodeKind.class),
        fields.attribute("longTermConditionAttribute"),
        fields.threshold("afterInjury"),
        fields.events("injuries"),
        fields.severity("severity"),
        fields.attribute("seriousAttribute"),
        fields.severity("raised"));
  }

  private static PatternRule householdAbuse(RuleFields fields) {
    return new PatternRule.HouseholdAbuse(
        fields.events("incidents"),
        fields.grades("grades"),
        fields.threshold("repeated"),
        fields.threshold("clustered"),
        fields.days("riseDays"),
        fields.threshold("infant"),
        fields.whole("infantUnderMonths", 1, 216),
        fields.events("pregnancy"),
        fields.whole("pregnancyDays", 1, 330),
        fields.whole("highGrade", 1, 9),
        fields.attributes("markerAttributes"),
        fields.attribute("awayAttribute"),
        fields.events("rearm"),
        fields.severity("severity"),
        fields.severity("raised"),
        fields.severity("lowered"));
  }

  private static PatternRule repeatMissing(RuleFields fields) {
    return new PatternRule.RepeatMissing(
        fields.events("missing"),
        fields.events("returns"),
        fields.attribute("halfWeightAttribute"),
        fields.threshold("repeated"),
        fields.threshold("clustered"),
        fields.hours("longHours"),
        fields.whole("youngUnderYears", 0, 18),
        fields.events("arrival"),
        fields.hours("arrivalHours"),
        fields.severity("severity"),
        fields.severity("raised"));
  }

  private static PatternRule returnInterview(RuleFields fields) {
    return new PatternRule.ReturnInterview(
        fields.events("returns"),
        fields.events("missing"),
        fields.hours("oneReturnHours"),
        fields.events("interviews"),
        fields.hours("hours"),
        fields.severity("severity"),
        fields.severity("again"),
        fields.events("declined"),
        fields.whole("declinesInRow", 2, 100));
  }
}
