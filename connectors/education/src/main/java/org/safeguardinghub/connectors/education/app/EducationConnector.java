package org.safeguardinghub.connectors.education.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.DropWatch;
import org.safeguardinghub.connectors.education.form.SchoolCsv;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.safeguardinghub.kernel.runtime.ReadyFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the education connector. Its only argument is its settings file. */
public final class EducationConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EducationConnector.class);

  /** Holds for maintained schools and academies alike. */
  private static final String LEGAL_GATEWAY = "CA2004-S16LA";

  private final IntakeRuntime intake;
  private final DropWatch watch;
  private final CountDownLatch closed = new CountDownLatch(1);

  private EducationConnector(IntakeRuntime intake, DropWatch watch) {
    this.intake = intake;
    this.watch = watch;
  }

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    try {
      EducationConnector connector = start(AppSettings.fromArguments(arguments));
      Runtime.getRuntime().addShutdownHook(new Thread(connector::close, "stop"));
      connector.closed.await();
      return 0;
    } catch (AppSettings.SettingsFault fault) {
      LOG.error("{}", fault.getMessage());
      return 2;
    } catch (IOException | RuntimeException fault) {
      LOG.error("the education connector cannot start", fault);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Starts everything and returns when the folders are watched. */
  public static EducationConnector start(AppSettings settings) throws IOException {
    Path drop = Files.createDirectories(settings.path("hub.data")).resolve("drop");
    DropSettings school =
        SchoolCsv.drop(
            new SchoolCsv(
                EventCatalogue.load(), settings.text("education.legal.gateway", LEGAL_GATEWAY)));
    IntakeRuntime intake = IntakeRuntime.start(settings, false);
    try {
      DropWatch watch =
          DropWatch.start(drop, intake.feeds().all(), school, intake.intake()::submitAll);
      ReadyFile.write(settings);
      LOG.info("the education connector is ready");
      return new EducationConnector(intake, watch);
    } catch (IOException | RuntimeException fault) {
      intake.close();
      throw fault;
    }
  }

  @Override
  public void close() {
    watch.close();
    intake.close();
    closed.countDown();
  }
}
