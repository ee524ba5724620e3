package org.safeguardinghub.kernel.message;

import java.util.Optional;

/**
 * Why a message was refused. Nothing in it repeats what the message said: it is logged, shown and
 * kept in clear.
 *
 * @param step the check that refused
 * @param reasonCode why, as a code
 * @param explanation what the sender should do
 * @param pointer where in the message: a JSON pointer, or line and column of unreadable text
 */
public record Refusal(Step step, String reasonCode, String explanation, Optional<String> pointer) {
  public static Refusal at(Step step, String reasonCode, String explanation, String pointer) {
    return new Refusal(step, reasonCode, explanation, Optional.of(pointer));
  }

  public static Refusal whole(Step step, String reasonCode, String explanation) {
    return new Refusal(step, reasonCode, explanation, Optional.empty());
  }
}
