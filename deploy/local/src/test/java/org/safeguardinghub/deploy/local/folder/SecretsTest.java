package org.safeguardinghub.deploy.local.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretsTest {
  @TempDir Path folder;

  @Test
  void secretIsKeptAndForItsOwnerOnly() throws IOException {
    Path place = folder.resolve("secrets");
    String first = new Secrets(place).kafka("hub-risk");

    assertThat(new Secrets(place).kafka("hub-risk")).isEqualTo(first);
    assertThat(new Secrets(place).kafka("hub-identity")).isNotEqualTo(first);
    assertThat(permissions(place)).isEqualTo("rwx------");
    assertThat(permissions(place.resolve("kafka"))).isEqualTo("rwx------");
    assertThat(permissions(place.resolve("kafka/hub-risk"))).isEqualTo("rw-------");
  }

  @Test
  void secretThatOthersMayReadIsNotTrusted() throws IOException {
    new Secrets(folder).database("hub_owner");
    Files.setPosixFilePermissions(
        folder.resolve("database/hub_owner"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> new Secrets(folder).database("hub_owner"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("others may read the secret");
  }

  @Test
  void damagedSecretIsNamed() throws IOException {
    new Secrets(folder).token("heron-house");
    Files.writeString(folder.resolve("tokens/heron-house"), "");

    assertThatThrownBy(() -> new Secrets(folder).token("heron-house"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("tokens/heron-house is empty or damaged");
  }

  @Test
  void nameCannotLeaveTheFolder() {
    assertThatThrownBy(() -> new Secrets(folder).own("../elsewhere"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
