package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.connectors.agency.form.LeftOut;
import org.safeguardinghub.deploy.local.folder.DataFolder;

class LeftOutMappingsTest {
  @TempDir Path folder;

  @Test
  void eachIsALineWithItsFaultsAndWhereTheyStand() throws IOException {
    DataFolder data = new DataFolder(folder);
    LeftOut.write(
        data.app("agency"), List.of(new LeftOut("quay.yaml", 3), new LeftOut("mill.yaml", 1)));
    LeftOutMappings leftOut = LeftOutMappings.of(data, List.of("api", "agency"));
    assertThat(leftOut.lines())
        .containsExactly(
            "Mapping left out: mill.yaml, 1 fault; read them in " + data.logs() + "/agency.log",
            "Mapping left out: quay.yaml, 3 faults; read them in " + data.logs() + "/agency.log");
    ArrayNode list = new ObjectMapper().createArrayNode();
    leftOut.into(list);
    assertThat(list.get(1).path("file").asText()).isEqualTo("quay.yaml");
    assertThat(list.get(1).path("faults").asInt()).isEqualTo(3);
  }

  @Test
  void whatAConnectorSaidThatDoesNotRunIsNotRepeated() throws IOException {
    DataFolder data = new DataFolder(folder);
    assertThat(LeftOutMappings.of(data, List.of("agency")).lines()).isEmpty();
    LeftOut.write(data.app("agency"), List.of(new LeftOut("quay.yaml", 3)));
    assertThat(LeftOutMappings.of(data, List.of("api")).lines()).isEmpty();
  }
}
