package org.safeguardinghub.deploy.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.safeguardinghub.deploy.local.embedded.EmbeddedHub;
import org.safeguardinghub.deploy.local.embedded.HubOptions;
import org.safeguardinghub.deploy.local.folder.DemoFolder;

/** A hub that a command starts for its own purpose, on a folder that is gone afterwards. */
final class OwnHub {
  private OwnHub() {}

  /** What the command does with it. */
  interface Purpose<T> {
    T with(EmbeddedHub hub) throws Exception;
  }

  /** Starts it, uses it, stops it; a signal stops it in order too. */
  static <T> T run(UnaryOperator<HubOptions> options, Purpose<T> purpose) throws Exception {
    Path folder = Files.createTempDirectory("hub-own");
    StopOnSignal onSignal = StopOnSignal.install(new CountDownLatch(1));
    try (EmbeddedHub hub =
        EmbeddedHub.start(options.apply(HubOptions.in(folder.resolve("data"))))) {
      onSignal.started(hub);
      onSignal.startEnded();
      return purpose.with(hub);
    } finally {
      onSignal.startEnded();
      onSignal.closed();
      DemoFolder.remove(folder);
    }
  }
}
