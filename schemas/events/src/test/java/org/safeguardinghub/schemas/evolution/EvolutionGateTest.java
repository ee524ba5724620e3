package org.safeguardinghub.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate against two tables of examples: what it refuses and why, and what it lets pass. */
final class EvolutionGateTest {
  static List<EvolutionExample> refused() {
    return EvolutionExample.load("refused-evolutions.json");
  }

  static List<EvolutionExample> allowed() {
    return EvolutionExample.load("allowed-evolutions.json");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesForThisReason(EvolutionExample example) {
    Rule expected = example.refusedBy().orElseThrow();
    Set<Rule> rules =
        EvolutionGate.check(example.history(), example.current()).stream()
            .map(Refusal::rule)
            .filter(rule -> expected == Rule.RECORDED || rule != Rule.RECORDED)
            .collect(Collectors.toSet());

    assertThat(rules).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void letsPass(EvolutionExample example) {
    assertThat(EvolutionGate.check(example.history(), example.current())).isEmpty();
  }

  @Test
  void everyRuleHasAnExample() {
    assertThat(refused().stream().map(example -> example.refusedBy().orElseThrow()))
        .containsAll(EnumSet.allOf(Rule.class));
  }

  /** Why the gate has rules of its own: a registry would let these pass. */
  @Test
  void changesOfUnitAndRemovedSymbolsPassAvrosOwnCheck() {
    assertThat(refused())
        .filteredOn(
            example ->
                example.refusedBy().orElseThrow() == Rule.LOGICAL_TYPE_UNCHANGED
                    && !example.name().startsWith("decimal"))
        .isNotEmpty()
        .allSatisfy(EvolutionGateTest::passesAvro);
    assertThat(refused())
        .filteredOn(example -> example.refusedBy().orElseThrow() == Rule.ENUM_GROWS)
        .isNotEmpty()
        .allSatisfy(EvolutionGateTest::passesAvro);
  }

  private static void passesAvro(EvolutionExample example) {
    assertThat(
            SchemaCompatibility.checkReaderWriterCompatibility(
                    example.current(), example.history().getLast())
                .getType())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }
}
