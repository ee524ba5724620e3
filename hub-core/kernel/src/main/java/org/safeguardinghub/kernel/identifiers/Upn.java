package org.safeguardinghub.kernel.identifiers;

import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.identifiers.Parsed.Reason;

/**
 * A unique pupil number: check letter, local authority (3), school (4), year (2), serial (3). In a
 * temporary one the last character is a letter. Authority codes are not checked against a list: new
 * authorities appear.
 */
public final class Upn {
  /** I, O and S are left out: they look like digits. The place of a letter is its value. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

  private static final int LENGTH = 13;

  private final String characters;

  private Upn(String characters) {
    this.characters = characters;
  }

  /** Parses what was sent; spaces, dashes and case do not matter. */
  public static Parsed<Upn> parse(@Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      return new Parsed.Invalid<>(Reason.MISSING);
    }
    String characters = Characters.compact(sent);
    if (characters.length() != LENGTH) {
      return new Parsed.Invalid<>(Reason.WRONG_LENGTH);
    }
    if (LETTERS.indexOf(characters.charAt(0)) < 0) {
      return new Parsed.Invalid<>(Reason.WRONG_CHARACTER);
    }
    for (int i = 1; i < LENGTH; i++) {
      char c = characters.charAt(i);
      if (!Characters.digit(c) && !(i == LENGTH - 1 && LETTERS.indexOf(c) >= 0)) {
        return new Parsed.Invalid<>(Reason.WRONG_CHARACTER);
      }
    }
    return checkLetter(characters.substring(1)) == characters.charAt(0)
        ? new Parsed.Valid<>(new Upn(characters))
        : new Parsed.Invalid<>(Reason.CHECK_FAILED);
  }

  /**
   * The letter that belongs to the twelve characters after it: each times its position 2 to 13,
   * modulo 23.
   */
  static char checkLetter(String rest) {
    int sum = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      int value = Characters.digit(c) ? c - '0' : LETTERS.indexOf(c);
      sum += value * (i + 2);
    }
    return LETTERS.charAt(sum % LETTERS.length());
  }

  /** The thirteen characters. */
  public String value() {
    return characters;
  }

  /** Whether it is a temporary one; those are used again for other pupils. */
  public boolean temporary() {
    return !Characters.digit(characters.charAt(LENGTH - 1));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Upn upn && upn.characters.equals(characters);
  }

  @Override
  public int hashCode() {
    return characters.hashCode();
  }

  @Override
  public String toString() {
    return "Upn[withheld]";
  }
}
