package org.safeguardinghub.kernel.sealing;

import java.nio.ByteBuffer;

/**
 * A sealed value.
 *
 * @param keyRef which key opens it: a key name of {@link HubKeys}, or {@code person:<ref>}, {@code
 *     location:<ref>}
 * @param associatedId the id that was bound as associated data, normally the event's
 * @param ciphertext read-only
 */
public record Sealed(String keyRef, String associatedId, ByteBuffer ciphertext) {
  public Sealed {
    ciphertext = ciphertext.asReadOnlyBuffer();
  }

  byte[] bytes() {
    ByteBuffer copy = ciphertext.duplicate();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return "Sealed[" + keyRef + "]";
  }
}
