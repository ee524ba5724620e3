package org.safeguardinghub.notifier.delivery;

/** How a person is reached. */
public enum Channel {
  EMAIL,
  WEBHOOK,
  TEXT
}
