package org.safeguardinghub.risk.policy.register;

import java.util.List;
import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.rule.Clock;
import org.safeguardinghub.risk.policy.rule.LevelThreshold;
import org.safeguardinghub.risk.policy.rule.ProcessRule;
import org.safeguardinghub.risk.policy.rule.ProcessRule.AfterClosing;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Clocks;
import org.safeguardinghub.risk.policy.rule.ProcessRule.DangerousAdult;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Disputes;
import org.safeguardinghub.risk.policy.rule.ProcessRule.ReferralChurn;
import org.safeguardinghub.risk.policy.rule.ProcessRule.SiblingsUnchecked;
import org.safeguardinghub.risk.policy.rule.ProcessRule.UnseenOnPlan;
import org.safeguardinghub.risk.policy.rule.ProcessRule.Vanishing;

/** Lines of the rules about what services do and leave undone. */
final class ProcessLine {
  private final RuleLine line;

  ProcessLine(RuleLine line) {
    this.line = line;
  }

  String of(ProcessRule rule) {
    return switch (rule) {
      case Vanishing one ->
          "a child with a history (%s) leaves a school, a practice or a home; then nobody has seen the child for %s"
              .formatted(history(one.history()), one.unseen().words());
      case UnseenOnPlan one ->
          "no statutory visit saw the child for %s; or %d visits in a row without access"
              .formatted(
                  RuleLine.or(
                      one.plans().stream()
                          .map(plan -> plan.allowance().words() + " (" + plan.kind().words() + ")")
                          .toList()),
                  one.failedInRow());
      case ReferralChurn one ->
          "referrals closed without action: %s, by %d referrers; or %s, whoever referred"
              .formatted(
                  RuleLine.least(one.spread()), one.referrers(), RuleLine.least(one.clustered()));
      case AfterClosing one ->
          "after a case was closed or a plan or help ended: " + history(one.concerns());
      case Clocks one ->
          "a clock has run out: "
              + one.clocks().stream().map(this::clock).collect(Collectors.joining("; "));
      case DangerousAdult one ->
          "an adult who may be dangerous is linked with a household, and social care has not answered within "
              + one.allowance().words();
      case Disputes one ->
          "a disagreement about an alert that is neither settled nor taken further within %s"
              .formatted(
                  RuleLine.or(
                      one.stages().stream()
                          .map(
                              stage ->
                                  "%s (stage %d)"
                                      .formatted(stage.allowance().words(), stage.stage()))
                          .toList()));
      case SiblingsUnchecked one ->
          "grave harm to a child (level %d), and another child of the household not seen or considered within %s"
              .formatted(one.minLevel(), one.allowance().words());
    };
  }

  private static String history(List<LevelThreshold> any) {
    return RuleLine.or(
        any.stream()
            .map(
                one ->
                    "%d of level %d or higher in %d days"
                        .formatted(one.incidents(), one.level(), one.days()))
            .toList());
  }

  private String clock(Clock clock) {
    String start =
        switch (clock.start()) {
          case Clock.Start.ByEvent one -> line.events(one.events()) + levels(one) + off(one);
          case Clock.Start.ByFinding(String pattern) -> "a " + pattern + " finding";
        };
    return "%s after %s".formatted(clock.allowance().words(), start);
  }

  private static String levels(Clock.Start.ByEvent start) {
    int min = start.minLevel();
    int max = start.maxLevel();
    return min <= 1 && max >= 4
        ? ""
        : " of level %s".formatted(min == max ? min : min + " to " + max);
  }

  private static String off(Clock.Start.ByEvent start) {
    return start.off() ? " (off until the partnership names the feeds that start it)" : "";
  }
}
