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

  /** The bits that a set may have. */
  static final long SETS = 1L << OTHERS | (1L << 36) - 1;

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

  /** How many different letters this text has and the other has not. */
  public int without(Letters other) {
    return Long.bitCount(set & ~other.set);
  }
}
