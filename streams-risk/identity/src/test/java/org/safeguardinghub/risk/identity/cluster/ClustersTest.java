package org.safeguardinghub.risk.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClustersTest {
  /** Bits of each pair of four rows; what two groups are worth is the mean over their pairs. */
  private static Clusters.Groups groups(double[][] bits) {
    return Clusters.of(bits.length, new All(bits), (one, other) -> mean(bits, one, other), 8.5);
  }

  private static int[] grouped(double[][] bits) {
    return groups(bits).likely();
  }

  /** Every pair of rows. */
  private static final class All implements Links {
    private final double[][] bits;

    All(double[][] bits) {
      this.bits = bits;
    }

    @Override
    public int size() {
      return bits.length * bits.length;
    }

    @Override
    public int one(int pair) {
      return Math.min(pair / bits.length, pair % bits.length);
    }

    @Override
    public int other(int pair) {
      return Math.max(pair / bits.length, pair % bits.length);
    }

    @Override
    public double bits(int pair) {
      // Each pair once; a row with itself speaks for nothing.
      return pair / bits.length < pair % bits.length ? bits[one(pair)][other(pair)] : -99;
    }
  }

  private static double mean(double[][] bits, int[] one, int[] other) {
    double sum = 0;
    for (int i : one) {
      for (int j : other) {
        sum += bits[Math.min(i, j)][Math.max(i, j)];
      }
    }
    return sum / one.length / other.length;
  }

  @Test
  void oneStrongPairDoesNotJoinTwoGroupsThatSpeakAgainstEachOther() {
    double[][] twins = {{0, 9, 3, -8}, {0, 0, -8, -8}, {0, 0, 0, 9}, {0, 0, 0, 0}};
    assertThat(grouped(twins)).containsExactly(0, 0, 2, 2);
  }

  @Test
  void aWeakPairWithinAGroupDoesNotPartIt() {
    double[][] spoiled = {{0, 9, 8, 7}, {0, 0, -3, 6}, {0, 0, 0, 5}, {0, 0, 0, 0}};
    assertThat(grouped(spoiled)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void whatSpeaksForNothingStaysAlone() {
    double[][] strangers = {{0, -1, -9, -9}, {0, 0, -9, -9}, {0, 0, 0, 2}, {0, 0, 0, 0}};
    assertThat(grouped(strangers)).containsExactly(0, 1, 2, 2);
  }

  @Test
  void certainIsOnlyWhatSpeaksLoudlyEnough() {
    double[][] twins = {{0, 9, 3, 2}, {0, 0, 1, 2}, {0, 0, 0, 8}, {0, 0, 0, 0}};
    assertThat(groups(twins).certain()).containsExactly(0, 0, 2, 3);
    assertThat(groups(twins).likely()).containsExactly(0, 0, 0, 0);
  }
}
