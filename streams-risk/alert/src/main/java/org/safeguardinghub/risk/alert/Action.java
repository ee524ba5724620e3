package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.OptionalLong;
import org.safeguardinghub.kernel.sealing.Sealed;

/** What a person did with an alert. The same action id is applied once. */
public sealed interface Action {
  String actionId();

  String alertId();

  String personId();

  Instant at();

  /** Looked at it. */
  record Opened(String actionId, String alertId, String personId, Instant at) implements Action {}

  /**
   * Answered.
   *
   * @param seenVersion the picture that the person answered to
   */
  record Acknowledge(
      String actionId,
      String alertId,
      String personId,
      Instant at,
      Answer answer,
      Sealed reason,
      OptionalLong seenVersion)
      implements Action {}

  /** Gave it back: somebody else must lead. */
  record NotMine(String actionId, String alertId, String personId, Instant at) implements Action {}

  /** Gave it to another role. */
  record Reassign(String actionId, String alertId, String personId, Instant at, String toRole)
      implements Action {}

  /** Finished with it. */
  record Close(String actionId, String alertId, String personId, Instant at) implements Action {}

  /**
   * Put an answered alert aside.
   *
   * @param until when it is to ask again
   */
  record PutAside(String actionId, String alertId, String personId, Instant at, Instant until)
      implements Action {}

  /**
   * Thinks that what is done is wrong, or takes a disagreement to the next stage.
   *
   * @param stage the stage that the person wants it at; another that is reached meanwhile is enough
   */
  record Disagree(
      String actionId, String alertId, String personId, Instant at, int stage, Sealed reason)
      implements Action {}

  /** Says how a disagreement was settled. */
  record Settle(String actionId, String alertId, String personId, Instant at, Sealed reason)
      implements Action {}

  /** Records what somebody is to do by when, as agreed between agencies. */
  record Plan(
      String actionId,
      String alertId,
      String personId,
      Instant at,
      PlannedAction.Task task,
      Sealed reason)
      implements Action {}

  /**
   * Says what came of an agreed action.
   *
   * @param done false where it was not done and will not be
   */
  record MarkPlanned(
      String actionId,
      String alertId,
      String personId,
      Instant at,
      String plannedId,
      boolean done,
      Sealed reason)
      implements Action {}

  /** Decides to share information with somebody, or not to. */
  record DecideSharing(
      String actionId,
      String alertId,
      String personId,
      Instant at,
      SharingDecision.Sharing sharing,
      Sealed reason)
      implements Action {}

  /** Read it without its being in their hands, with a reason that somebody reviews. */
  record BrokeGlass(String actionId, String alertId, String personId, Instant at)
      implements Action {}

  /** Has read that the alert was corrected or withdrawn. */
  record Confirm(String actionId, String alertId, String personId, Instant at) implements Action {}
}
