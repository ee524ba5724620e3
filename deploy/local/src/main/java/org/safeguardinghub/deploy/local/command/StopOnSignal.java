package org.safeguardinghub.deploy.local.command;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;

/**
 * What a signal does to a hub in the foreground: wait for a start that is under way, then stop in
 * order.
 */
final class StopOnSignal implements Runnable {
  private final CountDownLatch startEnded = new CountDownLatch(1);
  private final CountDownLatch stopped;
  private volatile @Nullable EmbeddedHub hub;

  private StopOnSignal(CountDownLatch stopped) {
    this.stopped = stopped;
  }

  /** To be called before the start: a signal during it stops what has been started by then. */
  static StopOnSignal install(CountDownLatch stopped) {
    StopOnSignal onSignal = new StopOnSignal(stopped);
    Runtime.getRuntime().addShutdownHook(new Thread(onSignal, "stop-hub"));
    return onSignal;
  }

  void started(EmbeddedHub running) {
    hub = running;
  }

  void startEnded() {
    startEnded.countDown();
  }

  /** The hub was closed without a signal. */
  void closed() {
    hub = null;
  }

  @Override
  public void run() {
    try {
      startEnded.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    EmbeddedHub running = hub;
    if (running != null) {
      running.close();
    }
    stopped.countDown();
  }
}
