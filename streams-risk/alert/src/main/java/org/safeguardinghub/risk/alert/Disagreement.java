package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.event.DisagreementStages;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Somebody thinks that what is done about an alert is wrong. It changes neither the answer nor any
 * clock of the alert: what the child needs does not wait for the disagreement.
 *
 * @param stage from 1, one professional to another, to {@link DisagreementStages#LAST}
 * @param since when it came to this stage
 * @param personId who brought it there
 * @param reason why, sealed
 * @param settled how it ended; empty while it is open
 */
public record Disagreement(
    int stage, Instant since, String personId, Sealed reason, Optional<Settlement> settled) {
  /** How it ended: what was agreed and why, sealed. */
  public record Settlement(Instant at, String personId, Sealed reason) {}

  public boolean open() {
    return settled.isEmpty();
  }

  /** The stage to which it can be taken; 1 where there is none that is open. */
  static int next(Optional<Disagreement> now) {
    return DisagreementStages.next(now.filter(Disagreement::open).map(Disagreement::stage));
  }

  Disagreement settle(Settlement how) {
    return new Disagreement(stage, since, personId, reason, Optional.of(how));
  }
}
