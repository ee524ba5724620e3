package org.safeguardinghub.connectors.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.runtime.AppSettings;

class AgencyKeysTest {
  @TempDir Path folder;

  @Test
  void keysAreAddedOnceAndTakenAway() throws IOException {
    AgencyKeys keys = new AgencyKeys(folder.resolve("keys"));
    AgencyKeys.Key first = AgencyKeys.parse(Agency.line(Agency.key()));
    AgencyKeys.Key second = AgencyKeys.parse(Agency.line(Agency.key("EC", 256)));
    assertThat(keys.add("school", first)).isTrue();
    assertThat(keys.add("school", second)).isTrue();
    assertThat(keys.add("school", first)).isFalse();
    assertThat(keys.of("police")).isEmpty();
    assertThat(keys.of("school"))
        .extracting(AgencyKeys.Key::fingerprint)
        .containsExactly(first.fingerprint(), second.fingerprint());
    assertThat(keys.remove("school", first.fingerprint())).isPresent();
    assertThat(keys.remove("school", first.fingerprint())).isEmpty();
    assertThat(keys.holds("school", first.value())).isFalse();
    assertThat(keys.holds("school", second.value())).isTrue();
    assertThat(rights(folder.resolve("keys"))).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("keys/school"))).isEqualTo("rw-------");
  }

  @Test
  void whatStandsInTheFileBesideKeysOpensNothing() throws IOException {
    KeyPair key = Agency.key();
    Files.write(
        folder.resolve("school"),
        List.of("# transfer", "", "command=\"id\" " + Agency.line(Agency.key()), Agency.line(key)));
    AgencyKeys keys = new AgencyKeys(folder);
    assertThat(keys.of("school")).hasSize(1);
    assertThat(keys.holds("school", key.getPublic())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "-----BEGIN OPENSSH PRIVATE KEY-----, private key",
    "ssh-dss AAAA, begins with",
    "AAAAC3NzaC1lZDI1NTE5, begins with",
    "ssh-ed25519 AAAAC3NzaC1lZDI1, cut or damaged",
    "ssh-ed25519 !!!!, cut or damaged"
  })
  void saysWhatIsWrongWithAKey(String line, String because) {
    assertThatThrownBy(() -> AgencyKeys.parse(line))
        .isInstanceOf(AgencyKeys.KeyFault.class)
        .hasMessageContaining(because);
  }

  @Test
  void refusesShortKeys() {
    assertThatThrownBy(() -> AgencyKeys.parse(Agency.line(Agency.key("RSA", 2048))))
        .isInstanceOf(AgencyKeys.KeyFault.class)
        .hasMessageContaining("3072 bits");
  }

  @Test
  void theHostKeyIsMadeOnceForItsOwnerAlone() throws IOException {
    Path file = folder.resolve("host");
    KeyPair made = HostKey.ensure(file);
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(KeyUtils.compareKeys(HostKey.ensure(file).getPublic(), made.getPublic())).isTrue();
    assertThat(HostKey.fingerprint(made)).startsWith("SHA256:");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> HostKey.ensure(file))
        .isInstanceOf(AppSettings.SettingsFault.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void aDamagedHostKeyIsNotReplaced() throws IOException {
    Path file = folder.resolve("host");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, "-----BEGIN OPENSSH PRIVATE KEY-----\nxxxx\n");
    assertThatThrownBy(() -> HostKey.ensure(file))
        .isInstanceOf(AppSettings.SettingsFault.class)
        .hasMessageContaining("restore it");
    assertThat(file).content().contains("xxxx");
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
