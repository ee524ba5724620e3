package org.safeguardinghub.risk.topology.identity;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Person keys without a key store: bound to person and id like the real ones, and destroyable. */
final class KeysInMemory implements PersonSealing {
  private final HubKeys keys;
  private final Set<String> destroyed = new HashSet<>();

  KeysInMemory(HubKeys keys) {
    this.keys = keys;
  }

  @Override
  public Sealed seal(
      PersonKeys.Purpose purpose, String personRef, String associatedId, byte[] plain) {
    String keyRef = purpose.name().toLowerCase(Locale.ROOT) + ':' + personRef;
    Sealed inner = keys.seal(HubKeys.MASTER, keyRef + '|' + associatedId, plain);
    return new Sealed(keyRef, associatedId, inner.ciphertext());
  }

  @Override
  public Optional<String> open(Sealed sealed) {
    if (destroyed.contains(sealed.keyRef())) {
      return Optional.empty();
    }
    Sealed inner =
        new Sealed(
            HubKeys.MASTER, sealed.keyRef() + '|' + sealed.associatedId(), sealed.ciphertext());
    return Optional.of(new String(keys.open(inner), StandardCharsets.UTF_8));
  }

  void destroy(String personRef) {
    destroyed.add("person:" + personRef);
  }
}
