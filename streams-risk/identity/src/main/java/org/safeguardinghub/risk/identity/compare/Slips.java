package org.safeguardinghub.risk.identity.compare;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Distances between short texts. The sets of letters rule most out at once, and none wrongly. */
final class Slips {
  private static final DamerauLevenshteinDistance[] WITHIN = new DamerauLevenshteinDistance[33];
  private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

  /** From this length on two slips are forgiven as one is in shorter texts. */
  private static final int LONG = 9;

  private static final int SHORT = 3;
  static final int PROPORTION = 4;
  private static final int SHORTEST_PROPORTION = 6;
  private static final double MUCH_ALIKE = 0.88;

  /** Jaro and Winkler's measure cannot reach the above if more of both texts finds no match. */
  static final double MOST_UNMATCHED = 0.6;

  static {
    for (int i = 0; i < WITHIN.length; i++) {
      WITHIN[i] = new DamerauLevenshteinDistance(i);
    }
  }

  private Slips() {}

  /** One letter more, less or other, or two neighbours swapped; two of these in long texts. */
  static boolean slip(Letters one, Letters other) {
    int shorter = Math.min(one.length(), other.length());
    return shorter >= SHORT && within(one, other, shorter >= LONG ? 2 : 1);
  }

  /** One character more, less or other, or two neighbours swapped. */
  static boolean oneOff(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    int shorter = Math.min(one.length(), other.length());
    if (longer - shorter > 1) {
      return false;
    }
    int begin = 0;
    while (begin < shorter && one.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int differing = longer - begin - end;
    return differing <= 1
        || (differing == 2
            && longer == shorter
            && one.charAt(begin) == other.charAt(begin + 1)
            && one.charAt(begin + 1) == other.charAt(begin));
  }

  /** Much alike by Jaro and Winkler's measure, or by slips in proportion to the length. */
  static boolean close(Letters one, Letters other) {
    int longer = Math.max(one.length(), other.length());
    if (Math.min(one.length(), other.length()) < SHORT) {
      return false;
    }
    double unmatched =
        (double) one.without(other) / one.length() + (double) other.without(one) / other.length();
    if (unmatched <= MOST_UNMATCHED && ALIKE.apply(one.joined(), other.joined()) >= MUCH_ALIKE) {
      return true;
    }
    int most = Math.min(WITHIN.length - 1, Math.max(2, longer / PROPORTION));
    return longer >= SHORTEST_PROPORTION && within(one, other, most);
  }

  private static boolean within(Letters one, Letters other, int most) {
    return Math.abs(one.length() - other.length()) <= most
        && one.without(other) <= most
        && other.without(one) <= most
        && (most == 1
            ? oneOff(one.joined(), other.joined())
            : WITHIN[most].apply(one.joined(), other.joined()) >= 0);
  }
}
