package org.safeguardinghub.connectors.intake.receipt;

/** Sealed bytes of records on their way out; only their publisher can read them. */
public final class Outbox {
  private final byte[] ciphertext;

  private Outbox(byte[] ciphertext) {
    this.ciphertext = ciphertext;
  }

  public static Outbox of(byte[] ciphertext) {
    return new Outbox(ciphertext.clone());
  }

  /** In bytes. */
  public int size() {
    return ciphertext.length;
  }

  public byte[] ciphertext() {
    return ciphertext.clone();
  }
}
