package org.safeguardinghub.connectors.agency.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

class MappingFolderTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  @TempDir Path folder;

  @Test
  void takesTheShippedOnesWhereThereIsNoFolder() {
    assertThat(names(folder.resolve("none"))).containsExactlyElementsOf(AgencyForms.MAPPINGS);
  }

  @Test
  void asksTheHubsOwnFirstAndInPlaceOfOneOfTheSameId() throws IOException {
    Files.writeString(folder.resolve("z.yaml"), housing().replace("harbour-housing", "quay"));
    Files.writeString(folder.resolve("a.yaml"), housing());
    Files.writeString(folder.resolve("notes.txt"), "not a mapping");
    assertThat(names(folder))
        .startsWith("harbour-housing", "quay")
        .hasSize(AgencyForms.MAPPINGS.size() + 1);
  }

  @Test
  void saysTheFaultsOfAllFiles() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), housing().replace("[HSG]", "[HGS]"));
    Files.writeString(folder.resolve("b.yaml"), "id: b\n");
    Files.writeString(folder.resolve("c.yaml"), housing().replace("harbour-housing", "c"));
    Files.writeString(folder.resolve("d.yaml"), housing().replace("harbour-housing", "c"));
    Files.writeString(
        folder.resolve("e.yaml"),
        housing()
            .replace("harbour-housing", "e")
            .replaceFirst("\ncsv:", "\njoin: {list: nowhere, by: CaseNo}\ncsv:"));
    MappingFolder.Mappings read = MappingFolder.read(folder, CATALOGUE);
    assertThat(String.join("\n", read.faults()))
        .contains(
            "a.yaml",
            "b.yaml",
            "c.yaml: the id c is also that of d.yaml; all are left out",
            "d.yaml: the id c is also that of c.yaml; all are left out",
            "e.yaml: it is joined with nowhere, which is no mapping");
  }

  @Test
  void whatWasLeftOutIsSaidToOthersAndNoLongerOnceItIsMended() throws IOException {
    Path data = folder.resolve("data");
    assertThat(LeftOut.read(data)).isEmpty();
    Files.writeString(folder.resolve("a quay.yaml"), housing().replace("[HSG]", "[HGS]"));
    Files.writeString(folder.resolve("c.yaml"), housing().replace("harbour-housing", "c"));
    Files.writeString(folder.resolve("d.yaml"), housing().replace("harbour-housing", "c"));
    MappingFolder.Mappings read = MappingFolder.read(folder, CATALOGUE);
    LeftOut.write(data, read.leftOut());
    assertThat(LeftOut.read(data))
        .extracting(LeftOut::file)
        .containsExactly("a quay.yaml", "c.yaml", "d.yaml");
    assertThat(LeftOut.read(data).getFirst().faults())
        .isEqualTo(read.faults().size() - 2)
        .isPositive();
    LeftOut.write(data, MappingFolder.read(folder.resolve("none"), CATALOGUE).leftOut());
    assertThat(LeftOut.read(data)).isEmpty();
  }

  @Test
  void whatIsSoundIsTakenBesideWhatIsFaulty() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), housing().replace("[HSG]", "[HGS]"));
    Files.writeString(folder.resolve("b.yaml"), housing().replace("harbour-housing", "quay"));
    Files.writeString(folder.resolve("c.yaml"), housing().replace("harbour-housing", "c"));
    Files.writeString(folder.resolve("d.yaml"), housing().replace("harbour-housing", "c"));
    assertThat(names(folder))
        .startsWith("quay")
        // The faulty one stood for the shipped one of its id, which does not come back for it.
        .doesNotContain("harbour-housing", "c")
        .hasSize(AgencyForms.MAPPINGS.size());
  }

  private static List<String> names(Path folder) {
    return MappingFolder.read(folder, CATALOGUE).forms().stream().map(MappingForm::name).toList();
  }

  private static String housing() throws IOException {
    try (InputStream in = AgencyForms.class.getResourceAsStream("harbour-housing.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
