package org.safeguardinghub.risk.alert;

import java.time.Instant;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * A decision to share information with somebody, or not to. Both are recorded: golden rule 7 of the
 * advice on information sharing (DfE 2024). It is never altered; another one is another record.
 *
 * @param id that of the action by which it was recorded
 * @param personId who decided
 * @param at when it was recorded
 * @param reason why, sealed
 */
public record SharingDecision(
    String id, Sharing sharing, String personId, Instant at, Sealed reason) {
  /**
   * What was decided.
   *
   * @param shared false where it was decided not to share
   * @param withWhom sealed
   * @param what which information, sealed
   * @param basis code of the legal gateway; of the ground, where it is not shared
   */
  public record Sharing(boolean shared, Sealed withWhom, Sealed what, String basis) {}
}
