package org.safeguardinghub.console.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OidcSettingsTest {
  private static final String SOUND =
      "issuer=https://id.fablewick.example/realms/hub\nclientId=console\nclientSecretFile=client\n";

  private static OidcSettings read(Path folder, String text) throws Exception {
    Files.writeString(folder.resolve("client"), "a-secret\n");
    return OidcSettings.read(Files.writeString(folder.resolve("openid.properties"), text));
  }

  @Test
  void whatIsNotSaidHasADefaultAndTheSecretIsInAFileOfItsOwn(@TempDir Path folder)
      throws Exception {
    OidcSettings settings = read(folder, SOUND);

    assertThat(settings.issuer()).hasToString("https://id.fablewick.example/realms/hub");
    assertThat(settings.clientSecret().reveal()).isEqualTo("a-secret");
    assertThat(settings.toString()).doesNotContain("a-secret");
    assertThat(settings.local()).isTrue();
    assertThat(settings.user("s-1", Optional.of("wren.hollowell"))).contains("wren.hollowell");
    assertThat(settings.user("s-1", Optional.empty())).isEmpty();
  }

  @Test
  void bySubjectOnlyThoseCountWhoAreListed(@TempDir Path folder) throws Exception {
    OidcSettings settings =
        read(folder, SOUND + "claim=sub\nsubject.s-1=wren.hollowell\nlocal=false\nlabel=Council\n");

    assertThat(settings.subjects()).isEqualTo(Map.of("s-1", "wren.hollowell"));
    assertThat(settings.user("s-1", Optional.of("another"))).contains("wren.hollowell");
    assertThat(settings.user("s-2", Optional.of("wren.hollowell"))).isEmpty();
    assertThat(settings.local()).isFalse();
    assertThat(settings.label()).isEqualTo("Council");
  }

  @Test
  void aFileInWhichSomethingIsWrongStopsTheStart(@TempDir Path folder) {
    assertThatThrownBy(() -> read(folder, SOUND.replace("clientId=console", "")))
        .hasMessageContaining("clientId is missing");
    assertThatThrownBy(() -> read(folder, SOUND.replace("https:", "http:")))
        .hasMessageContaining("issuer is an https address");
    assertThatThrownBy(() -> read(folder, SOUND + "claim=email\n"))
        .hasMessageContaining("claim is preferred_username or sub");
    assertThatThrownBy(() -> read(folder, SOUND.replace("=client", "=nowhere")))
        .hasMessageContaining("the secret of the OpenID client cannot be read");
  }
}
