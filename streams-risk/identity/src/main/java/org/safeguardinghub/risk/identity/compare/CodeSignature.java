package org.safeguardinghub.risk.identity.compare;

/**
 * What of a code is kept in one number: digests of its ends and of its area. One character off
 * spoils one end only, so that two codes both of whose ends differ are more than that apart.
 */
final class CodeSignature {
  private static final int TRUSTED = 1;
  private static final int DIGEST = 0xFFFF;
  private static final int LONG = 10;
  private static final int SHORTEST = 6;

  private CodeSignature() {}

  static long of(Form.Code code) {
    String key = code.key();
    int end = end(key.length());
    String area = code.area();
    return (code.trusted() ? TRUSTED : 0)
        | end << 1
        | (long) digest(key.substring(0, end)) << 16
        | (long) digest(key.substring(key.length() - end)) << 32
        | (long) (area == null ? 0 : digest(area)) << 48;
  }

  /** How much of either end is kept, so that one slip cannot reach both. */
  private static int end(int length) {
    return length >= LONG ? 4 : length >= SHORTEST ? 2 : 0;
  }

  private static int digest(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 16) & DIGEST;
  }

  static boolean trusted(long signature) {
    return (signature & TRUSTED) != 0;
  }

  /** Whether two codes are certainly more than one character apart, and of different areas. */
  static boolean apart(long one, long other) {
    long different = one ^ other;
    boolean sameEnd = ((different >>> 1) & 7) == 0 && ((one >>> 1) & 7) != 0;
    boolean ends = (different >>> 16 & DIGEST) != 0 && (different >>> 32 & DIGEST) != 0;
    boolean areas = one >>> 48 == 0 || (different >>> 48) != 0;
    return sameEnd && ends && areas;
  }
}
