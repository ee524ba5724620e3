package org.safeguardinghub.console.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.kernel.event.DecayedLoad;

/** What a record of a topic means for the console's rows. */
public sealed interface Projected {
  /** A new picture of an alert. */
  record AlertPicture(Alert alert) implements Projected {}

  /** An event of a chronology. */
  record Event(String subject, String eventId, String type) implements Projected {}

  /** Events went from one subject to another. */
  record EventsMoved(String from, String to, List<String> eventIds) implements Projected {
    public EventsMoved {
      eventIds = List.copyOf(eventIds);
    }
  }

  /** Whose a person reference is now. */
  record Link(String childRef, boolean confirmed, Instant decidedAt) implements Projected {}

  /**
   * An attempt to tell somebody.
   *
   * @param undeliverable whether nothing more is tried and nobody was reached
   */
  record Delivery(String notificationId, String alertId, String channel, boolean undeliverable)
      implements Projected {}

  /** A question to a steward. */
  record Task(boolean open, boolean protectedIdentity, Instant dueAt, Instant openedAt)
      implements Projected {}

  /**
   * A decision of the identity ledger.
   *
   * @param protectedIdentity for the stewards of protected identities only
   * @param wall whether from now on that is so of all that was decided about the child
   */
  record Decision(
      String decisionId,
      String childRef,
      String decidedBy,
      Instant decidedAt,
      @Nullable String undoes,
      boolean protectedIdentity,
      boolean wall)
      implements Projected {}

  /** How a feed is doing. */
  record Feed() implements Projected {}

  /** What is known of a subject. */
  record Subject(DecayedLoad load) implements Projected {}

  /** Nothing that the console keeps. */
  record Nothing() implements Projected {}
}
