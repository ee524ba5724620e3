package org.safeguardinghub.connectors.intake.check;

import org.safeguardinghub.kernel.message.Envelope;
import org.safeguardinghub.kernel.message.EnvelopeReader;
import org.safeguardinghub.kernel.message.Refusal;
import org.safeguardinghub.kernel.message.Step;

/** Is it an envelope? */
final class ShapeCheck implements Check {
  @Override
  public Step step() {
    return Step.SHAPE;
  }

  @Override
  public Outcome check(Draft draft) {
    return switch (EnvelopeReader.read(draft.message().reveal())) {
      case EnvelopeReader.Reading.Read(Envelope envelope) ->
          named(draft, envelope)
              ? new Outcome.Passed(draft.with(envelope))
              : refuse(
                  "NO_ID",
                  "give eventId (a UUID), sourceRecordId or the header Idempotency-Key, so that a repeat is known as one",
                  "/eventId");
      case EnvelopeReader.Reading.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
    };
  }

  private static boolean named(Draft draft, Envelope envelope) {
    return envelope.ids().eventId().isPresent()
        || envelope.ids().sourceRecordId().isPresent()
        || draft.key().isPresent();
  }
}
