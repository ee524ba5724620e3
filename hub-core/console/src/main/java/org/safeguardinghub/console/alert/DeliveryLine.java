package org.safeguardinghub.console.alert;

import java.time.Instant;

/** What came of telling one person about an alert, the latest attempt only. */
public record DeliveryLine(
    String personId, Channel channel, Outcome outcome, int attempt, Instant at) {
  /** How. */
  public enum Channel {
    EMAIL,
    WEBHOOK,
    TEXT,
    OTHER
  }

  /** What came of it. */
  public enum Outcome {
    DELIVERED,
    WILL_RETRY,
    UNDELIVERABLE,
    /** This channel failed, another one is tried. */
    NEXT_CHANNEL,
    /** A provider has it; whether it arrived is not known yet. */
    HANDED_OVER,
    UNKNOWN
  }
}
