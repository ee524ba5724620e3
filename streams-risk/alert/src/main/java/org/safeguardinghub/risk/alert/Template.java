package org.safeguardinghub.risk.alert;

/** Which fixed text a notification uses; none says who or what the alert is about. */
public enum Template {
  NEW_ALERT,
  STRENGTHENED,
  OVERDUE_TO_DEPUTY,
  WITHDRAWN,
  /** To everybody who was told of it or read it: a reason of it no longer holds. */
  CORRECTED,
  /** The time for which it was put aside is over. */
  LOOK_AGAIN,
  /** Somebody disagrees about it, took that further or settled it. */
  DISAGREEMENT,
  REROUTED,
  /** To whoever is to do something that was agreed. */
  ACTION_AGREED,
  /** To the same, once: it is overdue. */
  ACTION_OVERDUE,
  /** To somebody who is to know of it and neither owns nor answers it. */
  COPY,
  /** To its owner and to information governance: somebody else has read it. */
  GLASS_BROKEN,
  /** To an administrator: what a change of policy found waits. */
  HELD_BY_POLICY
}
