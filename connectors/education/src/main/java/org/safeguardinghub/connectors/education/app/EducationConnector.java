package org.safeguardinghub.connectors.education.app;

import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.education.form.SchoolFiles;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The process of the education connector. Its only argument is its settings file. */
public final class EducationConnector {
  /** Holds for maintained schools and academies alike. */
  private static final String LEGAL_GATEWAY = "CA2004-S16LA";

  private EducationConnector() {}

  public static void main(String[] arguments) {
    System.exit(
        FolderConnector.run(
            arguments,
            settings ->
                new SchoolFiles(
                        EventCatalogue.load(),
                        settings.text("education.legal.gateway", LEGAL_GATEWAY))
                    .drop()));
  }
}
