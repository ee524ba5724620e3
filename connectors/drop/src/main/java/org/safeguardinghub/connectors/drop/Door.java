package org.safeguardinghub.connectors.drop;

import java.util.List;
import java.util.function.BiFunction;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;

/** The intake as a connector of files sees it. */
@FunctionalInterface
public interface Door {
  /**
   * Reads and checks messages of one feed and records none of them: this may be done beside the
   * recording of those before.
   */
  Ready ready(Feed feed, List<Submission> submissions);

  /** The door of an intake that does both in one step. */
  static Door inOneStep(BiFunction<Feed, List<Submission>, List<Result>> intake) {
    return (feed, submissions) -> () -> intake.apply(feed, submissions);
  }

  /**
   * Both steps, one after the other.
   *
   * @throws org.safeguardinghub.connectors.intake.receipt.StoreUnavailable if nothing was recorded
   */
  default List<Result> submitAll(Feed feed, List<Submission> submissions) {
    return ready(feed, submissions).record();
  }
}
