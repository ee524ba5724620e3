package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * Learns without labels how often each answer comes between records of one person and of two:
 * expectation and maximisation over the model of Fellegi and Sunter. Same pairs in the same order
 * give the same parameters, bit by bit.
 */
public final class Learning {
  private static final int ROUNDS = 200;
  private static final double STILL = 1e-6;
  private static final int AGREEMENTS = Agreement.count();

  /** As many pairs as expectation weighs against what the file tells. */
  private static final double EXPECTED_PAIRS = 20;

  private final List<Feature> features;
  private final PairSample sample;
  private final double[][] expected;
  private double[][] one;
  private double[][] two;
  private double share;

  private Learning(List<Feature> features, PairSample sample, double share) {
    this.features = features;
    this.sample = sample;
    this.share = share;
    this.expected = expected(features);
    this.one = expected;
    this.two = overall();
  }

  /**
   * Learns from a sample.
   *
   * @param share of all pairs that may be of one person, to begin with
   */
  public static Parameters from(List<Feature> features, PairSample sample, double share) {
    Learning learning = new Learning(features, sample, share);
    double before = 0;
    for (int round = 0; round < ROUNDS; round++) {
      learning.round();
      if (Math.abs(learning.share - before) < STILL * learning.share) {
        break;
      }
      before = learning.share;
    }
    return new Parameters(features, learning.one, learning.two, learning.share);
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

  /** Almost all pairs are two people's: all pairs are what learning begins with. */
  private double[][] overall() {
    double[][] counts = new double[features.size()][AGREEMENTS];
    for (int pair = 0; pair < sample.size(); pair++) {
      count(counts, pair, sample.weight(pair));
    }
    return shares(counts, 1);
  }

  private void round() {
    float[][] ratios = new float[features.size()][AGREEMENTS];
    for (int f = 0; f < ratios.length; f++) {
      for (Agreement agreement : features.get(f).scale()) {
        int a = agreement.code();
        boolean told = features.get(f).field() >= 0 && a <= Agreement.SAME_LETTERS.code();
        ratios[f][a] = (float) (log2(one[f][a]) - (told ? 0 : log2(two[f][a])));
      }
    }
    double prior = log2(share / (1 - share));
    double[][] ones = new double[features.size()][AGREEMENTS];
    double[][] twos = new double[features.size()][AGREEMENTS];
    double all = 0;
    double ofOne = 0;
    for (int pair = 0; pair < sample.size(); pair++) {
      double bits = prior + sample.telling(pair);
      for (int f = 0; f < ratios.length; f++) {
        byte answer = sample.answer(pair, f);
        bits += answer == PairComparator.NONE ? 0 : ratios[f][answer];
      }
      double chance = 1 / (1 + Math.pow(2, -bits));
      double weight = sample.weight(pair);
      count(ones, pair, weight * chance);
      count(twos, pair, weight * (1 - chance));
      all += weight;
      ofOne += weight * chance;
    }
    for (int f = 0; f < ones.length; f++) {
      for (int a = 0; a < AGREEMENTS; a++) {
        ones[f][a] += EXPECTED_PAIRS * expected[f][a];
      }
    }
    one = shares(ones, 0);
    two = shares(twos, 1);
    share = Math.max(ofOne, 1) / all;
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
    return Math.log(value) / Math.log(2);
  }
}
