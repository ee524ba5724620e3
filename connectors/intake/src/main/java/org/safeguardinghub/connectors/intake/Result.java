package org.safeguardinghub.connectors.intake;

import org.safeguardinghub.kernel.message.Refusal;

/** What became of a submission. Each has a receipt under which its sender can ask later. */
public sealed interface Result {
  String receiptId();

  /**
   * It is recorded and will not be lost.
   *
   * @param firstTime false: the same message had come before, this is its first receipt
   * @param published whether it is on its topic already; otherwise it will be, once the broker is
   *     back
   * @param gatewayOwed it was urgent and came without a legal gateway: the sender completes it
   *     within one working day
   */
  record Accepted(
      String receiptId, String eventId, boolean firstTime, boolean published, boolean gatewayOwed)
      implements Result {}

  /** It did not enter; the quarantine desk has it, sealed. */
  record Refused(String receiptId, Refusal refusal) implements Result {}
}
