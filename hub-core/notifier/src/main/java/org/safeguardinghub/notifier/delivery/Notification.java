package org.safeguardinghub.notifier.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An instruction to tell one person that an alert needs them, over the first channel that works.
 *
 * @param id one id is delivered once, however often the instruction is read
 * @param alertId the alert, for the outcome's key; never shown to the receiver
 * @param channel how, at this moment
 * @param others how else, in this order, once the channel has failed
 * @param reference opaque reference for the receiver's eyes
 */
public record Notification(
    String id,
    String alertId,
    String personId,
    Channel channel,
    List<Channel> others,
    Template template,
    String reference,
    Optional<Instant> dueAt,
    Instant createdAt) {
  public Notification {
    others = List.copyOf(others);
  }

  /** The receiver in whose line this notification waits: a slow one delays nobody else. */
  public String receiver() {
    return channel + "/" + personId;
  }

  /** The idempotency key that a receiver sees: one for each channel, the same in every attempt. */
  public String key() {
    return id + "-" + channel.name().toLowerCase(Locale.ROOT);
  }
}
