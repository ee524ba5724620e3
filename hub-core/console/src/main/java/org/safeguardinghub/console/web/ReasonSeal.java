package org.safeguardinghub.console.web;

import org.safeguardinghub.kernel.sealing.Sealed;

/** Seals what a lead writes, before it is stored or sent. */
public interface ReasonSeal {
  Sealed seal(String actionId, String reason);
}
