package org.safeguardinghub.risk.identity.compare;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Distances between short texts. */
final class Slips {
  private static final DamerauLevenshteinDistance ONE = new DamerauLevenshteinDistance(1);
  private static final DamerauLevenshteinDistance TWO = new DamerauLevenshteinDistance(2);
  private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

  /** From this length on two slips are forgiven as one is in shorter texts. */
  private static final int LONG = 9;

  private static final int SHORT = 3;
  private static final double MUCH_ALIKE = 0.88;

  private Slips() {}

  /** One letter more, less or other, or two neighbours swapped; two of these in long texts. */
  static boolean slip(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    if (shorter < SHORT || Math.abs(one.length() - other.length()) > 2) {
      return false;
    }
    return shorter >= LONG ? TWO.apply(one, other) >= 0 : oneOff(one, other);
  }

  /** One character more, less or other, or two neighbours swapped. */
  static boolean oneOff(String one, String other) {
    return Math.abs(one.length() - other.length()) <= 1 && ONE.apply(one, other) >= 0;
  }

  /** Much alike by Jaro and Winkler's measure, or by slips in proportion to the length. */
  static boolean close(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    if (longer < 3) {
      return false;
    }
    return ALIKE.apply(one, other) >= MUCH_ALIKE
        || (longer >= 6
            && new DamerauLevenshteinDistance(Math.max(2, longer / 4)).apply(one, other) >= 0);
  }
}
