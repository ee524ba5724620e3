package org.safeguardinghub.kernel.codec;

import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.schemas.SealedRecord;

/** Sealed values to their stored form and back. */
public final class SealedCodec {
  private SealedCodec() {}

  public static SealedRecord toRecord(Sealed sealed) {
    return SealedRecord.newBuilder()
        .setKeyRef(sealed.keyRef())
        .setAssociatedId(sealed.associatedId())
        .setCiphertext(sealed.ciphertext().duplicate())
        .build();
  }

  public static Sealed fromRecord(SealedRecord stored) {
    return new Sealed(stored.getKeyRef(), stored.getAssociatedId(), stored.getCiphertext());
  }
}
