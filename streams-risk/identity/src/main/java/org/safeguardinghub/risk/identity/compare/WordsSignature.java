package org.safeguardinghub.risk.identity.compare;

import java.util.List;

/**
 * What of words is kept in one number: which letters occur, how many there are and, of a single
 * word, digests of its sound and of the forms of names that it is.
 */
public final class WordsSignature {
  private static final long SEVERAL = 1L << 36;
  private static final int LENGTH = 40;
  private static final int MOST_LENGTH = 255;
  private static final int SOUND = 48;
  private static final int SOUNDS = 255;
  private static final int CLASSES = 56;
  private static final int CLASS_BITS = 7;
  private static final long LETTERS = Letters.SETS | (long) MOST_LENGTH << LENGTH;

  private WordsSignature() {}

  static long of(String joined, List<Form.Word> words) {
    long signature = (long) Math.min(joined.length(), MOST_LENGTH) << LENGTH;
    for (Form.Word word : words) {
      signature |= word.set();
    }
    if (words.size() > 1) {
      return signature | SEVERAL;
    }
    Form.Word only = words.getFirst();
    signature |= (long) sound(only.sound()) << SOUND;
    for (int nameClass : only.forms().classes()) {
      signature |= 1L << (CLASSES + nameClass % CLASS_BITS);
    }
    return signature;
  }

  /** Nought stands for none. */
  private static int sound(String sound) {
    return sound.isEmpty() ? 0 : 1 + Math.floorMod(sound.hashCode(), SOUNDS);
  }

  /** Whether any letter stands in both. */
  static boolean shared(long one, long other) {
    return (one & other & Letters.SETS) != 0;
  }

  /** Whether all letters may be the same, in whatever order. */
  public static boolean maybeSame(long one, long other) {
    return ((one ^ other) & LETTERS) == 0;
  }

  /** Whether the letters differ too much for a slip, or to be much alike. */
  public static boolean farApart(long one, long other) {
    int left = Long.bitCount(one & ~other & Letters.SETS);
    int right = Long.bitCount(other & ~one & Letters.SETS);
    int lengths = length(one);
    int others = length(other);
    int most = Math.max(2, Math.max(lengths, others) / Slips.PROPORTION);
    return Math.max(left, right) > most
        && (double) left / lengths + (double) right / others > Slips.MOST_UNMATCHED;
  }

  /**
   * Whether two single words are certainly different names: no slip, short form, initial, sound or
   * form of one name leads from one to the other.
   */
  static boolean differentNames(long one, long other) {
    return unlikeAsWords(one, other) && farApart(one, other);
  }

  /** Whether two single words have no short form, initial, sound or form of a name in common. */
  static boolean unlikeAsWords(long one, long other) {
    return ((one | other) & SEVERAL) == 0
        && Math.min(length(one), length(other)) > 1
        && !sameSound(one, other)
        && (one & other & (((1L << CLASS_BITS) - 1) << CLASSES)) == 0
        && (one & ~other & Letters.SETS) != 0
        && (other & ~one & Letters.SETS) != 0;
  }

  private static boolean sameSound(long one, long other) {
    long sound = one >>> SOUND & SOUNDS;
    return sound != 0 && sound == (other >>> SOUND & SOUNDS);
  }

  private static int length(long signature) {
    return (int) (signature >>> LENGTH & MOST_LENGTH);
  }
}
