package org.safeguardinghub.connectors.api.app;

import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP connector. Its only argument is the path of its settings file. */
public final class ApiConnector {
  private static final Logger LOG = LoggerFactory.getLogger(ApiConnector.class);

  private ApiConnector() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      serve(AppSettings.fromArguments(arguments));
      return 0;
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (RuntimeException fault) {
      LOG.error("the HTTP connector cannot start", fault);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static void serve(AppSettings settings) throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (IntakeRuntime runtime = IntakeRuntime.start(settings, true);
        ApiServer server =
            ApiServer.start(
                settings.text("http.host", "127.0.0.1"),
                settings.number("http.port", 0),
                runtime.feeds(),
                runtime.intake(),
                runtime.receipts())) {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stop, stopped)));
      LOG.info("takes concerns at {} from {} feeds", server.url(), runtime.feeds().all().size());
      ReadyFile.write(settings, server.url());
      stop.await();
    } finally {
      stopped.countDown();
    }
  }

  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    await(stopped);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, java.util.concurrent.TimeUnit.SECONDS)) {
        LOG.warn("not everything could be closed in time; what was recorded is safe");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
