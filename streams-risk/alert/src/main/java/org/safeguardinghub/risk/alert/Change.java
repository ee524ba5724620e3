package org.safeguardinghub.risk.alert;

/** After what a picture of an alert was taken. */
public enum Change {
  RAISED,
  STRENGTHENED,
  REROUTED,
  CLIMBED,
  ACKNOWLEDGED,
  WITHDRAWN,
  CLOSED,
  UPDATED
}
