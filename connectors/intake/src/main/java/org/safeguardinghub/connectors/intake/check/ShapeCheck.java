package org.safeguardinghub.connectors.intake.check;

import org.safeguardinghub.connectors.intake.envelope.EnvelopeReader;
import org.safeguardinghub.connectors.intake.envelope.Step;

/** Is it an envelope? */
final class ShapeCheck implements Check {
  @Override
  public Step step() {
    return Step.SHAPE;
  }

  @Override
  public Outcome check(Draft draft) {
    return switch (EnvelopeReader.read(draft.message().reveal())) {
      case EnvelopeReader.Reading.Read(var envelope) -> new Outcome.Passed(draft.with(envelope));
      case EnvelopeReader.Reading.Refused(var refusal) -> new Outcome.Refused(refusal);
    };
  }
}
