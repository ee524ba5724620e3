package org.safeguardinghub.risk.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.compare.NameClasses;

final class IdentifierRulesTest {
  private final PersonTable table =
      new PersonTable(
          List.of(
              Field.of("nhs", Kind.NHS_NUMBER),
              Field.of("given", Kind.GIVEN_NAME),
              Field.of("born", Kind.BIRTH_DATE)),
          NameClasses.shipped());

  private double ruled(double weighed, List<String> one, List<String> other) {
    PairComparator comparator = new PairComparator(table);
    byte[] answers = new byte[comparator.features().size()];
    comparator.compare(table.add(one), table.add(other), answers, 0);
    return new IdentifierRules(table).ruled(weighed, answers);
  }

  @Test
  void aSoundNumberWithOneAgreementIsEnough() {
    List<String> tansy = List.of("9990000018", "Tansy", "2015-04-02");
    assertThat(ruled(-3, tansy, List.of("999 000 0018", "Tansey", "2011-09-28"))).isEqualTo(20);
    assertThat(ruled(-3, tansy, List.of("999 000 0018", "", "2015-04-02"))).isEqualTo(20);
    assertThat(ruled(31, tansy, tansy)).isEqualTo(31);
  }

  @Test
  void aNumberAloneIsNeverEnoughAgainstBoth() {
    List<String> mother = List.of("9990000018", "Tansy", "1990-04-02");
    assertThat(ruled(9, mother, List.of("9990000018", "Rowan", "2021-11-28"))).isEqualTo(-1);
    assertThat(ruled(-7, mother, List.of("9990000018", "Rowan", "2021-11-28"))).isEqualTo(-7);
    assertThat(ruled(9, mother, List.of("9990000018", "Rowan", ""))).isEqualTo(9);
  }

  @Test
  void aNumberThatFailsItsCheckOrDiffersRulesNothing() {
    List<String> tansy = List.of("9990000017", "Tansy", "2015-04-02");
    assertThat(ruled(-3, tansy, tansy)).isEqualTo(-3);
    assertThat(ruled(-3, tansy, List.of("9990000107", "Tansy", "2015-04-02"))).isEqualTo(-3);
  }
}
