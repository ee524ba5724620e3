package org.safeguardinghub.risk.identity.model;

import java.util.List;

/**
 * What two groups of records are worth, each held to be one person's: feature by feature, over all
 * pairs that can be compared. A missing value takes nothing away, and a value that a person once
 * had counts: a record need agree with one of the values that a group has, not with all.
 */
public final class GroupScorer {
  private final PairScorer pairs;
  private final Consensus consensus;
  private final int features;
  private float[] bits = new float[64];
  private float[] near = new float[64];

  /** A scorer over this scorer of pairs. */
  public GroupScorer(PairScorer pairs, Consensus consensus) {
    this.pairs = pairs;
    this.consensus = consensus;
    this.features = pairs.features();
  }

  /** Bits for one person; above 0 one person is likelier than two. */
  public double score(List<Integer> one, List<Integer> other) {
    if (one.size() == 1 && other.size() == 1) {
      return pairs.score(one.getFirst(), other.getFirst());
    }
    int all = one.size() * other.size();
    if (all * features > bits.length) {
      bits = new float[all * features * 2];
      near = new float[all * features * 2];
    }
    int at = 0;
    double certain = Double.NEGATIVE_INFINITY;
    int marks = 0;
    for (int left : one) {
      for (int right : other) {
        certain = Math.max(certain, pairs.bits(left, right, bits, near, at));
        marks |= pairs.marks();
        at += features;
      }
    }
    double score = pairs.prior();
    double household = pairs.nearPrior();
    for (int f = 0; f < features; f++) {
      score += both(bits, f, one.size(), other.size());
      household += both(near, f, one.size(), other.size());
    }
    double against = consensus.contradiction(one, other);
    double together = Math.max(score - PairScorer.household(household), certain) + against;
    boolean doubtful = pairs.doubtful(marks, certain >= IdentifierRules.CERTAIN);
    return doubtful ? Math.min(together, IdentifierRules.DOUBTFUL) : together;
  }

  /** The mean of what the records of each side find on the other side. */
  private double both(float[] of, int feature, int ones, int others) {
    double sum = 0;
    int finding = 0;
    for (int i = 0; i < ones; i++) {
      double found = found(of, feature + i * others * features, features, others);
      sum += Double.isNaN(found) ? 0 : found;
      finding += Double.isNaN(found) ? 0 : 1;
    }
    if (finding == 0) {
      return 0;
    }
    double mine = sum / finding;
    sum = 0;
    finding = 0;
    for (int j = 0; j < others; j++) {
      double found = found(of, feature + j * features, others * features, ones);
      sum += Double.isNaN(found) ? 0 : found;
      finding += Double.isNaN(found) ? 0 : 1;
    }
    return (mine + sum / finding) / 2;
  }

  /** The logarithm of the mean odds over one record's comparisons; NaN where nothing compares. */
  private static double found(float[] of, int from, int step, int many) {
    double odds = 0;
    int compared = 0;
    for (int k = 0; k < many; k++) {
      float each = of[from + k * step];
      if (!Float.isNaN(each)) {
        odds += StrictMath.pow(2, each);
        compared++;
      }
    }
    return compared == 0 ? Double.NaN : StrictMath.log(odds / compared) / StrictMath.log(2);
  }
}
