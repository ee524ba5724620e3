package org.safeguardinghub.risk.topology.identity;

import java.util.Optional;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Sealing under the keys of person references. */
public interface PersonSealing {
  Sealed seal(PersonKeys.Purpose purpose, String personRef, String associatedId, byte[] plain);

  /** The text; empty once its key was destroyed. */
  Optional<String> open(Sealed sealed);

  /** With the keys of the key store. */
  static PersonSealing of(PersonKeys keys) {
    return new PersonSealing() {
      @Override
      public Sealed seal(
          PersonKeys.Purpose purpose, String personRef, String associatedId, byte[] plain) {
        return keys.seal(purpose, personRef, associatedId, plain);
      }

      @Override
      public Optional<String> open(Sealed sealed) {
        return keys.open(sealed);
      }
    };
  }
}
