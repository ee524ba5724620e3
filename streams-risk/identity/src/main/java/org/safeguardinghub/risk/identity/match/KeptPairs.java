package org.safeguardinghub.risk.identity.match;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.cluster.Links;

/** Pairs of rows with what each is worth, in a few bytes each. */
final class KeptPairs implements Links {
  private int[] ones = new int[64];
  private int[] others = new int[64];
  private float[] bits = new float[64];
  private int size;

  void add(int one, int other, double worth) {
    if (size == ones.length) {
      ones = Arrays.copyOf(ones, size * 2);
      others = Arrays.copyOf(others, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
    }
    ones[size] = one;
    others[size] = other;
    bits[size++] = (float) worth;
  }

  void weigh(int pair, double worth) {
    bits[pair] = (float) worth;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int one(int pair) {
    return ones[pair];
  }

  @Override
  public int other(int pair) {
    return others[pair];
  }

  @Override
  public double bits(int pair) {
    return bits[pair];
  }
}
