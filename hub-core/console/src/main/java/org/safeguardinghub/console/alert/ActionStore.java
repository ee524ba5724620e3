package org.safeguardinghub.console.alert;

import java.time.Instant;
import java.util.Optional;

/** Keeps and sends what leads do. */
public interface ActionStore {
  /**
   * Stores the action together with the record that will be published. False if this action id was
   * taken before: then nothing changed.
   */
  boolean record(SentAction action);

  /** The answer that this person sent to this alert last. */
  Optional<Answer> lastAnswer(String alertId, String personId);

  /**
   * An answer as it was sent.
   *
   * @param confirmed whether the broker has it
   */
  record Answer(
      String actionId, Decision decision, long expectedVersion, Instant at, boolean confirmed) {}
}
