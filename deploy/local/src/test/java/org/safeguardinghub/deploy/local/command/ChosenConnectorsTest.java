package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.deploy.local.apps.ChosenConnectors;

class ChosenConnectorsTest {
  @TempDir Path folder;

  @Test
  void theLastChoiceHoldsUntilAnotherIsMade() throws IOException {
    ChosenConnectors chosen = new ChosenConnectors(folder);
    assertThat(chosen.last()).isEmpty();
    chosen.remember(List.of("sftp", "agency"));
    assertThat(new ChosenConnectors(folder).last()).containsExactly("agency", "sftp");
    chosen.remember(ChosenConnectors.named(List.of("police")));
    assertThat(chosen.last()).containsExactly("police");
    chosen.remember(ChosenConnectors.named(List.of("none")));
    assertThat(chosen.last()).isEmpty();
    Path file = folder.resolve("connectors.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aConnectorThatThisVersionDoesNotKnowIsNoReasonNotToStart() throws IOException {
    Files.writeString(folder.resolve("connectors.properties"), "connectors=agency,pigeon\n");
    assertThat(new ChosenConnectors(folder).last()).containsExactly("agency");
  }
}
