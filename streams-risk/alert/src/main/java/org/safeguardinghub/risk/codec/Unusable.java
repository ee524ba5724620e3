package org.safeguardinghub.risk.codec;

/**
 * A record that cannot be used. The message names the field and holds no content: the record is
 * quarantined by reference.
 */
public final class Unusable extends RuntimeException {
  public Unusable(String reason) {
    super(reason);
  }
}
