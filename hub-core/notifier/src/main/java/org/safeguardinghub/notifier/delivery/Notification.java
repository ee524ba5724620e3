package org.safeguardinghub.notifier.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * An instruction to tell one person over one channel that an alert needs them.
 *
 * @param id idempotency key: one id is delivered once, however often the instruction is read
 * @param alertId the alert, for the outcome's key; never shown to the receiver
 * @param reference opaque reference for the receiver's eyes
 */
public record Notification(
    String id,
    String alertId,
    String personId,
    Channel channel,
    Template template,
    String reference,
    Optional<Instant> dueAt,
    Instant createdAt) {
  /** The receiver in whose line this notification waits: a slow one delays nobody else. */
  public String receiver() {
    return channel + "/" + personId;
  }
}
