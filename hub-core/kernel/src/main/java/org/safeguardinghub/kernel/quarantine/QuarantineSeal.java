package org.safeguardinghub.kernel.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * What the desk seals, and with which id each is bound: a content of one record does not open as
 * that of another.
 */
public final class QuarantineSeal {
  private QuarantineSeal() {}

  /** A refused message. */
  public static Sealed content(HubKeys keys, String receiptId, byte[] body) {
    return keys.seal(HubKeys.QUARANTINE, receiptId, body);
  }

  /** The sender's key of a refused message. */
  public static Sealed key(HubKeys keys, String receiptId, Sensitive<String> key) {
    return keys.sealText(HubKeys.QUARANTINE, receiptId + "/key", key.reveal());
  }

  /** A message as it is to be resubmitted. */
  public static Sealed fixed(HubKeys keys, String fixId, byte[] body) {
    return keys.seal(HubKeys.QUARANTINE, fixId, body);
  }

  /** Why somebody fixes it. */
  public static Sealed reason(HubKeys keys, String fixId, String reason) {
    return keys.sealText(HubKeys.QUARANTINE, fixId + "/reason", reason);
  }

  /** The same words about the same record by the same person are one fix. */
  public static String fixId(String receiptId, String actor, String word) {
    return "f-" + UUID.nameUUIDFromBytes(String.join("|", receiptId, actor, word).getBytes(UTF_8));
  }

  /** A stored value with the id that it is bound to. */
  public static Sealed stored(String associatedId, byte[] ciphertext) {
    return new Sealed(HubKeys.QUARANTINE, associatedId, ByteBuffer.wrap(ciphertext));
  }

  /** The bytes to store. */
  public static byte[] bytes(Sealed sealed) {
    ByteBuffer copy = sealed.ciphertext().duplicate();
    byte[] bytes = new byte[copy.remaining()];
    copy.get(bytes);
    return bytes;
  }
}
