package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells recorded outcomes, oldest first: the other end of the outbox. A crash between telling and
 * marking repeats an outcome, word for word.
 */
public final class Teller implements Loop {
  private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
  private static final int AT_ONCE = 200;
  private static final Duration FAILURE_PAUSE = Duration.ofSeconds(1);

  private final Deliveries deliveries;
  private final Consumer<List<Outcome>> tell;
  private final Duration idle;
  private final Signal recorded;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * @param tell returns only when the outcomes are safe, throws {@link CannotTell} otherwise
   */
  public Teller(
      Deliveries deliveries, Consumer<List<Outcome>> tell, Duration idle, Signal recorded) {
    this.deliveries = deliveries;
    this.tell = tell;
    this.idle = idle;
    this.recorded = recorded;
  }

  /** Runs until closed. */
  @Override
  public void run() {
    try {
      while (closed.getCount() > 0) {
        if (tellSome() == 0) {
          recorded.await(idle);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int tellSome() throws InterruptedException {
    try {
      return deliveries.tellOutcomes(AT_ONCE, tell);
    } catch (Deliveries.StoreUnavailable | CannotTell e) {
      LOG.warn("cannot tell outcomes, trying again", e);
      return closed.await(FAILURE_PAUSE.toMillis(), TimeUnit.MILLISECONDS) ? 0 : 1;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    recorded.raise();
  }

  /** Outcomes could not be told; they stay to be told. */
  public static final class CannotTell extends RuntimeException {
    public CannotTell(Throwable cause) {
      super("outcomes could not be told", cause);
    }
  }
}
