package org.safeguardinghub.connectors.drop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.DropWatch;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of a connector that takes files from folders. */
public final class FolderConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderConnector.class);

  private final IntakeRuntime intake;
  private final DropWatch watch;
  private final Optional<AutoCloseable> beside;
  private final CountDownLatch closed = new CountDownLatch(1);

  private FolderConnector(IntakeRuntime intake, DropWatch watch, Optional<AutoCloseable> beside) {
    this.intake = intake;
    this.watch = watch;
    this.beside = beside;
  }

  /** Another way in, through the same intake. */
  @FunctionalInterface
  public interface Beside {
    /** Starts it; empty if the settings do not ask for it. */
    Optional<AutoCloseable> start(AppSettings settings, IntakeRuntime intake) throws IOException;
  }

  /** The same with folders alone. */
  public static int run(String[] arguments, Function<AppSettings, DropSettings> taken) {
    return run(arguments, taken, (_, _) -> Optional.empty());
  }

  /**
   * Runs until the process is told to end.
   *
   * @param arguments the path of the settings file, and nothing else
   * @param taken what the connector takes, by its settings
   * @param beside what else it takes in
   * @return the exit code
   */
  public static int run(
      String[] arguments, Function<AppSettings, DropSettings> taken, Beside beside) {
    try {
      FolderConnector connector = start(AppSettings.fromArguments(arguments), taken, beside);
      Runtime.getRuntime().addShutdownHook(new Thread(connector::close, "stop"));
      connector.closed.await();
      return 0;
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (IOException | RuntimeException fault) {
      LOG.error("the connector cannot start", fault);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Starts everything and returns when the folders are watched. */
  public static FolderConnector start(
      AppSettings settings, Function<AppSettings, DropSettings> taken, Beside beside)
      throws IOException {
    Path drop = Files.createDirectories(settings.path("hub.data")).resolve("drop");
    DropSettings drops = taken.apply(settings);
    IntakeRuntime intake = IntakeRuntime.start(settings, false);
    try {
      DropWatch watch = DropWatch.start(drop, intake.feeds().all(), drops, intake.intake()::ready);
      FolderConnector connector =
          new FolderConnector(intake, watch, beside.start(settings, intake));
      ReadyFile.write(settings);
      LOG.info("the {} connector is ready", settings.text("hub.app"));
      return connector;
    } catch (IOException | RuntimeException fault) {
      intake.close();
      throw fault;
    }
  }

  @Override
  public void close() {
    beside.ifPresent(FolderConnector::end);
    watch.close();
    intake.close();
    closed.countDown();
  }

  private static void end(AutoCloseable beside) {
    try {
      beside.close();
    } catch (Exception e) {
      LOG.warn("another way in did not end: {}", e.getClass().getSimpleName());
    }
  }
}
