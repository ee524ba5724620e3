package org.safeguardinghub.risk.policy.file;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.risk.policy.file.RuleReader.Read;
import org.safeguardinghub.risk.policy.rule.Allowance;
import org.safeguardinghub.risk.policy.rule.Clock;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.LevelThreshold;
import org.safeguardinghub.risk.policy.rule.ProcessRule;

/** Reads the rules of {@link ProcessRule}. */
final class ProcessRuleReader implements RuleReader.Group {
  private static final int MAX_LENGTH = 1000;
  private static final int MAX_YEARS = 25;
  private static final int MONTHS_A_YEAR = 12;
  private static final int MAX_STAGES = 9;
  private static final Allowance UNREADABLE = new Allowance(Allowance.Unit.DAYS, 0);

  @Override
  public Map<String, Function<RuleFields, Read>> kinds() {
    return Map.of(
        "VANISHING",
            f ->
                new Read(
                    vanishing(f),
                    Set.of(
                        "trigger",
                        "days",
                        "minLevel",
                        "history",
                        "historyFamilies",
                        "period",
                        "due",
                        "seen")),
        "UNSEEN_ON_PLAN",
            f ->
                new Read(
                    unseenOnPlan(f),
                    Set.of("plan", "period", "due", "start", "alone", "otherSightings")),
        "REFERRAL_CHURN", f -> new Read(referralChurn(f), Set.of("days", "referrers", "reasons")),
        "AFTER_CLOSING", f -> new Read(afterClosing(f), Set.of("days", "closing", "closed")),
        "CLOCKS", f -> new Read(clocks(f), Set.of("period", "due", "from")),
        "DANGEROUS_ADULT", f -> new Read(dangerousAdult(f), Set.of("period", "due")),
        "DISPUTES",
            f -> new Read(disputes(f), Set.of("reference", "stage", "opened", "period", "due")),
        "SIBLINGS_UNCHECKED",
            f -> new Read(siblingsUnchecked(f), Set.of("period", "due", "others")));
  }

  private static ProcessRule vanishing(RuleFields fields) {
    return new ProcessRule.Vanishing(
        fields.events("triggers"),
        fields.constants("protectedMoves", HandlingClass.class),
        fields.events("acceptances"),
        fields.attribute("acceptedByAttribute"),
        levels(fields, "history"),
        fields.severity("severity"),
        fields.events("sightings"),
        allowance(fields, "unseen"),
        fields.severity("raised"));
  }

  private static ProcessRule unseenOnPlan(RuleFields fields) {
    return new ProcessRule.UnseenOnPlan(
        fields.rows("plans", ProcessRuleReader::planVisits),
        fields.events("visits"),
        fields.attribute("seenAloneAttribute"),
        fields.events("otherSightings"),
        fields.events("failed"),
        fields.whole("failedInRow", 2, 100),
        fields.events("access"),
        fields.severity("severity"));
  }

  private static ProcessRule.UnseenOnPlan.PlanVisits planVisits(RuleFields row) {
    return new ProcessRule.UnseenOnPlan.PlanVisits(
        row.plain().constant("kind", EpisodeKind.class), allowance(row, "within"));
  }

  private static ProcessRule referralChurn(RuleFields fields) {
    return new ProcessRule.ReferralChurn(
        fields.choices("closures"),
        fields.events("referrals"),
        fields.attribute("referrerAttribute"),
        fields.attribute("reasonAttribute"),
        fields.threshold("spread"),
        fields.whole("referrers", 1, 100),
        fields.threshold("clustered"),
        fields.severity("severity"));
  }

  private static ProcessRule afterClosing(RuleFields fields) {
    return new ProcessRule.AfterClosing(
        fields.choices("closures"), levels(fields, "concerns"), fields.severity("severity"));
  }

  private static ProcessRule dangerousAdult(RuleFields fields) {
    return new ProcessRule.DangerousAdult(
        fields.events("signs"),
        fields.attribute("checkedAttribute"),
        fields.attribute("supervisedAttribute"),
        fields.constants("answeredBy", OriginFamily.class),
        fields.level("answerLevel"),
        allowance(fields, "within"),
        fields.whole("adultFromYears", 1, MAX_YEARS),
        fields.severity("severity"));
  }

  private static ProcessRule siblingsUnchecked(RuleFields fields) {
    return new ProcessRule.SiblingsUnchecked(
        fields.choices("harm"),
        fields.events("otherHarm"),
        fields.level("minLevel"),
        fields.events("visits"),
        fields.events("checks"),
        allowance(fields, "within"),
        fields.whole("adultFromYears", 1, MAX_YEARS),
        fields.whole("pregnancyDays", 1, 330),
        fields.severity("severity"));
  }

  private static ProcessRule disputes(RuleFields fields) {
    List<ProcessRule.Disputes.DisputeStage> stages =
        fields.rows(
            "stages",
            row ->
                new ProcessRule.Disputes.DisputeStage(
                    row.whole("stage", 1, MAX_STAGES),
                    allowance(row, "within"),
                    row.severity("severity")));
    fields.once(
        "stages", "stage", stages.stream().map(one -> Integer.toString(one.stage())).toList());
    return new ProcessRule.Disputes(stages);
  }

  private static ProcessRule clocks(RuleFields fields) {
    boolean staged = fields.plain().flag("staged");
    List<Clock> clocks = fields.rows("clocks", ProcessRuleReader::clock);
    fields.once("clocks", "clock", clocks.stream().map(Clock::id).toList());
    return new ProcessRule.Clocks(staged, clocks);
  }

  private static Clock clock(RuleFields row) {
    return new Clock(
        row.text("id"),
        row.text("waitsFor"),
        row.constants("scopes", Scope.class),
        start(row),
        row.optionalEvents("countedFrom"),
        row.plain().flag("restarts"),
        row.events("stops"),
        allowance(row, "within"),
        row.severity("severity"));
  }

  private static Clock.Start start(RuleFields row) {
    Fields plain = row.plain();
    if (plain.has("startsAtFindingOf")) {
      return new Clock.Start.ByFinding(plain.text("startsAtFindingOf"));
    }
    return new Clock.Start.ByEvent(
        row.events("starts"),
        plain.flag("household"),
        plain.has("feeds") ? Optional.of(Set.copyOf(plain.texts("feeds"))) : Optional.empty(),
        plain.optionalWhole("fromYears", 0, MAX_YEARS).orElse(0) * MONTHS_A_YEAR,
        belowMonths(plain),
        plain.node("unless").map(row::condition),
        plain.optionalWhole("minLevel", 1, 4).orElse(1),
        plain.optionalWhole("maxLevel", 1, 4).orElse(4));
  }

  private static int belowMonths(Fields plain) {
    OptionalInt years = plain.optionalWhole("belowYears", 1, MAX_YEARS);
    return years.isPresent() ? years.getAsInt() * MONTHS_A_YEAR : Integer.MAX_VALUE;
  }

  private static Allowance allowance(RuleFields fields, String key) {
    Optional<Allowance> allowance = fields.part(key, ProcessRuleReader::allowance);
    if (allowance.isEmpty()) {
      fields.faults().add(fields.plain().line(), "'" + key + "' is missing");
    }
    return allowance.orElse(UNREADABLE);
  }

  /**
   * An allowance: {@code {hours}}, {@code {workingDays}}, {@code {schoolDays}} or {@code {days}}.
   */
  private static Allowance allowance(RuleFields row) {
    List<Allowance.Unit> given =
        Arrays.stream(Allowance.Unit.values()).filter(unit -> row.has(name(unit))).toList();
    if (given.size() != 1) {
      row.faults()
          .add(
              row.plain().line(),
              "a period has one of 'hours', 'workingDays', 'schoolDays' and 'days'");
      given.forEach(unit -> row.plain().node(name(unit)));
      return UNREADABLE;
    }
    Allowance.Unit unit = given.getFirst();
    int least = unit == Allowance.Unit.DAYS ? 0 : 1;
    return new Allowance(unit, row.whole(name(unit), least, MAX_LENGTH));
  }

  private static String name(Allowance.Unit unit) {
    return switch (unit) {
      case HOURS -> "hours";
      case WORKING_DAYS -> "workingDays";
      case SCHOOL_DAYS -> "schoolDays";
      case DAYS -> "days";
    };
  }

  private static List<LevelThreshold> levels(RuleFields fields, String key) {
    return fields.rows(key, ProcessRuleReader::level);
  }

  private static LevelThreshold level(RuleFields row) {
    return new LevelThreshold(
        row.level("level"), row.whole("incidents", 1, 1000), row.days("days"));
  }
}
