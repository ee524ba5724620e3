package org.safeguardinghub.risk.topology.risk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names and wiring are contracts: groups, changelogs and grants follow them. Rewritten with
 * -Dgolden.update only.
 */
final class RiskDescriptionTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/org/safeguardinghub/risk/topology/risk/risk.txt");

  @TempDir Path folder;

  @Test
  void theTopologyIsWiredAsRecorded() throws IOException {
    try (RiskDriver risk = new RiskDriver(folder, RiskDriver.EVER)) {
      String actual = risk.description();
      if (System.getProperty("golden.update") != null) {
        Files.createDirectories(GOLDEN.getParent());
        Files.writeString(GOLDEN, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(GOLDEN, UTF_8));
    }
  }
}
