package org.safeguardinghub.risk.alert;

/** How a person is notified. */
public enum Channel {
  EMAIL,
  WEBHOOK,
  TEXT
}
