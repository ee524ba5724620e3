package org.safeguardinghub.risk.identity.model;

import org.jspecify.annotations.Nullable;

/** The numbers of texts that were read lately: most texts come again and again. */
final class LatelyRead {
  /** No number of a value, nor that of a missing one. */
  static final int UNKNOWN = -2;

  private static final int FIRST = 1 << 5;
  private static final int MOST = 1 << 13;

  private @Nullable String[] texts = new String[FIRST];
  private int[] hashes = new int[FIRST];
  private int[] numbers = new int[FIRST];
  private int taken;

  int number(String text) {
    int hash = text.hashCode();
    int at = place(hash);
    return hashes[at] == hash && text.equals(texts[at]) ? numbers[at] : UNKNOWN;
  }

  /** Takes the place of one that stood there. */
  void put(String text, int number) {
    if (taken++ == texts.length && texts.length < MOST) {
      begin(texts.length * 2);
    }
    int hash = text.hashCode();
    int at = place(hash);
    texts[at] = text;
    hashes[at] = hash;
    numbers[at] = number;
  }

  /** Anew: what was there is soon there again. */
  private void begin(int places) {
    texts = new String[places];
    hashes = new int[places];
    numbers = new int[places];
    taken = 1;
  }

  private int place(int hash) {
    int spread = hash * 0x9E3779B9;
    return (spread ^ spread >>> 16) & (texts.length - 1);
  }
}
