package org.safeguardinghub.connectors.intake.resubmit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.connectors.intake.feed.Feeds;
import org.safeguardinghub.connectors.intake.resubmit.Orders.Order;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.quarantine.Fix;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what was put right through the whole intake, in its sender's name. A crash between intake
 * and desk is harmless: the intake finds its own receipt again.
 */
public final class Resubmitting {
  private static final Logger LOG = LoggerFactory.getLogger(Resubmitting.class);

  /** As long as the topic of refusals. */
  static final Duration KEPT = Duration.ofDays(90);

  private final Orders orders;
  private final Intake intake;
  private final Feeds feeds;
  private final HubKeys keys;
  private final InstantSource clock;

  public Resubmitting(
      Orders orders, Intake intake, Feeds feeds, HubKeys keys, InstantSource clock) {
    this.orders = orders;
    this.intake = intake;
    this.feeds = feeds;
    this.keys = keys;
    this.clock = clock;
  }

  /** Carries out everything that was asked; says how much that was. */
  public int work() {
    int done = 0;
    Optional<Order> next = orders.next();
    while (next.isPresent()) {
      resubmit(next.get());
      done++;
      next = orders.next();
    }
    return done;
  }

  /** Lets go what has been kept long enough. */
  public void expire() {
    int gone = orders.expire(clock.instant().minus(KEPT));
    if (gone > 0) {
      LOG.info("{} refused messages were kept long enough; their contents are gone", gone);
    }
  }

  private void resubmit(Order order) {
    Optional<Feed> feed = feeds.named(order.feed());
    Optional<Submission> submission = feed.flatMap(_ -> submission(order));
    if (feed.isEmpty() || submission.isEmpty()) {
      orders.refused(order, Fix.Outcome.IMPOSSIBLE, Optional.empty());
      return;
    }
    switch (intake.submit(feed.get(), submission.get())) {
      case Result.Accepted accepted -> orders.accepted(order, accepted.receiptId());
      case Result.Refused refused when refused.receiptId().equals(order.receiptId()) ->
          orders.refused(order, Fix.Outcome.REFUSED_AGAIN, Optional.empty());
      case Result.Refused refused ->
          orders.refused(order, Fix.Outcome.REFUSED, Optional.of(refused.receiptId()));
    }
  }

  private Optional<Submission> submission(Order order) {
    try {
      return Optional.of(
          Submission.ofFixed(
              keys.open(order.content()),
              order.key().map(key -> Sensitive.of(keys.openText(key))),
              order.stableRecord(),
              order.receiptId()));
    } catch (CannotOpenException e) {
      LOG.error("what resubmits {} cannot be opened: were the keys replaced?", order.receiptId());
      return Optional.empty();
    }
  }
}
