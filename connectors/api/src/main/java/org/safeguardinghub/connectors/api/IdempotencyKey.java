package org.safeguardinghub.connectors.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header Idempotency-Key: a quoted string by the draft standard; a bare one is taken as well.
 */
public sealed interface IdempotencyKey {
  /** No header. */
  record Absent() implements IdempotencyKey {}

  /** A key. */
  record Given(String key) implements IdempotencyKey {
    @Override
    public String toString() {
      return "Given[withheld]";
    }
  }

  /** Not a key. */
  record Unusable() implements IdempotencyKey {}

  /** What a key may be. */
  Pattern FORM = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,128}");

  static IdempotencyKey parse(@Nullable String header) {
    if (header == null) {
      return new Absent();
    }
    String text = header.strip();
    String bare =
        text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
            ? text.substring(1, text.length() - 1)
            : text;
    return FORM.matcher(bare).matches() ? new Given(bare) : new Unusable();
  }

  /** The key, if there is one. */
  default Optional<String> value() {
    return switch (this) {
      case Given(String key) -> Optional.of(key);
      case Absent _, Unusable _ -> Optional.empty();
    };
  }
}
