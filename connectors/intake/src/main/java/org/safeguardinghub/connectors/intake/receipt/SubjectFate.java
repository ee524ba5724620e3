package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one subject of a message.
 *
 * @param answer what the person who is responsible for its alert decided, if anything
 */
public record SubjectFate(
    String receiptId,
    int subjectIndex,
    String feed,
    Fate fate,
    boolean ledToAlert,
    Instant at,
    Optional<Answered> answer) {

  /**
   * What is known of a subject once another record of it is read. Nothing is lost: a fate never
   * goes back, "led to an alert" stays true, and the newest answer stays.
   */
  public SubjectFate with(SubjectFate read) {
    return new SubjectFate(
        receiptId,
        subjectIndex,
        feed,
        read.fate.rank() >= fate.rank() ? read.fate : fate,
        ledToAlert || read.ledToAlert,
        read.at.isAfter(at) ? read.at : at,
        Answered.newest(answer, read.answer));
  }

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
