package org.safeguardinghub.console.referral;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A referral as it is kept.
 *
 * @param attempt how often it was put right, from 0
 * @param type of event
 * @param content the form, sealed; empty once the intake has it
 */
public record Kept(
    String id,
    String agency,
    String personId,
    Instant madeAt,
    int attempt,
    String type,
    Optional<Sealed> content,
    Status status) {
  /** Where it is. */
  public sealed interface Status {
    /** It waits to be sent. */
    record Waiting() implements Status {}

    /** The intake has it. */
    record Received(String receiptId) implements Status {}

    /** The intake did not take it; it waits to be put right. */
    record Refused(IntakeDoor.Refusal refusal) implements Status {}
  }

  /** The id of the event: the same attempt sent again is the same event. */
  String eventId() {
    return UUID.nameUUIDFromBytes((id + "|" + attempt).getBytes(UTF_8)).toString();
  }

  public boolean waits() {
    return status instanceof Status.Waiting;
  }

  Kept with(Status next, Optional<Sealed> nextContent) {
    return new Kept(id, agency, personId, madeAt, attempt, type, nextContent, next);
  }
}
