package org.safeguardinghub.connectors.intake.receipt;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.envelope.Refusal;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * A message as it is to be recorded.
 *
 * @param receiptId follows from feed and event id, or, of a refused message, from its content and
 *     the reason
 * @param eventId the event's id; absent where it was refused before it had one
 * @param contentHash keyed hash of the canonical message
 * @param revision of which record it is which content; absent where record ids are not stable
 * @param idempotencyKey keyed hash of the sender's key
 * @param refusal why it was refused; absent: accepted
 * @param outbox sealed records that are still to be published
 */
public record NewReceipt(
    String receiptId,
    String feed,
    String connector,
    Optional<String> eventId,
    String contentHash,
    Optional<Revision> revision,
    Optional<String> idempotencyKey,
    Optional<Refusal> refusal,
    int subjectCount,
    Optional<HandlingClass> handling,
    Instant receivedAt,
    Outbox outbox) {}
