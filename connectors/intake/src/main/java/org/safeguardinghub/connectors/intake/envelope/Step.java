package org.safeguardinghub.connectors.intake.envelope;

/** The ordered checks that a message passes. */
public enum Step {
  SHAPE,
  CATALOGUE,
  LAWFUL_BASIS,
  HANDLING,
  TIME,
  DUPLICATE
}
