package org.safeguardinghub.risk.identity.model;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.compare.Agreement;

/** Pairs that are learnt from: their answers, and how many pairs of the file each stands for. */
public final class PairSample {
  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;
  private final int width;
  private byte[] answers = new byte[1 << 12];
  private float[] telling = new float[1 << 8];
  private double[] weights = new double[1 << 8];
  private int size;

  /** An empty sample. */
  public PairSample(PersonTable table, PairComparator comparator, Frequencies frequencies) {
    this.table = table;
    this.comparator = comparator;
    this.frequencies = frequencies;
    this.width = comparator.features().size();
  }

  /** Takes a pair that stands for so many. */
  public void add(int one, int other, double weight) {
    if (size == weights.length) {
      weights = Arrays.copyOf(weights, size * 2);
      telling = Arrays.copyOf(telling, size * 2);
    }
    if ((size + 1) * width > answers.length) {
      answers = Arrays.copyOf(answers, answers.length * 2 + width);
    }
    int from = size * width;
    comparator.compare(one, other, answers, from);
    float bits = 0;
    for (int f = 0; f < width; f++) {
      int field = comparator.features().get(f).field();
      if (field >= 0 && shares(answers[from + f])) {
        bits +=
            PairScorer.telling(table, comparator, frequencies, field, one, other, answers, from);
      }
    }
    telling[size] = bits;
    weights[size++] = weight;
  }

  private static boolean shares(byte answer) {
    return answer == Agreement.EXACT.code() || answer == Agreement.SAME_LETTERS.code();
  }

  int size() {
    return size;
  }

  byte answer(int pair, int feature) {
    return answers[pair * width + feature];
  }

  float telling(int pair) {
    return telling[pair];
  }

  double weight(int pair) {
    return weights[pair];
  }
}
