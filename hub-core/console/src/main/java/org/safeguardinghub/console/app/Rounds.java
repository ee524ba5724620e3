package org.safeguardinghub.console.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.console.store.Transactions.StoreFailure;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine.DeskUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the database again and again; a round that fails because it is away is followed by the
 * next.
 */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final String name;
  private final Duration every;
  private final Runnable round;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /**
   * Not yet going round.
   *
   * @param name of the thread, and what could not be read when a round fails
   */
  Rounds(String name, Duration every, Runnable round) {
    this.name = name;
    this.every = every;
    this.round = round;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          round.run();
        } catch (StoreFailure | DeskUnavailable e) {
          LOG.atWarn().setCause(e).log("{} could not be read; it will be tried again", name);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(CLOSE_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
