package org.safeguardinghub.kernel.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first fault of a message; reading goes on with stand-ins, and the result is used only without
 * a fault.
 */
final class Faults {
  private @Nullable Refusal first;

  void add(String reasonCode, String explanation, String pointer) {
    if (first == null) {
      first = Refusal.at(Step.SHAPE, reasonCode, explanation, pointer);
    }
  }

  Optional<Refusal> first() {
    return Optional.ofNullable(first);
  }
}
