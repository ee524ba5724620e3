package org.safeguardinghub.kernel.quarantine;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A resubmission that somebody asked for.
 *
 * @param id idempotency key: the same form sent twice is one fix
 * @param actor person id, or the account on the machine
 * @param askedAt by the system's clock
 * @param reason why, sealed
 * @param outcome what came of it; absent: not done yet
 * @param result the receipt that the resubmission was given
 */
public record Fix(
    String id,
    String receiptId,
    String actor,
    Instant askedAt,
    Sealed reason,
    Optional<Outcome> outcome,
    Optional<String> result) {

  /** What came of a resubmission. */
  public enum Outcome {
    ACCEPTED("accepted"),
    REPEATED("accepted; the same had been accepted before"),
    REFUSED("refused again, and quarantined under a new receipt"),
    REFUSED_AGAIN("refused again as before; nothing changed"),
    IMPOSSIBLE("not resubmitted: its feed is no longer served, or its content cannot be opened");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** What became of asking. */
  public enum Asked {
    /** It will be resubmitted in a moment. */
    ASKED,
    /** The same was asked before; nothing was changed. */
    SAME,
    /** Another resubmission of this record is not done yet. */
    BUSY,
    /** The record was resubmitted already. */
    DONE
  }
}
