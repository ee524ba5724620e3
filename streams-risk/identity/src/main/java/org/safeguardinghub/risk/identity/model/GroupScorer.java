package org.safeguardinghub.risk.identity.model;

/**
 * What two groups of records are worth, each held to be one person's: feature by feature, over all
 * pairs that can be compared. A missing value takes nothing away, and a value that a person once
 * had counts: a record need agree with one of the values that a group has, not with all.
 */
public final class GroupScorer {
  private static final double LOG_2 = StrictMath.log(2);

  private final PairScorer pairs;
  private final Consensus consensus;
  private final int features;
  private final PairBits known;
  private float[] bits = new float[64];
  private float[] near = new float[64];

  /** A scorer over this scorer of pairs. */
  public GroupScorer(PairScorer pairs, Consensus consensus) {
    this.pairs = pairs;
    this.consensus = consensus;
    this.features = pairs.features();
    this.known = new PairBits(pairs);
  }

  /** Bits for one person; above 0 one person is likelier than two. */
  public double score(int[] one, int[] other) {
    if (one.length == 1 && other.length == 1) {
      return pairs.score(one[0], other[0]);
    }
    int all = one.length * other.length;
    if (all * features > bits.length) {
      bits = new float[all * features * 2];
      near = new float[all * features * 2];
    }
    int at = 0;
    double certain = Double.NEGATIVE_INFINITY;
    int marks = 0;
    for (int left : one) {
      for (int right : other) {
        int place = known.of(left, right);
        known.copy(place, bits, near, at);
        certain = Math.max(certain, known.ruled(place));
        marks |= known.marks(place);
        at += features;
      }
    }
    double score = pairs.prior();
    double household = pairs.nearPrior();
    for (int f = 0; f < features; f++) {
      score += both(bits, f, one.length, other.length);
      household += both(near, f, one.length, other.length);
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
    float only = Float.NaN;
    double odds = 0;
    int compared = 0;
    for (int k = 0; k < many; k++) {
      float each = of[from + k * step];
      if (!Float.isNaN(each)) {
        only = each;
        odds += many == 1 ? 0 : Powers.ofTwo(each);
        compared++;
      }
    }
    return compared < 2 ? only : StrictMath.log(odds / compared) / LOG_2;
  }
}
