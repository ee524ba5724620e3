package org.safeguardinghub.connectors.agency.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.agency.form.LeftOut;
import org.safeguardinghub.connectors.agency.form.MappingFolder;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.runtime.AppSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process of the connector for mapping files. Its only argument is its settings file. */
public final class AgencyConnector {
  private static final Logger LOG = LoggerFactory.getLogger(AgencyConnector.class);

  private AgencyConnector() {}

  public static void main(String[] arguments) {
    System.exit(FolderConnector.run(arguments, AgencyConnector::drop));
  }

  private static DropSettings drop(AppSettings settings) {
    Path folder =
        Optional.of(settings.text("agency.mappings", ""))
            .filter(text -> !text.isEmpty())
            .map(Path::of)
            .orElseGet(() -> settings.path("hub.data").resolve("mappings"));
    MappingFolder.Mappings mappings = MappingFolder.read(folder, EventCatalogue.load());
    mappings
        .faults()
        .forEach(
            fault -> LOG.error("left out, as it is faulty (./hub connector check): {}", fault));
    say(settings.path("hub.data"), mappings);
    Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
    mappings.forms().forEach(form -> families.addAll(form.families()));
    return new DropSettings(
        families,
        List.<Form>copyOf(mappings.forms()),
        List.of(".csv", ".json", ".xml"),
        DropSettings.SIXTEEN_MEBIBYTES,
        Map.of());
  }

  /** Whoever starts a hub need not read its log to learn that a mapping was left out. */
  private static void say(Path data, MappingFolder.Mappings mappings) {
    try {
      LeftOut.write(data, mappings.leftOut());
    } catch (IOException e) {
      LOG.warn("cannot say which mappings were left out: {}", e.getClass().getSimpleName());
    }
  }
}
