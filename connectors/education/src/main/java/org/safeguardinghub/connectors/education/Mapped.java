package org.safeguardinghub.connectors.education;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.safeguardinghub.connectors.intake.envelope.Refusal;

/** What a row becomes. */
sealed interface Mapped {
  /** A message for the intake. */
  record Message(ObjectNode body) implements Mapped {
    @Override
    public String toString() {
      return "Message[withheld]";
    }
  }

  /** Nothing is to be sent for such a row. */
  record Nothing() implements Mapped {}

  /** The row says nothing that can be sent; the pointer of the refusal is a column. */
  record Faulty(Refusal refusal) implements Mapped {}
}
