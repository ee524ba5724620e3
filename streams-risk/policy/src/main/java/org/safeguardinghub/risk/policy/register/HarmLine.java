package org.safeguardinghub.risk.policy.register;

import java.util.stream.Collectors;
import org.safeguardinghub.risk.policy.rule.HarmRule;
import org.safeguardinghub.risk.policy.rule.HarmRule.ConflictingAccounts;
import org.safeguardinghub.risk.policy.rule.HarmRule.NewAdult;
import org.safeguardinghub.risk.policy.rule.HarmRule.PublicConcern;
import org.safeguardinghub.risk.policy.rule.HarmRule.RepeatInjury;
import org.safeguardinghub.risk.policy.rule.HarmRule.Sign;
import org.safeguardinghub.risk.policy.rule.HarmRule.Signs;

/** Lines of the rules about harm. */
final class HarmLine {
  private final RuleLine line;

  HarmLine(RuleLine line) {
    this.line = line;
  }

  String of(HarmRule rule) {
    return switch (rule) {
      case RepeatInjury one ->
          "injury of a child under %d: %s"
              .formatted(one.underYears(), RuleLine.least(one.threshold()));
      case ConflictingAccounts one ->
          "accounts of an injury that do not agree, of injuries within %d days"
              .formatted(one.days());
      case PublicConcern one ->
          "relatives, neighbours or helplines tell of %s, by as many callers"
              .formatted(RuleLine.least(one.threshold()));
      case NewAdult one ->
          "a new adult in the household, and within %d days after it an injury of a child or domestic abuse"
              .formatted(one.days());
      case Signs signs ->
          signs.signs().stream().map(this::sign).collect(Collectors.joining("; or "));
    };
  }

  private String sign(Sign sign) {
    String counted = "at least %d of %s".formatted(sign.atLeast(), line.events(sign.events()));
    String beside =
        sign.other()
            .map(
                other ->
                    switch (other.how()) {
                      case TOGETHER -> " together with " + line.events(other.events());
                      case AFTER -> " and after it " + line.events(other.events());
                      case RETRACTION -> " that is then taken back";
                    })
            .orElse("");
    return "%s%s, within %d days".formatted(counted, beside, sign.days());
  }
}
