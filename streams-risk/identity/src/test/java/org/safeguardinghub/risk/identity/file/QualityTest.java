package org.safeguardinghub.risk.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class QualityTest {
  private static final List<String> PEOPLE = List.of("a", "a", "a", "b", "b", "c");

  @Test
  void figuresByHand() {
    // Found: {a a b} {a b} {c}
    int[] groups = {0, 0, 2, 0, 2, 5};
    Quality quality = Quality.of(groups, PEOPLE, (_, _) -> true, (one, other) -> one + other != 2);
    assertThat(quality.truePairs()).isEqualTo(4);
    assertThat(quality.foundPairs()).isEqualTo(4);
    assertThat(quality.rightPairs()).isEqualTo(1);
    assertThat(quality.precision()).isEqualTo(0.25);
    assertThat(quality.recall()).isEqualTo(0.25);
    assertThat(quality.f1()).isEqualTo(0.25);
    // Of rows: 2/3 2/3 1/2 1/3 1/2 1 of the group; 2/3 2/3 1/3 1/2 1/2 1 of the person.
    assertThat(quality.cubedPrecision()).isCloseTo(11.0 / 3 / 6, within(1e-12));
    assertThat(quality.cubedRecall()).isCloseTo(11.0 / 3 / 6, within(1e-12));
    // Two groups have one record of somebody else; two people have one record elsewhere.
    assertThat(quality.overMergedPer100k()).isCloseTo(2e5 / 6, within(1e-6));
    assertThat(quality.splitPer100k()).isCloseTo(2e5 / 6, within(1e-6));
    assertThat(quality.notCompared()).isEqualTo(1);
  }

  @Test
  void onlyPairsThatAreWantedCount() {
    int[] groups = {0, 0, 0, 3, 4, 5};
    Quality quality =
        Quality.of(groups, PEOPLE, (one, other) -> (one + other) % 2 == 1, (_, _) -> true);
    assertThat(quality.truePairs()).isEqualTo(3);
    assertThat(quality.foundPairs()).isEqualTo(2);
    assertThat(quality.rightPairs()).isEqualTo(2);
  }

  @Test
  void rowsWhosePersonIsNotKnownAreNotMeasured() {
    Quality quality =
        Quality.of(
            new int[] {0, 0, 0, 0}, List.of("a", "", "a", ""), (_, _) -> true, (_, _) -> true);
    assertThat(quality.truePairs()).isEqualTo(1);
    assertThat(quality.foundPairs()).isEqualTo(1);
    assertThat(quality.cubedPrecision()).isEqualTo(1);
  }

  @Test
  void nothingToFindAndNothingFoundIsNoFault() {
    Quality quality =
        Quality.of(new int[] {0, 1}, List.of("a", "b"), (_, _) -> true, (_, _) -> true);
    assertThat(quality.f1()).isEqualTo(1);
  }
}
