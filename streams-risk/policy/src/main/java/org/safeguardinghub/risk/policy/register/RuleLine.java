package org.safeguardinghub.risk.policy.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.ExploitationRule;
import org.safeguardinghub.risk.policy.rule.HarmRule;
import org.safeguardinghub.risk.policy.rule.LifeRule;
import org.safeguardinghub.risk.policy.rule.PatternRule;
import org.safeguardinghub.risk.policy.rule.PatternRule.FoodWithHarm;
import org.safeguardinghub.risk.policy.rule.PatternRule.HouseholdAbuse;
import org.safeguardinghub.risk.policy.rule.PatternRule.NonMobileInjury;
import org.safeguardinghub.risk.policy.rule.PatternRule.RepeatMissing;
import org.safeguardinghub.risk.policy.rule.PatternRule.ReturnInterview;
import org.safeguardinghub.risk.policy.rule.PatternRule.SeveralFamilies;
import org.safeguardinghub.risk.policy.rule.PatternRule.WasNotBrought;
import org.safeguardinghub.risk.policy.rule.ProcessRule;
import org.safeguardinghub.risk.policy.rule.Threshold;

/**
 * What a rule looks for, in one line with its own numbers. What lowers or raises it, and what it
 * leaves out, is in the register.
 */
final class RuleLine {
  /** More types than these are counted, not named. */
  private static final int NAMED = 3;

  private final EventCatalogue catalogue;

  RuleLine(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  String of(PatternRule rule) {
    return switch (rule) {
      case NonMobileInjury one ->
          "one injury or mark on a baby who is said not to move independently yet, or is under %d months old and nobody says"
              .formatted(one.presumedUnderMonths());
      case SeveralFamilies one ->
          "%s, of level %d or higher, from %d agency families"
              .formatted(least(one.threshold()), one.minLevel(), one.families());
      case FoodWithHarm one ->
          "hunger, and faltering growth or an unexplained injury, within %d days"
              .formatted(one.windowDays());
      case WasNotBrought one ->
          "appointments to which the child was not brought: %s; %s with a plan or a long-term condition; %s after an injury or a medical"
              .formatted(least(one.many()), least(one.vulnerable()), least(one.afterInjury()));
      case HouseholdAbuse one ->
          "domestic abuse: %s, or %s, or %s with a child under %d months or a pregnancy, or a grade that rises within %d days"
              .formatted(
                  least(one.repeated()),
                  least(one.clustered()),
                  least(one.infant()),
                  one.infantUnderMonths(),
                  one.riseDays());
      case RepeatMissing one ->
          "missing: %s, or %s, or one of more than %d hours, under the age of %d, or within %d hours of arriving as an unaccompanied child"
              .formatted(
                  least(one.repeated()),
                  least(one.clustered()),
                  one.longHours(),
                  one.youngUnderYears(),
                  one.arrivalHours());
      case ReturnInterview one ->
          "back from missing, and no return interview held or offered within %d hours; or %d declined in a row"
              .formatted(one.hours(), one.declinesInRow());
      case HarmRule harm -> new HarmLine(this).of(harm);
      case ExploitationRule exploitation -> new ExploitationLine(this).of(exploitation);
      case LifeRule life -> new LifeLine(this).of(life);
      case ProcessRule process -> new ProcessLine(this).of(process);
    };
  }

  /** For example "at least 4 incidents in 90 days". */
  static String least(Threshold threshold) {
    return "at least %d %s in %d days"
        .formatted(
            threshold.incidents(),
            threshold.incidents() == 1 ? "incident" : "incidents",
            threshold.days());
  }

  /** Names of event types, or how many there are. */
  String events(Collection<EventSelector> selectors) {
    TreeSet<String> codes = new TreeSet<>();
    selectors.forEach(selector -> codes.addAll(selector.codes()));
    if (codes.size() > NAMED) {
      return "any of %d types of event".formatted(codes.size());
    }
    return codes.stream()
        .map(code -> catalogue.find(code).map(EventType::title).orElse(code))
        .map(title -> '"' + title + '"')
        .collect(Collectors.joining(" or "));
  }

  String events(EventSelector selector) {
    return events(List.of(selector));
  }

  /** One after the other: "a, b or c". */
  static String or(List<String> parts) {
    return joined(parts, " or ");
  }

  /** All of them: "a, b and c". */
  static String and(List<String> parts) {
    return joined(parts, " and ");
  }

  private static String joined(List<String> parts, String last) {
    List<String> all = new ArrayList<>(parts);
    if (all.size() < 2) {
      return String.join("", all);
    }
    String end = all.removeLast();
    return String.join(", ", all) + last + end;
  }
}
