package org.safeguardinghub.connectors.education.app;

import java.io.IOException;
import java.util.Optional;
import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.education.form.MarksPage;
import org.safeguardinghub.connectors.education.form.SchoolFiles;
import org.safeguardinghub.connectors.education.poll.AttendancePolling;
import org.safeguardinghub.connectors.intake.app.IntakeRuntime;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.runtime.AppSettings;

/** The process of the education connector. Its only argument is its settings file. */
public final class EducationConnector {
  /** Holds for maintained schools and academies alike. */
  private static final String LEGAL_GATEWAY = "CA2004-S16LA";

  private EducationConnector() {}

  public static void main(String[] arguments) {
    System.exit(
        FolderConnector.run(
            arguments,
            settings -> new SchoolFiles(EventCatalogue.load(), gateway(settings)).drop(),
            EducationConnector::polling));
  }

  private static Optional<AutoCloseable> polling(AppSettings settings, IntakeRuntime intake)
      throws IOException {
    Optional<String> file = settings.optional("education.poll.file");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AttendancePolling.start(
            AppSettings.load(java.nio.file.Path.of(file.get())),
            settings.path("hub.data"),
            intake.feeds(),
            intake.intake()::ready,
            new MarksPage(EventCatalogue.load(), gateway(settings))));
  }

  private static String gateway(AppSettings settings) {
    return settings.text("education.legal.gateway", LEGAL_GATEWAY);
  }
}
