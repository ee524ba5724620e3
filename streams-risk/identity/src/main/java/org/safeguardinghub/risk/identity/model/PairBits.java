package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;

/**
 * What pairs of rows are worth feature by feature, for those that were asked for lately: while
 * groups grow, the same pairs are asked for again and again.
 */
final class PairBits {
  private static final int PLACES = 1 << 10;
  private static final long NOBODY = -1;

  private final PairScorer scorer;
  private final int features;
  private final long[] pairs = new long[PLACES];
  private final float[] bits;
  private final float[] near;
  private final double[] ruled = new double[PLACES];
  private final int[] marks = new int[PLACES];

  PairBits(PairScorer scorer) {
    this.scorer = scorer;
    this.features = scorer.features();
    this.bits = new float[PLACES * features];
    this.near = new float[PLACES * features];
    Arrays.fill(pairs, NOBODY);
  }

  /** Where this pair stands until the next is asked for. */
  int of(int one, int other) {
    long pair = (long) Math.min(one, other) << 32 | Math.max(one, other);
    int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 40) & (PLACES - 1);
    if (pairs[place] != pair) {
      ruled[place] = scorer.bits(one, other, bits, near, place * features);
      marks[place] = scorer.marks();
      pairs[place] = pair;
    }
    return place;
  }

  /** Writes each feature's bits, for one person and for one household; NaN where one is missing. */
  void copy(int place, float[] toBits, float[] toNear, int at) {
    System.arraycopy(bits, place * features, toBits, at, features);
    System.arraycopy(near, place * features, toNear, at, features);
  }

  /** What the rules about national identifiers say by themselves. */
  double ruled(int place) {
    return ruled[place];
  }

  /** What tells people apart in the pair. */
  int marks(int place) {
    return marks[place];
  }
}
