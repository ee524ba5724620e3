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
}
