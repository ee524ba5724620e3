package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A message as it is to be recorded.
 *
 * @param receiptId follows from feed and event id, or, of a refused message, from its content and
 *     the reason
 * @param eventId the event's id; absent where it was refused before it had one
 * @param eventType code of the type of an accepted event
 * @param contentHash keyed hash of the canonical message
 * @param revision of which record it is which content; absent where record ids are not stable
 * @param idempotencyKey keyed hash of the sender's key
 * @param refusal why it was refused; absent: accepted
 * @param origin receipt of the refused message that this one puts right
 * @param kept of a refused one: what the quarantine desk keeps of it
 */
public record NewReceipt(
    String receiptId,
    String feed,
    String connector,
    Optional<String> eventId,
    Optional<String> eventType,
    String contentHash,
    Optional<Revision> revision,
    Optional<String> idempotencyKey,
    Optional<Refusal> refusal,
    int subjectCount,
    Optional<HandlingClass> handling,
    Instant receivedAt,
    Optional<String> origin,
    Optional<Kept> kept) {

  /**
   * What the desk keeps of a refused message beside its reason.
   *
   * @param agency its sender's code
   * @param handling strictest of type and sender; absent where nobody can tell
   * @param content the message as received, sealed; absent where it was too large, or where there
   *     never was a message
   * @param key the sender's idempotency key, sealed
   */
  public record Kept(
      String agency,
      Optional<HandlingClass> handling,
      boolean stableRecord,
      Optional<Sealed> content,
      Optional<Sealed> key) {}
}
