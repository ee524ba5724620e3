package org.safeguardinghub.notifier.delivery;

/** Which fixed text is sent. */
public enum Template {
  NEW_ALERT,
  STRENGTHENED,
  OVERDUE_TO_DEPUTY,
  WITHDRAWN,
  REROUTED,
  HELD_BY_POLICY,
  CORRECTED,
  LOOK_AGAIN,
  DISAGREEMENT,
  GLASS_BROKEN,
  COPY,
  ACTION_AGREED,
  ACTION_OVERDUE
}
