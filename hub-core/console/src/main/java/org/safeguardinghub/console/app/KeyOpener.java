package org.safeguardinghub.console.app;

import java.util.Optional;
import org.safeguardinghub.console.alert.Opener;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what is sealed under a person's key, or under one of the hub's own that the console holds.
 */
final class KeyOpener implements Opener {
  private static final Logger LOG = LoggerFactory.getLogger(KeyOpener.class);

  private final HubKeys hubKeys;
  private final PersonKeys personKeys;

  KeyOpener(HubKeys hubKeys, PersonKeys personKeys) {
    this.hubKeys = hubKeys;
    this.personKeys = personKeys;
  }

  @Override
  public Optional<String> open(Sealed sealed) {
    try {
      return sealed.keyRef().indexOf(':') > 0
          ? personKeys.open(sealed)
          : Optional.of(hubKeys.openText(sealed));
    } catch (CannotOpenException e) {
      LOG.atWarn().addKeyValue("key", sealed.keyRef()).log("a sealed value does not open");
      return Optional.empty();
    }
  }
}
