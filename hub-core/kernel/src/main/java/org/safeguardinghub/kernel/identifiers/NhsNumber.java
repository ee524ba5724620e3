package org.safeguardinghub.kernel.identifiers;

import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.identifiers.Parsed.Reason;

/** An NHS number: ten digits, the last a check digit by modulus 11. */
public final class NhsNumber {
  private static final int LENGTH = 10;

  private final String digits;

  private NhsNumber(String digits) {
    this.digits = digits;
  }

  /** Parses what was sent; spaces and dashes do not matter. */
  public static Parsed<NhsNumber> parse(@Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      return new Parsed.Invalid<>(Reason.MISSING);
    }
    String digits = Characters.compact(sent);
    if (digits.length() != LENGTH) {
      return new Parsed.Invalid<>(Reason.WRONG_LENGTH);
    }
    for (int i = 0; i < LENGTH; i++) {
      if (!Characters.digit(digits.charAt(i))) {
        return new Parsed.Invalid<>(Reason.WRONG_CHARACTER);
      }
    }
    if (digits.chars().distinct().count() == 1) {
      return new Parsed.Invalid<>(Reason.ALL_SAME_DIGIT);
    }
    return checkDigit(digits) == digits.charAt(LENGTH - 1) - '0'
        ? new Parsed.Valid<>(new NhsNumber(digits))
        : new Parsed.Invalid<>(Reason.CHECK_FAILED);
  }

  /** The check digit that belongs to the first nine digits; 10 where there is none. */
  static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += (digits.charAt(i) - '0') * (LENGTH - i);
    }
    int check = 11 - sum % 11;
    return check == 11 ? 0 : check;
  }

  /** The ten digits. */
  public String value() {
    return digits;
  }

  /** The digits as people read them: 3-3-4. */
  public String spaced() {
    return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
  }

  /** Whether it lies in the 999 range, which is never issued. */
  public boolean testRange() {
    return digits.startsWith("999");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NhsNumber number && number.digits.equals(digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "NhsNumber[withheld]";
  }
}
