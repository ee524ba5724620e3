package org.safeguardinghub.connectors.agency.app;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.connectors.agency.form.MappingFolder;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.app.FolderConnector;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.runtime.AppSettings;

/** The process of the connector for mapping files. Its only argument is its settings file. */
public final class AgencyConnector {
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
    return switch (MappingFolder.read(folder, EventCatalogue.load())) {
      case MappingFolder.Outcome.Faulty(List<String> faults) ->
          throw new AppSettings.SettingsFault(
              "mappings in " + folder + " are faulty:\n" + String.join("\n", faults));
      case MappingFolder.Outcome.Sound(List<MappingForm> forms) -> {
        Set<OriginFamily> families = EnumSet.noneOf(OriginFamily.class);
        forms.forEach(form -> families.addAll(form.families()));
        yield new DropSettings(
            families,
            List.<Form>copyOf(forms),
            List.of(".csv", ".json", ".xml"),
            DropSettings.SIXTEEN_MEBIBYTES,
            Map.of());
      }
    };
  }
}
