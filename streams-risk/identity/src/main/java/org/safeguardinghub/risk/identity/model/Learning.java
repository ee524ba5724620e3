package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * Learns without labels how often each answer comes: expectation and maximisation over the model of
 * Fellegi and Sunter, with a third kind of pair between one person and two strangers: two people
 * who share what households and places share (relatives, twins, neighbours). Without it, relatives
 * are taken for one person where a file has many. Same pairs in the same order give the same
 * parameters, bit by bit.
 */
public final class Learning {
  private static final int ROUNDS = 100;
  private static final double STILL = 1e-4;

  /** Bits from which on a pair is a stranger's beyond doubt, for so many rounds. */
  private static final double SETTLED = -24;

  private static final int SETTLED_FOR = 10;

  /** 2 to the power of minus this is nothing beside 1. */
  private static final double NEGLIGIBLE = 40;

  private static final int AGREEMENTS = Agreement.count();

  /** As many pairs as expectation weighs against what the file tells. */
  private static final double EXPECTED_PAIRS = 40;

  /**
   * What is a person's own differs between two records of one person less often than this, however
   * bad the records are. Where nobody is there twice, twins are not learnt to be one person.
   */
  private static final double MOST_DIFFERENT = 0.3;

  /** Of two people of one household at most so many are twins. */
  private static final double MOST_TWINS = 0.1;

  private final List<Feature> features;
  private final PairSample sample;
  private final double[][] strangers;

  /** Pairs that are strangers' beyond doubt are looked at only now and then. */
  private final boolean[] settled;

  private final double[][] settledTwos;
  private double settledWeight;
  private final double[][] expected;
  private double[][] one;
  private double[][] near;
  private double[][] two;
  private double shareOne;
  private double shareNear;
  private boolean fixed;
  private final boolean[] own;

  private Learning(List<Feature> features, PairSample sample, double share) {
    this.features = features;
    this.sample = sample;
    this.shareOne = share;
    this.shareNear = share;
    this.strangers = sample.strangers();
    this.settled = new boolean[sample.size()];
    this.settledTwos = new double[features.size()][AGREEMENTS];
    this.own = new boolean[features.size()];
    for (int f = 0; f < own.length; f++) {
      own[f] = features.get(f).own();
    }
    this.expected = expected(features);
    this.one = copy(expected);
    this.two = shares(strangers, 1);
    this.near = near(expected);
  }

  /**
   * Learns from a sample.
   *
   * @param share of all pairs that may be of one person, to begin with
   */
  public static Parameters from(List<Feature> features, PairSample sample, double share) {
    return new Learning(features, sample, share).learnt();
  }

  private Parameters learnt() {
    double before = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // Not in the first rounds, which know too little to settle anything.
      boolean settling = round % SETTLED_FOR == SETTLED_FOR / 2;
      if (settling) {
        unsettle();
      }
      round(settling);
      if (Math.abs(shareOne - before) < STILL * shareOne) {
        break;
      }
      before = shareOne;
    }
    return new Parameters(features, one, near, two, shareOne, shareNear);
  }

  /**
   * Takes what each answer is worth as known, and learns from a sample only how many pairs are of
   * one person: that depends on the file and nothing else.
   */
  public static Parameters sharesOnly(Parameters known, PairSample sample, double share) {
    Learning learning = new Learning(known.features(), sample, share);
    for (int f = 0; f < learning.one.length; f++) {
      for (Agreement agreement : known.features().get(f).scale()) {
        int a = agreement.code();
        learning.one[f][a] = known.one(f, agreement);
        learning.near[f][a] = known.near(f, agreement);
        learning.two[f][a] = known.two(f, agreement);
      }
    }
    learning.fixed = true;
    return learning.learnt();
  }

  /** What a feature's answers are expected to be between records of one person. */
  private static double[][] expected(List<Feature> features) {
    double[][] expected = new double[features.size()][AGREEMENTS];
    for (int f = 0; f < expected.length; f++) {
      for (Agreement agreement : features.get(f).scale()) {
        expected[f][agreement.code()] = agreement.expected();
      }
      normalise(expected[f]);
    }
    return expected;
  }

  /** Two people of one household: what is a person's own compares as between strangers. */
  private double[][] near(double[][] counted) {
    double[][] near = new double[counted.length][];
    for (int f = 0; f < near.length; f++) {
      near[f] =
          switch (features.get(f).sharing()) {
            case OWN -> two[f].clone();
            case TWINS -> twins(f, Math.min(MOST_TWINS, counted[f][Agreement.EXACT.code()]));
            case HOUSEHOLD -> counted[f].clone();
          };
    }
    return near;
  }

  /** As between strangers, but for so many who are twins. */
  private double[] twins(int f, double share) {
    double[] mixed = new double[AGREEMENTS];
    for (int a = 0; a < AGREEMENTS; a++) {
      mixed[a] = (1 - share) * two[f][a] + share * one[f][a];
    }
    return mixed;
  }

  private void unsettle() {
    Arrays.fill(settled, false);
    settledWeight = 0;
    for (double[] counts : settledTwos) {
      Arrays.fill(counts, 0);
    }
  }

  private void round(boolean settling) {
    float[][] ratios = ratios(one);
    float[][] nearRatios = ratios(near);
    double rest = 1 - shareOne - shareNear;
    double prior = log2(shareOne / rest);
    double nearPrior = log2(shareNear / rest);
    double[][] ones = new double[features.size()][AGREEMENTS];
    double[][] nears = new double[features.size()][AGREEMENTS];
    double[][] twos = new double[features.size()][AGREEMENTS];
    for (int f = 0; f < twos.length; f++) {
      for (int a = 0; a < AGREEMENTS; a++) {
        twos[f][a] = strangers[f][a] + settledTwos[f][a];
      }
    }
    double all = sample.strangersWeight() + settledWeight;
    double ofOne = 0;
    double ofNear = 0;
    for (int pair = 0; pair < sample.size(); pair++) {
      if (settled[pair]) {
        continue;
      }
      double bits = prior + sample.telling(pair);
      double nearBits = nearPrior + sample.sharedTelling(pair);
      for (int f = 0; f < ratios.length; f++) {
        byte answer = sample.answer(pair, f);
        if (answer != PairComparator.NONE) {
          bits += ratios[f][answer];
          nearBits += own[f] ? 0 : nearRatios[f][answer];
        }
      }
      double oneOdds = odds(bits);
      double nearOdds = odds(nearBits);
      double sum = 1 + oneOdds + nearOdds;
      double weight = sample.weight(pair);
      if (settling && bits < SETTLED && nearBits < SETTLED) {
        settled[pair] = true;
        settledWeight += weight;
        count(settledTwos, pair, weight);
      }
      count(ones, pair, weight * oneOdds / sum);
      count(nears, pair, weight * nearOdds / sum);
      count(twos, pair, weight / sum);
      all += weight;
      ofOne += weight * oneOdds / sum;
      ofNear += weight * nearOdds / sum;
    }
    if (!fixed) {
      learn(ones, nears, twos);
    }
    shareOne = Math.max(ofOne, 1) / all;
    shareNear = Math.max(ofNear, 1) / all;
  }

  private static double odds(double bits) {
    return bits < -NEGLIGIBLE ? 0 : StrictMath.pow(2, Math.min(bits, 500));
  }

  private void learn(double[][] ones, double[][] nears, double[][] twos) {
    expect(ones, expected);
    expect(nears, expected);
    one = shares(ones, 0);
    for (int f = 0; f < one.length; f++) {
      if (features.get(f).sharing() != Sharing.HOUSEHOLD) {
        limit(one[f]);
      }
    }
    two = shares(twos, 1);
    near = near(shares(nears, 0));
  }

  private static void limit(double[] shares) {
    int different = Agreement.DIFFERENT.code();
    double over = shares[different];
    if (over > MOST_DIFFERENT) {
      for (int a = 0; a < shares.length; a++) {
        shares[a] *= a == different ? MOST_DIFFERENT / over : (1 - MOST_DIFFERENT) / (1 - over);
      }
    }
  }

  private static void expect(double[][] counts, double[][] expected) {
    for (int f = 0; f < counts.length; f++) {
      for (int a = 0; a < AGREEMENTS; a++) {
        counts[f][a] += EXPECTED_PAIRS * expected[f][a];
      }
    }
  }

  private float[][] ratios(double[][] shares) {
    float[][] ratios = new float[features.size()][AGREEMENTS];
    for (int f = 0; f < ratios.length; f++) {
      for (Agreement agreement : features.get(f).scale()) {
        int a = agreement.code();
        boolean told = features.get(f).tells(agreement);
        ratios[f][a] = (float) (log2(shares[f][a]) - (told ? 0 : log2(two[f][a])));
      }
    }
    return ratios;
  }

  private void count(double[][] counts, int pair, double weight) {
    for (int f = 0; f < counts.length; f++) {
      byte answer = sample.answer(pair, f);
      if (answer != PairComparator.NONE) {
        counts[f][answer] += weight;
      }
    }
  }

  private double[][] shares(double[][] counts, double each) {
    double[][] shares = new double[counts.length][AGREEMENTS];
    for (int f = 0; f < counts.length; f++) {
      for (Agreement agreement : features.get(f).scale()) {
        int a = agreement.code();
        shares[f][a] = counts[f][a] + each;
      }
      normalise(shares[f]);
    }
    return shares;
  }

  private static double[][] copy(double[][] shares) {
    double[][] copy = new double[shares.length][];
    for (int f = 0; f < copy.length; f++) {
      copy[f] = shares[f].clone();
    }
    return copy;
  }

  private static void normalise(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
