package org.safeguardinghub.kernel.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HubKeysTest {
  private final HubKeys keys = HubKeys.generate();

  @Test
  void opensOnlyUnderTheIdItWasSealedWith() {
    Sealed sealed = keys.sealText(HubKeys.INTAKE, "event-1", "Bramble");

    assertThat(keys.openText(sealed)).isEqualTo("Bramble");
    assertThatThrownBy(() -> keys.open(new Sealed(HubKeys.INTAKE, "event-2", sealed.ciphertext())))
        .isInstanceOf(CannotOpenException.class)
        .hasMessageNotContaining("Bramble");
  }

  @Test
  void theCiphertextHoldsNothingInClearAndDiffersEachTime() {
    Sealed first = keys.sealText(HubKeys.INTAKE, "event-1", "Bramble");
    Sealed second = keys.sealText(HubKeys.INTAKE, "event-1", "Bramble");

    assertThat(new String(first.bytes(), UTF_8)).doesNotContain("Bramble");
    assertThat(first.bytes()).isNotEqualTo(second.bytes());
    assertThat(first.toString()).isEqualTo("Sealed[intake]");
  }

  @Test
  void hashesAreEqualForEqualValuesOfOneDomainAndKeyOnly() {
    assertThat(keys.hash("upn", "A")).isEqualTo(keys.hash("upn", "A")).hasSize(24);
    assertThat(keys.hash("upn", "A")).isNotEqualTo(keys.hash("nhs", "A"));
    assertThat(keys.hash("upn", "A")).isNotEqualTo(HubKeys.generate().hash("upn", "A"));
  }

  @Test
  void aKeyFileIsOwnerOnlyAndReadsBack(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.json");
    keys.save(file);
    Sealed sealed = keys.sealText(HubKeys.REASON, "alert-1", "seen");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    HubKeys loaded = HubKeys.load(file);
    assertThat(loaded.openText(sealed)).isEqualTo("seen");
    assertThat(loaded.hash("upn", "A")).isEqualTo(keys.hash("upn", "A"));
  }

  @Test
  void anAppHoldsOnlyTheKeysItWasGiven() {
    HubKeys notifier = keys.subset(Set.of(HubKeys.DIRECTORY), false);
    Sealed concern = keys.sealText(HubKeys.INTAKE, "event-1", "text");

    assertThatThrownBy(() -> notifier.open(concern))
        .hasMessageContaining("not given the key intake");
    assertThatThrownBy(() -> notifier.hash("upn", "A"))
        .hasMessageContaining("not given the key of hashes");
  }

  @Test
  void aDamagedCiphertextDoesNotOpen() {
    byte[] bytes = keys.sealText(HubKeys.INTAKE, "event-1", "text").bytes();
    bytes[bytes.length - 1] ^= 1;

    assertThatThrownBy(
            () -> keys.open(new Sealed(HubKeys.INTAKE, "event-1", ByteBuffer.wrap(bytes))))
        .isInstanceOf(CannotOpenException.class);
  }
}
