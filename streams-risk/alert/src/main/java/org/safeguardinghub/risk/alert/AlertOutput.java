package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/** What follows from an input. */
public sealed interface AlertOutput {

  /** A full picture of an alert after a change. */
  record AlertChanged(Alert alert) implements AlertOutput {}

  /**
   * An instruction to notify one person. It says neither who nor what the alert is about.
   *
   * @param channels in order of preference, the next one for when the one before fails; never empty
   */
  record Notify(
      String notificationId,
      String alertId,
      String personId,
      String role,
      List<Channel> channels,
      Template template,
      Severity severity,
      String reference,
      Optional<Instant> dueAt,
      Instant createdAt)
      implements AlertOutput {
    public Notify {
      channels = List.copyOf(channels);
    }
  }

  /** A due time to keep. */
  record DeadlineSet(String alertId, Deadline deadline) implements AlertOutput {}

  /** A due time that need not be kept any more. */
  record DeadlineDropped(String alertId, Deadline deadline) implements AlertOutput {}

  /** These dispositions have led to an alert. */
  record LedToAlert(String alertId, Set<String> receiptKeys) implements AlertOutput {
    public LedToAlert {
      receiptKeys = Set.copyOf(receiptKeys);
    }
  }

  /** What was answered to an alert that rests on these, for whoever sent them. */
  record Answered(String alertId, Set<String> receiptKeys, Answer answer) implements AlertOutput {
    public Answered {
      receiptKeys = Set.copyOf(receiptKeys);
    }
  }

  /** A disagreement came to a stage, or was settled at it: policy watches its time. */
  record Disputed(String alertId, String actionId, int stage, boolean open)
      implements AlertOutput {}

  /** An action or an undelivered notice that changed nothing, and why. */
  record PassedOver(String alertId, String actionId, Why why) implements AlertOutput {}

  /** Why an action changed nothing. */
  enum Why {
    UNKNOWN_ALERT,
    APPLIED_BEFORE,
    /** The alert has been withdrawn or closed. */
    NOT_OPEN,
    /** The alert has gained a reason since the person looked at it. */
    REASONS_HAVE_GROWN,
    /** Nobody outside its owner's role may know of the alert. */
    CONFINED,
    /** An alert is closed or put aside after it was answered, not before. */
    NOT_ANSWERED_YET,
    /** It may not be put aside, or something be agreed, for so long or into the past. */
    TIME_NOT_ALLOWED,
    /** Nothing was corrected that this person has still to confirm. */
    NOTHING_TO_CONFIRM,
    /** A disagreement goes from one stage to the next, and not beyond the last. */
    STAGE_IS_ANOTHER,
    /** There is no open disagreement. */
    NOTHING_TO_SETTLE,
    /** Nothing of this id was agreed. */
    NOT_PLANNED,
    /** What came of an agreed action is said once. */
    MARKED_BEFORE,
    /** An alert holds so many agreed actions, and so many decisions to share, and no more. */
    TOO_MANY
  }
}
