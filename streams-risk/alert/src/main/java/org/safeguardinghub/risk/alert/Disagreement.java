package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * Somebody thinks that what is done about an alert is wrong. It changes neither the answer nor any
 * clock of the alert: what the child needs does not wait for the disagreement.
 *
 * @param stage from 1, one professional to another, to {@link #LAST_STAGE}
 * @param since when it came to this stage
 * @param personId who brought it there
 * @param reason why, sealed
 * @param settled how it ended; empty while it is open
 */
public record Disagreement(
    int stage, Instant since, String personId, Sealed reason, Optional<Settlement> settled) {
  /** One to one, managers, senior managers, the partnership: no procedure goes further. */
  public static final int LAST_STAGE = 4;

  /** How it ended: what was agreed and why, sealed. */
  public record Settlement(Instant at, String personId, Sealed reason) {}

  public boolean open() {
    return settled.isEmpty();
  }

  /** The stage to which it can be taken; 1 where there is none that is open. */
  static int next(Optional<Disagreement> now) {
    return now.filter(Disagreement::open).map(open -> open.stage() + 1).orElse(1);
  }

  Disagreement settle(Settlement how) {
    return new Disagreement(stage, since, personId, reason, Optional.of(how));
  }
}
