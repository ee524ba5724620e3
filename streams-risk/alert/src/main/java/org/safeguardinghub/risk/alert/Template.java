package org.safeguardinghub.risk.alert;

/** Which fixed text a notification uses; none says who or what the alert is about. */
public enum Template {
  NEW_ALERT,
  STRENGTHENED,
  OVERDUE_TO_DEPUTY,
  WITHDRAWN,
  REROUTED,
  /** To an administrator: what a change of policy found waits. */
  HELD_BY_POLICY
}
