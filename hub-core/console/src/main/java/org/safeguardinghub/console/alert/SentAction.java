package org.safeguardinghub.console.alert;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * What a lead does to an alert, on its way to the hub. The action id comes from the form (the same
 * form sent twice is one action); the expected version is that of the picture that the lead saw.
 */
public sealed interface SentAction {
  String actionId();

  String alertId();

  SubjectRef subject();

  String personId();

  long expectedVersion();

  Instant at();

  /** A word for what was done. */
  default String kind() {
    return switch (this) {
      case Opened _ -> "OPENED";
      case Acknowledged _ -> "ACKNOWLEDGED";
      case NotMine _ -> "NOT_MINE";
      case Reassigned _ -> "REASSIGNED";
      case PutAside _ -> "PUT_ASIDE";
      case Closed _ -> "CLOSED";
      case Confirmed _ -> "CONFIRMED";
    };
  }

  /** The lead opened the alert for the first time. */
  record Opened(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at)
      implements SentAction {}

  /** The lead answered. */
  record Acknowledged(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at,
      Decision decision,
      Sealed reason)
      implements SentAction {}

  /** The lead gave it back: somebody else must lead. */
  record NotMine(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at,
      Sealed reason)
      implements SentAction {}

  /** The lead gave it to another role. */
  record Reassigned(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at,
      String toRole,
      Sealed reason)
      implements SentAction {}

  /** The lead put the answered alert aside until a moment. */
  record PutAside(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at,
      Instant until,
      Sealed reason)
      implements SentAction {}

  /** The lead has finished with the answered alert. */
  record Closed(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at,
      Sealed reason)
      implements SentAction {}

  /** Somebody who knew of it has read that it was corrected or withdrawn. */
  record Confirmed(
      String actionId,
      String alertId,
      SubjectRef subject,
      String personId,
      long expectedVersion,
      Instant at)
      implements SentAction {}
}
