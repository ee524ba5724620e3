package org.safeguardinghub.connectors.intake.resubmit;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.sealing.Sealed;

/** The desk's rows, as the connector that resubmits may read and change them. */
public interface Orders {
  /**
   * A resubmission that was asked for.
   *
   * @param content the whole message, sealed with the fix id
   * @param key the sender's idempotency key of the refused message, sealed
   */
  record Order(
      String fixId,
      String receiptId,
      String feed,
      boolean stableRecord,
      Sealed content,
      Optional<Sealed> key) {}

  /** The oldest that is not done. */
  Optional<Order> next();

  /** It was accepted: newly, unless the receipt that it got is not one of a resubmission of it. */
  void accepted(Order order, String receiptId);

  /**
   * It was not taken.
   *
   * @param receiptId its new receipt; empty where there is none, or the record's own: it then stays
   *     at the desk as it was
   */
  void refused(Order order, Fix.Outcome outcome, Optional<String> receiptId);

  /** Lets contents go that were received before; says how many. */
  int expire(Instant receivedBefore);
}
