package org.safeguardinghub.risk.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.identity.cluster.Links;

final class EquityTest {
  /** The pairs that were compared and are in no group together. */
  private record Compared(List<List<Integer>> rows, List<Double> each) implements Links {
    @Override
    public int size() {
      return rows.size();
    }

    @Override
    public int one(int pair) {
      return rows.get(pair).get(0);
    }

    @Override
    public int other(int pair) {
      return rows.get(pair).get(1);
    }

    @Override
    public double bits(int pair) {
      return each.get(pair);
    }
  }

  private static List<PersonFiles.RecordOrigin> origins(String... personAndGroup) {
    List<PersonFiles.RecordOrigin> origins = new ArrayList<>();
    for (String each : personAndGroup) {
      String[] parts = each.split(" ", -1);
      origins.add(new PersonFiles.RecordOrigin("f", 1, "", "f", parts[0], parts[1]));
    }
    return origins;
  }

  @Test
  void figuresByHand() {
    // North: three records of one person, two of them linked, the third likely. South: two records
    // of one person, compared and apart, and two that were never compared.
    List<PersonFiles.RecordOrigin> origins =
        origins("a north", "a north", "a north", "b south", "b south", "c south", "c south");
    var decided =
        new Equity.Decided(
            new int[] {0, 0, 2, 3, 4, 5, 6},
            new int[] {0, 0, 0, 3, 4, 5, 6},
            new Compared(List.of(List.of(3, 4), List.of(0, 3)), List.of(-2.0, -1.0)));
    Equity equity = Equity.of(origins, decided, (_, _) -> true);
    assertThat(equity.groups()).extracting(Equity.Group::name).containsExactly("north", "south");
    Equity.Group north = equity.groups().get(0);
    assertThat(north.truePairs()).isEqualTo(3);
    assertThat(north.recall()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(north.reviewRate()).isCloseTo(2.0 / 3, within(1e-12));
    Equity.Group south = equity.groups().get(1);
    assertThat(south.recall()).isZero();
    assertThat(south.reviewRate()).isEqualTo(0.5);
    assertThat(equity.recallGap()).isCloseTo(1.0 / 3, within(1e-12));
    assertThat(equity.reviewGap()).isCloseTo(1.0 / 6, within(1e-12));
  }

  @Test
  void aPairThatSpeaksLoudlyAgainstIsShownToNobody() {
    var decided =
        new Equity.Decided(
            new int[] {0, 1},
            new int[] {0, 1},
            new Compared(List.of(List.of(0, 1)), List.of(-5.0)));
    Equity equity = Equity.of(origins("a north", "a north"), decided, (_, _) -> true);
    assertThat(equity.groups().getFirst().reviewRate()).isZero();
  }
}
