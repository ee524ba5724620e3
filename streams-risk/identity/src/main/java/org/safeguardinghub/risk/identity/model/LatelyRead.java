package org.safeguardinghub.risk.identity.model;

import org.jspecify.annotations.Nullable;

/** The numbers of texts that were read lately: most texts come again and again. */
final class LatelyRead {
  /** No number of a value, nor that of a missing one. */
  static final int UNKNOWN = -2;

  private static final int PLACES = 1 << 13;

  private final @Nullable String[] texts = new String[PLACES];
  private final int[] numbers = new int[PLACES];

  int number(String text) {
    int at = place(text);
    return text.equals(texts[at]) ? numbers[at] : UNKNOWN;
  }

  /** Takes the place of one that stood there. */
  void put(String text, int number) {
    int at = place(text);
    texts[at] = text;
    numbers[at] = number;
  }

  private static int place(String text) {
    return (text.hashCode() * 0x9E3779B9) >>> 19;
  }
}
