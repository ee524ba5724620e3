package org.safeguardinghub.connectors.police.app;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.police.form.PoliceForms;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** The process of the police connector. Its only argument is its settings file. */
public final class PoliceConnector {
  private PoliceConnector() {}

  public static void main(String[] arguments) {
    System.exit(FolderConnector.run(arguments, _ -> drop()));
  }

  private static DropSettings drop() {
    return new DropSettings(
        Set.of(OriginFamily.POL),
        PoliceForms.forms(EventCatalogue.load()),
        List.of(".json", ".xml"),
        DropSettings.SIXTEEN_MEBIBYTES,
        Map.of());
  }
}
