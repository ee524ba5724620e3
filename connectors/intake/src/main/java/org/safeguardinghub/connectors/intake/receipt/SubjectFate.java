package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;

/** What became of one subject of a message. */
public record SubjectFate(
    String receiptId, int subjectIndex, String feed, Fate fate, boolean ledToAlert, Instant at) {

  /** Fates in the order in which they may follow each other. */
  public enum Fate {
    RECEIVED(0),
    AWAITING_IDENTITY(1),
    UNCONFIRMED(2),
    ATTRIBUTED(3),
    NOT_HELD(3),
    REFUSED(3);

    private final int rank;

    Fate(int rank) {
      this.rank = rank;
    }

    /**
     * A fate of a higher rank replaces one of a lower; the topic may bring them in another order.
     */
    public int rank() {
      return rank;
    }
  }
}
