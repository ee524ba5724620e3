package org.safeguardinghub.connectors.intake;

import java.util.Optional;
import org.safeguardinghub.connectors.intake.publish.Publication;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;

/**
 * A submission after the checks.
 *
 * @param receipt how it is to be recorded
 * @param publication what is to be published
 * @param gatewayOwed see {@link Result.Accepted}
 * @param namedByKey whether its event id follows from the idempotency key
 */
record Judged(
    NewReceipt receipt, Publication publication, boolean gatewayOwed, boolean namedByKey) {
  Result.Accepted accepted(boolean firstTime, boolean published) {
    Optional<String> eventId = receipt.eventId();
    return new Result.Accepted(
        receipt.receiptId(), eventId.orElseThrow(), firstTime, published, gatewayOwed);
  }
}
