package org.safeguardinghub.connectors.intake;

import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * One message of a feed.
 *
 * @param body its text: one JSON object in UTF-8
 * @param idempotencyKey the sender's key, which may stand for an id in the body
 */
public record Submission(Sensitive<byte[]> body, Optional<Sensitive<String>> idempotencyKey) {
  public static Submission of(byte[] body) {
    return new Submission(Sensitive.of(body), Optional.empty());
  }

  public static Submission of(byte[] body, Optional<String> idempotencyKey) {
    return new Submission(Sensitive.of(body), idempotencyKey.map(Sensitive::of));
  }
}
