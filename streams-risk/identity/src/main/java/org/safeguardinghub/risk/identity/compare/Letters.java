package org.safeguardinghub.risk.identity.compare;

/**
 * A text in plain letters with the set of those that occur, by which most texts are told apart
 * before any distance is measured.
 */
sealed interface Letters permits Form.Words, Form.Word {
  /** Stands for whatever is neither a letter nor a digit. */
  int OTHERS = 63;

  /** The bits that a set may have. */
  long SETS = 1L << OTHERS | (1L << 36) - 1;

  /** The text without spaces. */
  String joined();

  /** One bit for each letter and digit that occurs, one for all others. */
  long set();

  /** The set of a text's letters. */
  static long set(String text) {
    long set = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int bit = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26 + c - '0' : OTHERS;
      set |= 1L << bit;
    }
    return set;
  }

  /** How many characters there are. */
  default int length() {
    return joined().length();
  }

  /** How many different letters this text has and the other has not. */
  default int without(Letters other) {
    return Long.bitCount(set() & ~other.set());
  }
}
