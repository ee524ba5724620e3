package org.safeguardinghub.risk.identity.compare;

/**
 * What of a code is kept in one number: its length and digests of its halves and of its area. One
 * character off spoils one half only, or the character between them, so that two codes of one
 * length both of whose halves differ are more than that apart.
 */
final class CodeSignature {
  private static final int TRUSTED = 1;
  private static final int DIGEST = 0xFFFF;
  private static final int MOST_LENGTH = 0x7FFF;

  private CodeSignature() {}

  static long of(Form.Code code) {
    String key = code.key();
    int half = key.length() / 2;
    String area = code.area();
    return (code.trusted() ? TRUSTED : 0)
        | Math.min(key.length(), MOST_LENGTH) << 1
        | (long) digest(key.substring(0, half)) << 16
        | (long) digest(key.substring(Math.min(key.length(), half + 1))) << 32
        | (long) (area == null ? 0 : digest(area)) << 48;
  }

  private static int digest(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 16) & DIGEST;
  }

  private static int length(long signature) {
    return (int) (signature >>> 1) & MOST_LENGTH;
  }

  static boolean trusted(long signature) {
    return (signature & TRUSTED) != 0;
  }

  /** Whether two codes are certainly more than one character apart, and of different areas. */
  static boolean apart(long one, long other) {
    long different = one ^ other;
    boolean halves = (different >>> 16 & DIGEST) != 0 && (different >>> 32 & DIGEST) != 0;
    int lengths = Math.abs(length(one) - length(other));
    boolean areas = one >>> 48 == 0 || (different >>> 48) != 0;
    return areas && (lengths > 1 || (lengths == 0 && halves));
  }
}
