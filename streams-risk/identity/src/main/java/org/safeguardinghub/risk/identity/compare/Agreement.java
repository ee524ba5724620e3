package org.safeguardinghub.risk.identity.compare;

import java.util.List;

/**
 * How two values of one field compare, from the strongest to none. Each {@link FieldComparator}
 * uses some of these; how much each is worth in a field is learnt, never written here.
 */
public enum Agreement {
  EXACT("the same", 0.62),
  SAME_LETTERS("the same letters, spaced or ordered otherwise", 0.05),
  SLIP("a typing slip apart", 0.10),
  ONE_NAME("forms of one name", 0.03),
  CLOSE("much alike", 0.04),
  PART("one is part of the other, or they share a telling word", 0.03),
  SHORTENED("one begins the other", 0.02),
  SOUND("sound alike", 0.02),
  INITIAL("one is the other's first letter", 0.02),
  SWAPPED("day and month swapped", 0.02),
  DIGIT("one character off or two swapped", 0.05),
  TWO_PARTS("two of day, month and year agree", 0.03),
  SAME_YEAR("the same year, and one says no more", 0.05),
  NEAR("near", 0.03),
  AREA("the same area", 0.03),
  STRAIGHT("in the same columns", 0.90),
  CROSSED("in each other's columns", 0.05),
  DIFFERENT("different", 0.05);

  private static final List<Agreement> ALL = List.of(values());

  private final String words;
  private final double expected;

  Agreement(String words, double expected) {
    this.words = words;
    this.expected = expected;
  }

  /** In plain words, for explanations. */
  public String words() {
    return words;
  }

  /**
   * How frequent this is between records of one person, before a file has taught better: what
   * learning starts from and is held near to where a file has little to teach. Unnormalised.
   */
  public double expected() {
    return expected;
  }

  /** A number from 0 below {@link #count}, in the order of strength: answers are kept in arrays. */
  @SuppressWarnings("EnumOrdinal") // Within one run only; files name agreements.
  public byte code() {
    return (byte) ordinal();
  }

  /** The agreement of this code. */
  public static Agreement of(int code) {
    return ALL.get(code);
  }

  /** How many there are. */
  public static int count() {
    return ALL.size();
  }
}
