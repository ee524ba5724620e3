package org.safeguardinghub.connectors.intake;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.safeguardinghub.connectors.intake.receipt.NewReceipt;
import org.safeguardinghub.connectors.intake.receipt.Recorded;

/**
 * A message that is recorded.
 *
 * @param published the receipts of its parcel that are on their topics, once that is known; absent
 *     where nothing is to be published
 */
record Taken(Judged judged, Recorded recorded, Optional<Future<Set<String>>> published) {
  /** Longer than an attempt to publish takes. */
  private static final int PATIENCE_SECONDS = 20;

  /** What is said to a sender who wants to know no more than that it will not be lost. */
  Result atOnce() {
    return result(published.isEmpty());
  }

  /** The same when it is known whether it is on its topic. */
  Result onceOut() {
    return result(published.isEmpty() || out(published.get()));
  }

  private boolean out(Future<Set<String>> coming) {
    try {
      return coming.get(PATIENCE_SECONDS, TimeUnit.SECONDS).contains(judged.receipt().receiptId());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false; // it is recorded, and the sweep publishes it
    }
  }

  private Result result(boolean out) {
    NewReceipt receipt = judged.receipt();
    if (receipt.refusal().isPresent()) {
      return new Result.Refused(receipt.receiptId(), receipt.refusal().get());
    }
    boolean first = recorded instanceof Recorded.First;
    return judged.accepted(first, !first || out);
  }
}
