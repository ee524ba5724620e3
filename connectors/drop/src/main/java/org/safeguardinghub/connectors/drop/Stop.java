package org.safeguardinghub.connectors.drop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The one signal that ends every wait. */
final class Stop {
  private final CountDownLatch signal = new CountDownLatch(1);

  void stop() {
    signal.countDown();
  }

  boolean stopped() {
    return signal.getCount() == 0;
  }

  /** Waits, but not beyond the signal. */
  void await(Duration pause) {
    try {
      boolean _ = signal.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
