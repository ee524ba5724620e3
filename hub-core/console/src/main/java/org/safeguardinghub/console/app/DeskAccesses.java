package org.safeguardinghub.console.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.console.audit.AuditTrail;
import org.safeguardinghub.console.audit.AuditTrail.Action;
import org.safeguardinghub.console.store.Transactions.StoreFailure;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine.DeskUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on the access record what the command line is about to look into or change at the quarantine
 * desk; the command waits for it. A crash in between may record it twice, never not at all.
 */
public final class DeskAccesses implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskAccesses.class);
  private static final Duration EVERY = Duration.ofMillis(500);

  private final JdbcQuarantine desk;
  private final AuditTrail audit;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("desk-accesses").daemon().unstarted(this::run);

  public DeskAccesses(JdbcQuarantine desk, AuditTrail audit) {
    this.desk = desk;
    this.audit = audit;
  }

  public void start() {
    thread.start();
  }

  /** Takes over what was announced. */
  public void take() {
    for (JdbcQuarantine.Announced announced : desk.toRecord()) {
      audit.write(
          announced.actor(),
          Action.valueOf(announced.action()),
          "quarantine",
          announced.receiptId());
      desk.putOnRecord(announced.accessId());
    }
  }

  private void run() {
    try {
      while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          take();
        } catch (StoreFailure | DeskUnavailable e) {
          LOG.atWarn().setCause(e).log("the desk could not be read; it will be tried again");
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
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
