package org.safeguardinghub.connectors.intake.receipt;

/** What the store found when it recorded a message. */
public sealed interface Recorded {
  /** It is new, and safe from now on. */
  record First() implements Recorded {}

  /** The same message was recorded before. */
  record Again() implements Recorded {}

  /** Its event id was used for another content. */
  record IdReused() implements Recorded {}

  /** Its idempotency key was used for another message. */
  record KeyReused() implements Recorded {}
}
