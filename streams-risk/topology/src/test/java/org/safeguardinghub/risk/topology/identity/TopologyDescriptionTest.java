package org.safeguardinghub.risk.topology.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.sealing.HubKeys;

/**
 * Names and wiring are contracts: groups, changelogs and grants follow them. Rewritten with
 * -Dgolden.update only.
 */
final class TopologyDescriptionTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/safeguardinghub/risk/topology/identity");
  private static final HubKeys KEYS = HubKeys.generate();
  private static final IdentityEdge EDGE =
      TwoTopologies.edge(
          AvroSerdes.of(TwoTopologies.registry()), KEYS, new KeysInMemory(KEYS), false);

  @Test
  void attributionIsWiredAsRecorded() throws IOException {
    check("attribution.txt", AttributionTopology.build(EDGE));
  }

  @Test
  void theLinkerIsWiredAsRecorded() throws IOException {
    check("linker.txt", LinkerTopology.build(EDGE));
  }

  private static void check(String name, Topology topology) throws IOException {
    String actual = topology.describe().toString();
    Path file = GOLDEN.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file, UTF_8));
  }
}
