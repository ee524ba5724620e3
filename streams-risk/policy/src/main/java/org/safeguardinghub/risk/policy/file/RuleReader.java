package org.safeguardinghub.risk.policy.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlNode;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.Threshold;

/** Reads the logic of a pattern by its kind. */
final class RuleReader {
  private static final int MAX_DAYS = 3650;
  private static final int MAX_HOURS = 720;

  /**
   * A rule, if it could be read, and the placeholders that its texts may use beside those of every
   * match.
   */
  record Read(PatternRule rule, Set<String> placeholders) {}

  /** The kinds of rule, as they are written in the file. */
  private enum Kind {
    NON_MOBILE_INJURY,
    SEVERAL_FAMILIES,
    FOOD_WITH_HARM,
    WAS_NOT_BROUGHT,
    HOUSEHOLD_ABUSE,
    REPEAT_MISSING,
    RETURN_INTERVIEW
  }

  private final Faults faults;
  private final SelectorReader select;

  RuleReader(Faults faults, SelectorReader selectors) {
    this.faults = faults;
    this.select = selectors;
  }

  Optional<Read> read(Fields pattern) {
    Optional<YamlNode> node = pattern.node("rule");
    if (node.isEmpty()) {
      faults.add(pattern.line(), "'rule' is missing");
      return Optional.empty();
    }
    Fields fields = Fields.of(node.get(), faults);
    String name = fields.text("kind");
    Optional<Kind> kind =
        Arrays.stream(Kind.values()).filter(one -> one.name().equals(name)).findFirst();
    if (kind.isEmpty()) {
      if (!name.isEmpty()) {
        faults.add(
            fields.line("kind"),
            "unknown kind of rule '" + name + "'; known are " + Arrays.toString(Kind.values()));
      }
      return Optional.empty();
    }
    Read read = read(kind.get(), fields);
    fields.close();
    return Optional.of(read);
  }

  private Read read(Kind kind, Fields fields) {
    return switch (kind) {
      case NON_MOBILE_INJURY -> new Read(nonMobileInjury(fields), Set.of("months"));
      case SEVERAL_FAMILIES -> new Read(severalFamilies(fields), Set.of("days", "minLevel"));
      case FOOD_WITH_HARM ->
          new Read(
              foodWithHarm(fields),
              Set.of("days", "foodCount", "growthCount", "injuryCount", "abuse"));
      case WAS_NOT_BROUGHT -> new Read(wasNotBrought(fields), Set.of("days"));
      case HOUSEHOLD_ABUSE -> new Read(householdAbuse(fields), Set.of("days"));
      case REPEAT_MISSING -> new Read(repeatMissing(fields), Set.of("days", "hours", "years"));
      case RETURN_INTERVIEW -> new Read(returnInterview(fields), Set.of("hours", "due", "misses"));
    };
  }

  private PatternRule nonMobileInjury(Fields fields) {
    return new PatternRule.NonMobileInjury(
        events(fields, "always"),
        events(fields, "injuries"),
        select.attribute(fields, "nonMobileAttribute"),
        fields.whole("presumedUnderMonths", 0, 24),
        events(fields, "medicals"),
        fields.whole("medicalAnswersWithinDays", 0, MAX_DAYS),
        events(fields, "birthmark"),
        severity(fields, "severity"));
  }

  private PatternRule severalFamilies(Fields fields) {
    return new PatternRule.SeveralFamilies(
        threshold(fields, "threshold"),
        fields.whole("minLevel", 1, 4),
        fields.whole("families", 1, 14),
        severity(fields, "severity"),
        fields.whole("raisedLevel", 1, 4),
        fields.whole("raisedFamilies", 1, 14),
        severity(fields, "raised"),
        events(fields, "progress"),
        fields.whole("progressDays", 1, MAX_DAYS),
        severity(fields, "lowered"));
  }

  private PatternRule foodWithHarm(Fields fields) {
    return new PatternRule.FoodWithHarm(
        events(fields, "food"),
        events(fields, "growth"),
        events(fields, "injuries"),
        fields.whole("windowDays", 1, MAX_DAYS),
        events(fields, "householdAbuse"),
        fields.whole("abuseDays", 1, MAX_DAYS),
        severity(fields, "severity"),
        severity(fields, "raised"));
  }

  private PatternRule wasNotBrought(Fields fields) {
    fields.requiredItems("plans");
    return new PatternRule.WasNotBrought(
        events(fields, "missed"),
        select.attributes(fields, "excludingAttributes"),
        select.attribute(fields, "selfBookingAttribute"),
        fields.whole("selfBookingFromYears", 0, 18),
        threshold(fields, "many"),
        threshold(fields, "vulnerable"),
        select.constants(fields, "plans", EpisodeKind.class),
        select.attribute(fields, "longTermConditionAttribute"),
        threshold(fields, "afterInjury"),
        events(fields, "injuries"),
        severity(fields, "severity"),
        select.attribute(fields, "seriousAttribute"),
        severity(fields, "raised"));
  }

  private PatternRule householdAbuse(Fields fields) {
    return new PatternRule.HouseholdAbuse(
        events(fields, "incidents"),
        select.grades(fields, "grades"),
        threshold(fields, "repeated"),
        threshold(fields, "clustered"),
        fields.whole("riseDays", 1, MAX_DAYS),
        threshold(fields, "infant"),
        fields.whole("infantUnderMonths", 1, 216),
        events(fields, "pregnancy"),
        fields.whole("pregnancyDays", 1, 330),
        fields.whole("highGrade", 1, 9),
        select.attributes(fields, "markerAttributes"),
        select.attribute(fields, "awayAttribute"),
        events(fields, "rearm"),
        severity(fields, "severity"),
        severity(fields, "raised"),
        severity(fields, "lowered"));
  }

  private PatternRule repeatMissing(Fields fields) {
    return new PatternRule.RepeatMissing(
        events(fields, "missing"),
        events(fields, "returns"),
        select.attribute(fields, "halfWeightAttribute"),
        threshold(fields, "repeated"),
        threshold(fields, "clustered"),
        fields.whole("longHours", 1, MAX_HOURS),
        fields.whole("youngUnderYears", 0, 18),
        events(fields, "arrival"),
        fields.whole("arrivalHours", 1, MAX_HOURS),
        severity(fields, "severity"),
        severity(fields, "raised"));
  }

  private PatternRule returnInterview(Fields fields) {
    return new PatternRule.ReturnInterview(
        events(fields, "returns"),
        events(fields, "missing"),
        fields.whole("oneReturnHours", 1, MAX_HOURS),
        events(fields, "interviews"),
        fields.whole("hours", 1, MAX_HOURS),
        severity(fields, "severity"),
        severity(fields, "again"),
        events(fields, "declined"),
        fields.whole("declinesInRow", 2, 100));
  }

  private EventSelector events(Fields fields, String key) {
    return select.required(fields, key);
  }

  private Threshold threshold(Fields fields, String key) {
    return select.threshold(fields, key);
  }

  private static Severity severity(Fields fields, String key) {
    return fields.constant(key, Severity.class);
  }
}
