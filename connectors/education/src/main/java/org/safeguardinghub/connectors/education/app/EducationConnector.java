package org.safeguardinghub.connectors.education.app;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.safeguardinghub.connectors.education.DropFolders;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The education connector. Its only argument is the path of its settings file. */
public final class EducationConnector {
  private static final Logger LOG = LoggerFactory.getLogger(EducationConnector.class);
  private static final long SCAN_EVERY_MILLIS = 1000;

  private EducationConnector() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    AppSettings settings = AppSettings.fromArguments(arguments);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      stop.countDown();
                      await(stopped);
                    }));
    try (IntakeRuntime runtime = IntakeRuntime.start(settings, false)) {
      DropFolders folders =
          DropFolders.open(settings.path("hub.data").resolve("drop"), runtime.feeds(), runtime.intake());
      LOG.info("watches the drop folders of {} feeds", folders.size());
      ReadyFile.write(settings);
      while (!stop.await(SCAN_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        folders.scan();
      }
    } finally {
      stopped.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        LOG.warn("a file was left in the middle: the next start goes on with it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
