package org.safeguardinghub.deploy.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.DemoFolder;

/** A hub that a command starts for its own purpose, on a folder that is gone afterwards. */
final class OwnHub {
  private static final long END_WITHIN_SECONDS = 60;

  private final Thread user = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean inUse;
  private boolean stopping;

  private OwnHub() {}

  /** What the command does with it. */
  interface Purpose<T> {
    T with(EmbeddedHub hub) throws Exception;
  }

  /**
   * Starts it, uses it, stops it. A signal interrupts the use; the process then ends when the hub
   * is stopped and its folder gone.
   */
  static <T> T run(UnaryOperator<HubOptions> options, Purpose<T> purpose) throws Exception {
    Path folder = Files.createTempDirectory("hub-own");
    OwnHub own = new OwnHub();
    Runtime.getRuntime().addShutdownHook(new Thread(own::stop, "stop-hub"));
    try (EmbeddedHub hub =
        EmbeddedHub.start(options.apply(HubOptions.in(folder.resolve("data"))))) {
      own.begin();
      try {
        return purpose.with(hub);
      } finally {
        own.end();
      }
    } finally {
      DemoFolder.remove(folder);
      own.ended.countDown();
    }
  }

  private synchronized void begin() throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("a signal came while the hub was started");
    }
    inUse = true;
  }

  /** What stops the hub must not be interrupted itself. */
  private synchronized void end() {
    inUse = false;
    Thread.interrupted();
  }

  private synchronized void interrupt() {
    stopping = true;
    if (inUse) {
      user.interrupt();
    }
  }

  private void stop() {
    interrupt();
    try {
      ended.await(END_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
