package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can happen to the alerts of a subject. */
public sealed interface AlertInput {
  Moment moment();

  /**
   * Policy found something.
   *
   * @param succeeds the earlier finding that it continues
   */
  record Raised(Finding finding, Optional<String> succeeds, int policyVersion, Moment moment)
      implements AlertInput {}

  /**
   * Something found has changed.
   *
   * @param succeeds the id that the finding had before, where its first evidence is another now
   * @param rings whether the owner is told; false for an update that the re-fire rule keeps quiet
   */
  record Strengthened(
      Finding finding, Optional<String> succeeds, boolean rings, int policyVersion, Moment moment)
      implements AlertInput {}

  /** A finding lost its evidence. */
  record Withdrawn(String findingId, String reason, int policyVersion, Moment moment)
      implements AlertInput {}

  /** A person did something. */
  record Acted(Action action, Moment moment) implements AlertInput {}

  /** A due time has passed. */
  record DeadlineReached(String alertId, String deadlineId, Instant dueAt, Moment moment)
      implements AlertInput {}

  /**
   * A notice about an alert reached its person on no channel.
   *
   * @param id of the notice: it is dealt with once
   * @param code the answer code of the last channel
   */
  record Undelivered(String id, String alertId, String personId, String code, Moment moment)
      implements AlertInput {}

  /**
   * Alerts of another subject go on here: its events are this subject's now.
   *
   * @param alerts as they were there
   * @param reason why, in plain words without personal data
   */
  record MovedIn(List<Alert> alerts, String reason, Moment moment) implements AlertInput {
    public MovedIn {
      alerts = List.copyOf(alerts);
    }
  }

  /** Everything goes on under another subject. */
  record MovedOut(Moment moment) implements AlertInput {}

  /** The directory or the children's situation is another than before. */
  record SurroundingsChanged(Moment moment) implements AlertInput {}
}
