package org.safeguardinghub.connectors.intake;

import java.util.List;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;

/** Messages of one feed that were read and checked, and of which nothing is recorded yet. */
@FunctionalInterface
public interface Ready {
  /**
   * Records them; the results are in their order.
   *
   * @throws StoreUnavailable if nothing could be recorded: make the same ready again later
   */
  List<Result> record();
}
