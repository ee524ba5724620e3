package org.safeguardinghub.connectors.intake.receipt;

import java.util.Set;

/**
 * A parcel that is not on its topics yet.
 *
 * @param receipts those of its messages that were recorded; it may hold others
 * @param announced whether their reception stands on the dispositions topic already: it must not be
 *     announced again, since a later fate may stand there by now
 */
public record Pending(Parcel parcel, Set<String> receipts, boolean announced) {
  public Pending {
    receipts = Set.copyOf(receipts);
  }
}
