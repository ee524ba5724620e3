package org.safeguardinghub.console.alert;

import java.time.Instant;

/** What came of telling one person about an alert, the latest attempt only. */
public record DeliveryLine(
    String personId, Channel channel, Outcome outcome, int attempt, Instant at) {
  /** How. */
  public enum Channel {
    EMAIL,
    WEBHOOK,
    OTHER
  }

  /** What came of it. */
  public enum Outcome {
    DELIVERED,
    WILL_RETRY,
    UNDELIVERABLE,
    UNKNOWN
  }
}
