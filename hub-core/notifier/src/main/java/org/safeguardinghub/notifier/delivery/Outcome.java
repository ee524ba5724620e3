package org.safeguardinghub.notifier.delivery;

import java.time.Instant;

/**
 * What one attempt came to, for everyone who watches deliveries.
 *
 * @param at by the hub's clock
 */
public record Outcome(
    String notificationId,
    String alertId,
    String personId,
    Channel channel,
    Kind kind,
    int attempt,
    String providerCode,
    Instant at) {
  /** The kinds of outcome. */
  public enum Kind {
    DELIVERED,
    FAILED_WILL_RETRY,
    UNDELIVERABLE,
    /** This channel does not work; another one is tried. */
    NEXT_CHANNEL,
    /** A provider has it. */
    HANDED_OVER
  }
}
