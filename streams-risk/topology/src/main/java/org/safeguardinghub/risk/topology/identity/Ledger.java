package org.safeguardinghub.risk.topology.identity;

import java.util.stream.Stream;
import org.safeguardinghub.schemas.IdentityDecisionRecord;

/**
 * Writes decisions down, and marks those that only the stewards of protected identities may read.
 */
final class Ledger {
  private final LinkIndex index;
  private final Outbox outbox;

  Ledger(LinkIndex index, Outbox outbox) {
    this.index = index;
    this.outbox = outbox;
  }

  /** What the hub decided by itself. */
  void write(IdentityDecisionRecord decision) {
    outbox.ledger(marked(decision));
  }

  /** What a person ruled: kept, so that it can be undone. */
  IdentityDecisionRecord keep(IdentityDecisionRecord decision) {
    IdentityDecisionRecord marked = marked(decision);
    index.questions().put(marked);
    outbox.ledger(marked);
    return marked;
  }

  private IdentityDecisionRecord marked(IdentityDecisionRecord decision) {
    boolean walled =
        Stream.concat(Stream.of(decision.getChildRef()), decision.getOtherChildRef().stream())
            .anyMatch(index::walled);
    return walled
        ? IdentityDecisionRecord.newBuilder(decision).setProtectedIdentity(true).build()
        : decision;
  }
}
