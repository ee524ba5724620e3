package org.safeguardinghub.kernel.identifiers;

/**
 * Invented identifiers with valid checks, for tests, stories and generated demo traffic: NHS
 * numbers of the 999 range, which is never issued, and pupil numbers of the authority code 999,
 * which no authority has. The same index gives the same number.
 */
public final class TestNumbers {
  /**
   * How many different NHS numbers there are: a million heads, of which about one in eleven has no
   * check digit.
   */
  public static final int NHS_NUMBERS = 9 * 99_999;

  /** How many different pupil numbers there are. */
  public static final int UPNS = 10_000_000;

  private TestNumbers() {}

  /** The NHS number with this index, from 0 to {@link #NHS_NUMBERS} less one. */
  public static NhsNumber nhsNumber(int index) {
    if (index < 0 || index >= NHS_NUMBERS) {
      throw new IllegalArgumentException("index out of range");
    }
    // Ten heads that differ in the last digit only have different check values, so at most one of
    // them has none:
    // nine of every ten are given out, the tenth stands in for the one without.
    int block = index / 9;
    int wanted = index % 9;
    String head = "999%05d".formatted(block);
    int seen = -1;
    for (int last = 0; last < 10; last++) {
      String digits = head + last;
      int check = NhsNumber.checkDigit(digits);
      if (check < 10 && ++seen == wanted) {
        return NhsNumber.parse(digits + check).valid().orElseThrow();
      }
    }
    throw new IllegalStateException("no block has fewer than nine heads with a check digit");
  }

  /** The permanent pupil number with this index, from 0 to {@link #UPNS} less one. */
  public static Upn upn(int index) {
    if (index < 0 || index >= UPNS) {
      throw new IllegalArgumentException("index out of range");
    }
    String rest =
        "999%04d%02d%03d".formatted(4000 + index / 100_000, index / 1000 % 100, index % 1000);
    return Upn.parse(Upn.checkLetter(rest) + rest).valid().orElseThrow();
  }
}
