package org.safeguardinghub.risk.identity.model;

import org.jspecify.annotations.Nullable;

/** The numbers of texts that were read lately: most texts come again and again. */
final class LatelyRead {
  /** No number of a value, nor that of a missing one. */
  static final int UNKNOWN = -2;

  private static final int PLACE_BITS = 13;
  private static final int PLACES = 1 << PLACE_BITS;

  private final @Nullable String[] texts = new String[PLACES];
  private final int[] hashes = new int[PLACES];
  private final int[] numbers = new int[PLACES];

  int number(String text) {
    int hash = text.hashCode();
    int at = place(hash);
    return hashes[at] == hash && text.equals(texts[at]) ? numbers[at] : UNKNOWN;
  }

  /** Takes the place of one that stood there. */
  void put(String text, int number) {
    int hash = text.hashCode();
    int at = place(hash);
    texts[at] = text;
    hashes[at] = hash;
    numbers[at] = number;
  }

  private static int place(int hash) {
    return (hash * 0x9E3779B9) >>> (Integer.SIZE - PLACE_BITS);
  }
}
