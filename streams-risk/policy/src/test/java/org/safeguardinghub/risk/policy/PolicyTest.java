package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Allowance;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.EventSelector;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** What a policy says of itself. */
final class PolicyTest {
  private static Policy read(String from, String to) {
    String text = PolicyFile.shippedText();
    assertThat(text).contains(from);
    return switch (PolicyFile.read("p.yaml", text.replaceFirst(from, to), Told.CATALOGUE)) {
      case PolicyFile.Reading.Sound(Policy policy) -> policy;
      case PolicyFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static List<String> ids(Policy policy) {
    return policy.patterns().stream().map(Pattern::id).toList();
  }

  @Test
  void onePatternStandsWithThoseOnWhichItRests() {
    assertThat(ids(Story.POLICY.only("P03"))).containsExactly("P03");
    assertThat(ids(Story.POLICY.only("P32"))).containsExactly("P12", "P32");
    assertThat(ids(Story.POLICY.only("P29"))).containsExactly("P01", "P29");
    assertThat(ids(Story.POLICY.only("P99"))).isEmpty();
  }

  @Test
  void anotherNameNumberOrDateIsNoOtherRule() {
    Policy shipped = PolicyFile.shipped(Told.CATALOGUE);
    Policy renamed = read("version: 1", "version: 2");
    assertThat(renamed).isNotEqualTo(shipped);
    assertThat(shipped.sameRulesAs(renamed)).isTrue();
    Policy later = read("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-02-01");
    assertThat(later.effectiveFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(shipped.sameRulesAs(later)).isTrue();
    assertThat(shipped.sameRulesAs(read("lateHours: 24", "lateHours: 25"))).isFalse();
    assertThat(shipped.sameRulesAs(read("newIncidents: 3", "newIncidents: 4"))).isFalse();
  }

  @Test
  void anAllowanceIsInPlainWords() {
    assertThat(new Allowance(Allowance.Unit.HOURS, 1).words()).isEqualTo("1 hour");
    assertThat(new Allowance(Allowance.Unit.HOURS, 4).words()).isEqualTo("4 hours");
    assertThat(new Allowance(Allowance.Unit.WORKING_DAYS, 1).words()).isEqualTo("1 working day");
    assertThat(new Allowance(Allowance.Unit.DAYS, 10).words()).isEqualTo("10 days");
    assertThat(new Allowance(Allowance.Unit.DAYS, 0).words()).isEqualTo("the same day");
    assertThat(new Allowance(Allowance.Unit.HOURS, 0).words()).isEqualTo("0 hours");
  }

  @Test
  void whatOpensAnEpisodeDoesNotWhereItsExceptionHolds() {
    EpisodeRules.Opens opens =
        new EpisodeRules.Opens(
            new EventSelector(Set.of("CSC-STR-01"), Optional.empty()),
            EpisodeKind.S47,
            Optional.of(new EventSelector.Condition("s47Initiated", List.of("false"))));
    assertThat(opens.by("CSC-STR-01", Map.of())).isTrue();
    assertThat(opens.by("CSC-STR-01", Map.of("s47Initiated", true))).isTrue();
    assertThat(opens.by("CSC-STR-01", Map.of("s47Initiated", false))).isFalse();
    assertThat(opens.by("CSC-ASM-01", Map.of())).isFalse();
  }
}
