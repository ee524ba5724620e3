package org.safeguardinghub.notifier.dispatch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, for a bounded time. */
public final class Until {
  private static final Duration MOST = Duration.ofSeconds(20);

  private Until() {}

  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + MOST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true in time: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
