package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Somebody opened an alert that was not in their hands.
 *
 * @param id of the action: the same form sent twice is one
 * @param until when it is closed to them again
 * @param review what information governance found; absent while it waits
 */
public record Glass(
    String id,
    String alertId,
    String personId,
    Sealed reason,
    Instant at,
    Instant until,
    Optional<Review> review) {

  /** What came of looking at it. */
  public enum Outcome {
    JUSTIFIED("It was justified"),
    NOT_JUSTIFIED("It was not justified: to be taken further"),
    NEEDS_A_ROLE("It was justified, and this person should have had the case");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    public static Optional<Outcome> of(String name) {
      for (Outcome outcome : values()) {
        if (outcome.name().equals(name)) {
          return Optional.of(outcome);
        }
      }
      return Optional.empty();
    }
  }

  /** Who looked at it, and what they found. */
  public record Review(String personId, Outcome outcome, Sealed note, Instant at) {}
}
