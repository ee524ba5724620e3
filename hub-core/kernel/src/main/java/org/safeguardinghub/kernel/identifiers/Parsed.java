package org.safeguardinghub.kernel.identifiers;

import java.util.Optional;

/** What became of parsing an identifier. */
public sealed interface Parsed<T> {
  /** Form and check are right. That it is the right person's number nobody has said. */
  record Valid<T>(T value) implements Parsed<T> {}

  /** Not usable for matching; the concern that it came with stands. */
  record Invalid<T>(Reason reason) implements Parsed<T> {}

  /** Why an identifier is not usable. Says nothing of the value. */
  enum Reason {
    /** Nothing was sent. */
    MISSING,
    /** Too short or too long. */
    WRONG_LENGTH,
    /** A character stands where it must not. */
    WRONG_CHARACTER,
    /** All digits are the same: a placeholder, though the sum may fit. */
    ALL_SAME_DIGIT,
    /** The check digit or letter does not fit. */
    CHECK_FAILED
  }

  /** The value, if valid. */
  default Optional<T> valid() {
    return switch (this) {
      case Valid<T>(T value) -> Optional.of(value);
      case Invalid<T> _ -> Optional.empty();
    };
  }
}
