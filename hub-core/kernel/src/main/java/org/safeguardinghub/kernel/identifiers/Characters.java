package org.safeguardinghub.kernel.identifiers;

import java.util.Locale;

/** What people type between the characters of an identifier, and ASCII classes. */
final class Characters {
  /** Longer input is no identifier, whatever it holds. */
  private static final int LIMIT = 64;

  private Characters() {}

  /** Without spaces and dashes of any kind, in capitals; cut off where it is far too long. */
  static String compact(String sent) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < sent.length() && kept.length() < LIMIT; i++) {
      char c = sent.charAt(i);
      if (!separator(c)) {
        kept.append(c);
      }
    }
    return kept.toString().toUpperCase(Locale.ROOT);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean separator(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == '\u2212'
        || c == '\uFEFF';
  }
}
