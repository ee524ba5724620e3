package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.compare.Agreement;

/** Pairs that are learnt from: their answers, and how many pairs of the file each stands for. */
public final class PairSample {
  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;
  private final int width;
  private final double[][] strangers;
  private final byte[] stranger;
  private double strangersWeight;
  private byte[] answers = new byte[1 << 12];
  private float[] telling = new float[1 << 8];
  private float[] sharedTelling = new float[1 << 8];
  private double[] weights = new double[1 << 8];
  private int size;

  /** An empty sample. */
  public PairSample(PersonTable table, PairComparator comparator, Frequencies frequencies) {
    this.table = table;
    this.comparator = comparator;
    this.frequencies = frequencies;
    this.width = comparator.features().size();
    this.strangers = new double[width][Agreement.count()];
    this.stranger = new byte[width];
  }

  /** Takes a pair that stands for so many and may be of one person. */
  public void add(int one, int other, double weight) {
    if (size == weights.length) {
      weights = Arrays.copyOf(weights, size * 2);
      telling = Arrays.copyOf(telling, size * 2);
      sharedTelling = Arrays.copyOf(sharedTelling, size * 2);
    }
    if ((size + 1) * width > answers.length) {
      answers = Arrays.copyOf(answers, answers.length * 2 + width);
    }
    int from = size * width;
    comparator.compare(one, other, answers, from);
    for (int f = 0; f < width; f++) {
      Feature feature = comparator.features().get(f);
      byte answer = answers[from + f];
      if (answer != PairComparator.NONE && feature.tells(Agreement.of(answer))) {
        float bits =
            PairScorer.telling(
                table, comparator, frequencies, feature.field(), one, other, answers, from);
        telling[size] += bits;
        sharedTelling[size] += feature.own() ? 0 : bits;
      }
    }
    weights[size++] = weight;
  }

  /** Takes a pair that stands for so many and shares too little to be one person's. */
  public void addStrangers(int one, int other, double weight) {
    comparator.compare(one, other, stranger, 0);
    for (int f = 0; f < width; f++) {
      if (stranger[f] != PairComparator.NONE) {
        strangers[f][stranger[f]] += weight;
      }
    }
    strangersWeight += weight;
  }

  int size() {
    return size;
  }

  byte answer(int pair, int feature) {
    return answers[pair * width + feature];
  }

  /** Bits of the values that are shared. */
  float telling(int pair) {
    return telling[pair];
  }

  /** Those of them that a household may share. */
  float sharedTelling(int pair) {
    return sharedTelling[pair];
  }

  double weight(int pair) {
    return weights[pair];
  }

  /** How often strangers gave each answer, by feature and code. */
  double[][] strangers() {
    return strangers;
  }

  double strangersWeight() {
    return strangersWeight;
  }
}
