package org.safeguardinghub.connectors.drop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.safeguardinghub.connectors.intake.Ready;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for an intake that cannot record anything, with longer pauses each time. */
record Patience(Stop stop) {
  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /**
   * Records messages; empty if it was stopped before.
   *
   * @param again makes them ready anew: when they were received is when they are recorded
   */
  Optional<List<Result>> record(Feed feed, Ready first, Supplier<Ready> again) {
    Duration wait = FIRST_WAIT;
    Ready ready = first;
    while (!stop.stopped()) {
      try {
        return Optional.of(ready.record());
      } catch (StoreUnavailable e) {
        LOG.warn(
            "feed {}: {}; a file waits, trying again in {} ms",
            feed.name(),
            e.getMessage(),
            wait.toMillis());
        stop.await(wait);
        Duration twice = wait.multipliedBy(2);
        wait = twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
        ready = again.get();
      }
    }
    return Optional.empty();
  }
}
