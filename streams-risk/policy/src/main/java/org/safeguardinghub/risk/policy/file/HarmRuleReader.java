package org.safeguardinghub.risk.policy.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.risk.policy.file.RuleReader.Read;
import org.safeguardinghub.risk.policy.rule.HarmRule;

/** Reads the rules about harm to a child. */
final class HarmRuleReader implements RuleReader.Group {
  private static final int MAX_YEARS = 18;
  private static final int MAX_COUNT = 100;
  private static final int MAX_DAYS = 3650;

  @Override
  public Map<String, Function<RuleFields, Read>> kinds() {
    return Map.of(
        "REPEAT_INJURY", f -> new Read(repeatInjury(f), Set.of("days")),
        "CONFLICTING_ACCOUNTS", f -> new Read(conflictingAccounts(f), Set.of("days", "accounts")),
        "PUBLIC_CONCERN", f -> new Read(publicConcern(f), Set.of("days", "callers", "remarks")),
        "NEW_ADULT", f -> new Read(newAdult(f), Set.of("days", "since", "years", "remarks")),
        "SIGNS", f -> new Read(signs(f), Set.of("days", "remarks")));
  }

  private static HarmRule repeatInjury(RuleFields fields) {
    return new HarmRule.RepeatInjury(
        fields.events("injuries"),
        fields.attributes("excludingAttributes"),
        fields.attribute("followUpAttribute"),
        fields.threshold("threshold"),
        fields.whole("underYears", 1, MAX_YEARS),
        fields.whole("youngUnderYears", 1, MAX_YEARS),
        fields.whole("providers", 2, MAX_COUNT),
        fields.attribute("inconsistentAttribute"),
        fields.events("consistent"),
        fields.severity("severity"),
        fields.severity("raised"),
        fields.severity("lowered"));
  }

  private static HarmRule conflictingAccounts(RuleFields fields) {
    return new HarmRule.ConflictingAccounts(
        fields.events("accounts"),
        fields.attribute("explanationAttribute"),
        Set.copyOf(fields.plain().texts("unexplained")),
        fields.attribute("differAttribute"),
        fields.attribute("followUpAttribute"),
        fields.days("days"),
        fields.events("reinterview"),
        fields.severity("severity"));
  }

  private static HarmRule publicConcern(RuleFields fields) {
    return new HarmRule.PublicConcern(
        fields.events("concerns"),
        fields.attribute("callerAttribute"),
        fields.threshold("threshold"),
        remarks(fields),
        fields.severity("severity"));
  }

  private static HarmRule newAdult(RuleFields fields) {
    return new HarmRule.NewAdult(
        fields.events("arrivals"),
        fields.events("marked"),
        fields.events("injuries"),
        fields.attributes("excludingAttributes"),
        fields.events("abuse"),
        fields.days("days"),
        fields.whole("youngUnderYears", 1, MAX_YEARS),
        remarks(fields),
        fields.severity("severity"),
        fields.severity("raised"));
  }

  private static HarmRule signs(RuleFields fields) {
    List<HarmRule.Sign> signs = fields.rows("signs", HarmRuleReader::sign);
    fields.once("signs", "clause", signs.stream().map(HarmRule.Sign::clause).toList());
    return new HarmRule.Signs(signs, fields.part("raise", HarmRuleReader::raise), remarks(fields));
  }

  private static HarmRule.Sign sign(RuleFields fields) {
    return new HarmRule.Sign(
        fields.text("clause"),
        fields.events("events"),
        fields.whole("atLeast", 1, MAX_COUNT),
        fields.part("other", HarmRuleReader::other),
        fields.days("days"),
        fields.severity("severity"));
  }

  private static HarmRule.Other other(RuleFields fields) {
    return new HarmRule.Other(
        fields.plain().constant("how", HarmRule.How.class), fields.events("events"));
  }

  private static HarmRule.Raise raise(RuleFields fields) {
    return new HarmRule.Raise(fields.attributes("attributes"), fields.severity("to"));
  }

  private static List<HarmRule.Remark> remarks(RuleFields fields) {
    return fields.parts("remarks", HarmRuleReader::remark);
  }

  private static HarmRule.Remark remark(RuleFields fields) {
    return new HarmRule.Remark(
        fields.events("events"),
        fields.days("days"),
        fields.whole("daysAfter", 0, MAX_DAYS),
        fields.text("says"));
  }
}
