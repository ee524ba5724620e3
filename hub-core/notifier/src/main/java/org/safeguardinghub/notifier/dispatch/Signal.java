package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one loop early. Signals that come together count as one; none is lost. */
public final class Signal {
  private final Semaphore raised = new Semaphore(0);

  public void raise() {
    raised.release();
  }

  void await(Duration most) throws InterruptedException {
    if (raised.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      raised.drainPermits();
    }
  }
}
