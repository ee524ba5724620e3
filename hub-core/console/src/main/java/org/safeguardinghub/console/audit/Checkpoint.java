package org.safeguardinghub.console.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.PublicKey;
import java.time.Instant;
import org.safeguardinghub.console.audit.HashChain.Link;

/**
 * A record of the chain that is signed: so many records since the checkpoint before, of which the
 * last has this hash. It stands in the chain as any other record; its object is the signature.
 */
public final class Checkpoint {
  /** After so many records there is one. */
  public static final int EVERY = 100;

  static final String ACTOR = "console";
  static final String ACTION = "CHECKPOINT";
  private static final String KIND = "audit-chain";

  private Checkpoint() {}

  /**
   * The next checkpoint.
   *
   * @param records how many records stand between it and the checkpoint before
   */
  public static Link sign(
      CheckpointKey key, String previousHash, String id, int records, Instant at) {
    String signature = key.sign(signed(records, previousHash, at));
    return HashChain.append(previousHash, id, ACTOR, ACTION, KIND, signature, at);
  }

  static boolean is(Link link) {
    return link.action().equals(ACTION);
  }

  /** Whether it was signed after so many records. */
  static boolean holds(Link link, int records, PublicKey key) {
    return CheckpointKey.signed(
        key, signed(records, link.previousHash(), link.at()), link.objectId());
  }

  private static byte[] signed(int records, String previousHash, Instant at) {
    return "hub-audit|%d|%s|%d".formatted(records, previousHash, at.toEpochMilli()).getBytes(UTF_8);
  }
}
