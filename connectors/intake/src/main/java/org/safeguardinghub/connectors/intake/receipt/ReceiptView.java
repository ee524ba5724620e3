package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Refusal;

/**
 * A receipt as its sender may see it.
 *
 * @param status where the message stands
 * @param ledToAlert whether it became evidence of an alert, as far as the sender may know
 * @param answer what the person who is responsible for that alert decided: the newest answer, as
 *     far as the sender may know
 * @param resubmissionOf the refused message that this one puts right
 * @param resubmittedAs of a refused one: under which receipt it was sent in again
 */
public record ReceiptView(
    String receiptId,
    Optional<String> eventId,
    Instant receivedAt,
    Status status,
    Optional<Refusal> refusal,
    LedToAlert ledToAlert,
    Optional<Answered.Answer> answer,
    Optional<String> resubmissionOf,
    Optional<String> resubmittedAs) {

  /**
   * Where a message stands. Whether the child was known is not told: held and not held are both
   * processed.
   */
  public enum Status {
    RECEIVED("received"),
    WAITING_FOR_IDENTITY("waiting for identity"),
    PROCESSED("processed"),
    REFUSED("refused");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** Whether it led to an alert. */
  public enum LedToAlert {
    YES,
    NO,
    /** The handling class (H2 and stricter) does not let the sender know. */
    WITHHELD
  }

  public static ReceiptView of(ReceiptStore.Stored stored) {
    return new ReceiptView(
        stored.receiptId(),
        stored.eventId(),
        stored.receivedAt(),
        stored.refusal().isPresent()
            ? Status.REFUSED
            : status(stored.fates(), stored.subjectCount()),
        stored.refusal(),
        ledToAlert(stored),
        answer(stored),
        stored.origin(),
        stored.became());
  }

  private static Status status(List<SubjectFate> fates, int subjects) {
    if (fates.stream().anyMatch(fate -> fate.fate() == SubjectFate.Fate.AWAITING_IDENTITY)) {
      return Status.WAITING_FOR_IDENTITY;
    }
    long done =
        fates.stream()
            .filter(fate -> fate.fate().rank() >= SubjectFate.Fate.UNCONFIRMED.rank())
            .count();
    return done >= subjects ? Status.PROCESSED : Status.RECEIVED;
  }

  private static LedToAlert ledToAlert(ReceiptStore.Stored stored) {
    if (!tells(stored.handling())) {
      return LedToAlert.WITHHELD;
    }
    return stored.fates().stream().anyMatch(SubjectFate::ledToAlert)
        ? LedToAlert.YES
        : LedToAlert.NO;
  }

  private static Optional<Answered.Answer> answer(ReceiptStore.Stored stored) {
    return tells(stored.handling())
        ? newest(stored.fates()).map(Answered::answer)
        : Optional.empty();
  }

  /** The newest answer of all subjects. */
  static Optional<Answered> newest(List<SubjectFate> fates) {
    return fates.stream().map(SubjectFate::answer).reduce(Optional.empty(), Answered::newest);
  }

  /** Whether a sender may know what came of an alert on a message of this handling class. */
  static boolean tells(Optional<HandlingClass> handling) {
    return handling.filter(one -> one.compareTo(HandlingClass.H2) >= 0).isEmpty();
  }
}
