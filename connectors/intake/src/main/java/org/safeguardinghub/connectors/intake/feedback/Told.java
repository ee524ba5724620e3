package org.safeguardinghub.connectors.intake.feedback;

/** What a receiver made of one attempt. */
sealed interface Told {
  /** It has it. */
  record Taken() implements Told {}

  /** It does not want to be told any more. */
  record Gone() implements Told {}

  /**
   * It does not have it, or that is not known.
   *
   * @param fault a status or the kind of fault, never what the receiver says
   */
  record NotTaken(String fault) implements Told {}
}
