package org.safeguardinghub.connectors.socialcare.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.socialcare.form.SocialCareForms;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** The process of the social-care connector. Its only argument is its settings file. */
public final class SocialCareConnector {
  /** A return of a large authority as one XML file. */
  private static final int LARGEST_WHOLE = 2 * DropSettings.SIXTEEN_MEBIBYTES;

  private SocialCareConnector() {}

  public static void main(String[] arguments) {
    System.exit(FolderConnector.run(arguments, settings -> drop()));
  }

  private static DropSettings drop() {
    return new DropSettings(
        Set.of(OriginFamily.CSC, OriginFamily.EH),
        SocialCareForms.forms(EventCatalogue.load()),
        List.of(".csv", ".xml", ".json", ".xlsx"),
        LARGEST_WHOLE,
        Map.of());
  }
}
