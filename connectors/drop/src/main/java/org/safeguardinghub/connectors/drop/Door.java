package org.safeguardinghub.connectors.drop;

import java.util.List;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;

/** The intake as a connector of files sees it. */
@FunctionalInterface
public interface Door {
  /**
   * Takes messages of one feed; the results are in their order.
   *
   * @throws org.safeguardinghub.connectors.intake.receipt.StoreUnavailable if nothing was recorded
   */
  List<Result> submitAll(Feed feed, List<Submission> submissions);
}
