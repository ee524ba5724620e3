package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Whether a message has the shape of one: what would be refused whoever sends it and whenever. */
public final class Shape {
  private Shape() {}

  /** What is wrong with it; empty for a sound one, which other checks may still refuse. */
  public static Optional<Refusal> fault(byte[] body) {
    return switch (StrictJson.read(body)) {
      case StrictJson.Reading.Unreadable(Refusal refusal) -> Optional.of(refusal);
      case StrictJson.Reading.Read(ObjectNode message) ->
          switch (EnvelopeReader.read(message)) {
            case EnvelopeReader.Reading.Refused(Refusal refusal) -> Optional.of(refusal);
            case EnvelopeReader.Reading.Read _ -> Optional.empty();
          };
    };
  }
}
