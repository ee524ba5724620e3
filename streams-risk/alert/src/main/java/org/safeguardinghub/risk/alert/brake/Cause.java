package org.safeguardinghub.risk.alert.brake;

/** What gave rise to an evaluation. */
public enum Cause {
  /** A record of the subject's log: something happened, or a moment was reached. */
  RECORD,
  /** Nothing new is known; another policy version looks at it. */
  POLICY_CHANGE
}
