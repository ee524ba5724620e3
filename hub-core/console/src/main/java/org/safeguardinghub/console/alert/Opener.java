package org.safeguardinghub.console.alert;

import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/** Opens sealed words for a page that may show them. */
public interface Opener {
  /** Empty where the key was destroyed or does not fit. */
  Optional<String> open(Sealed sealed);
}
