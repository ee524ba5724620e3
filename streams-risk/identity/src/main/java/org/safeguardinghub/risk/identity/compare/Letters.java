package org.safeguardinghub.risk.identity.compare;

/**
 * A text with the set of its letters, by which most texts are told apart before any distance is
 * measured.
 *
 * @param text in plain letters
 * @param set one bit for each letter and digit that occurs, one for all others
 */
public record Letters(String text, long set) {
  private static final int OTHERS = 63;
  private static final int LENGTH = 40;
  private static final long SET = 1L << OTHERS | (1L << 36) - 1;
  private static final int MOST_LENGTH = 255;

  /** The letters of a plain text. */
  public static Letters of(String text) {
    long set = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int bit = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : OTHERS;
      set |= 1L << bit;
    }
    return new Letters(text, set);
  }

  /** How many characters there are. */
  public int length() {
    return text.length();
  }

  /** The set with the length in bits that it leaves free. */
  long signature() {
    return set | (long) Math.min(text.length(), MOST_LENGTH) << LENGTH;
  }

  /** How many different letters this text has and the other has not. */
  public int without(Letters other) {
    return Long.bitCount(set & ~other.set);
  }

  /** Whether any letter stands in both. */
  static boolean sharedBySignatures(long one, long other) {
    return (one & other & SET) != 0;
  }

  /** Whether all letters may be the same, in whatever order. */
  public static boolean maybeSame(long one, long other) {
    return one == other;
  }

  /** Whether the letters differ too much for a slip, or to be much alike. */
  public static boolean farApart(long one, long other) {
    int left = Long.bitCount(one & ~other & SET);
    int right = Long.bitCount(other & ~one & SET);
    int lengths = (int) (one >>> LENGTH & MOST_LENGTH);
    int others = (int) (other >>> LENGTH & MOST_LENGTH);
    int most = Math.max(2, Math.max(lengths, others) / Slips.PROPORTION);
    return Math.max(left, right) > most
        && (double) left / lengths + (double) right / others > Slips.MOST_UNMATCHED;
  }
}
