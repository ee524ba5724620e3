package org.safeguardinghub.console.identity;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.sealing.Sealed;

/**
 * One decision of the identity ledger that a person made.
 *
 * @param kind code of what it does
 * @param undone whether a later one took it back
 * @param undoes the decision that it takes back
 * @param protectedIdentity for the stewards of protected identities only
 */
public record LedgerLine(
    String decisionId,
    String kind,
    String childRef,
    Optional<String> otherChildRef,
    int persons,
    String decidedBy,
    Optional<Sealed> reason,
    Instant decidedAt,
    Optional<String> undoes,
    boolean undone,
    boolean protectedIdentity) {
  /** Whether it can be taken back. */
  public boolean undoable() {
    return !undone
        && undoes.isEmpty()
        && switch (kind) {
          case "LINKED",
              "CREATED",
              "MERGED",
              "SPLIT",
              "NEVER_LINK",
              Ruling.What.AdoptionWall.KIND ->
              true;
          default -> false;
        };
  }
}
