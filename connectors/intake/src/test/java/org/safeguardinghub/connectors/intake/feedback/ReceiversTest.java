package org.safeguardinghub.connectors.intake.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may be told, and where. */
final class ReceiversTest {
  private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://lantern.example/hooks?for=hub",
        "https://lantern.example:8443/",
        "http://localhost:8080/x",
        "http://127.0.0.1:8080/x",
        "http://[::1]:8080/x"
      })
  void mayBeSentTo(String url) {
    assertThat(Receiver.fault(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://lantern.example/x, begins with https",
    "http://127.0.0.1.lantern.example/x, begins with https",
    "ftp://lantern.example/x, begins with https",
    "https:///x, needs a host",
    "https://user:word@lantern.example/x, no user",
    "https://lantern.example/x#y, no fragment",
    "lantern.example, needs a host",
    "'https://lantern.example/a b', is no URL",
  })
  void mayNotBeSentTo(String url, String why) {
    assertThat(Receiver.fault(url).orElse("")).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"})
  void aWeakSecretIsNone(String secret) {
    assertThat(Receiver.fault("https://lantern.example/x", secret)).isPresent();
  }

  @Test
  void theFileIsReadAndPrintsNoSecret() throws IOException {
    Receivers read =
        load(
            "[{\"feed\":\"lantern-trust\",\"url\":\"https://lantern.example/x\",\"secret\":\"%s\"}]"
                .formatted(SECRET));

    assertThat(read.feeds()).containsExactly("lantern-trust");
    assertThat(read.all()).hasToString("[Receiver[lantern-trust]]");
    assertThat(read.of("heron-house")).isEmpty();
    assertThat(load("[]").all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"feed\"",
        "{}",
        "[{\"url\":\"https://lantern.example/x\",\"secret\":\"whsec_QUIBBLEWORT\"}]",
        "[{\"feed\":\"a\",\"url\":\"http://QUIBBLEWORT.example/x\",\"secret\":\"whsec_QUIBBLEWORT\"}]",
        "[{\"feed\":\"a\",\"url\":\"https://lantern.example/x\",\"secret\":\"whsec_QUIBBLEWORT\"}]"
      })
  void aFaultIsSaidWithoutWhatTheFileHolds(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> load(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("QUIBBLEWORT"));
  }

  private Receivers load(String text) throws IOException {
    Path file = folder.resolve("feedback.json");
    Files.writeString(file, text);
    return Receivers.load(file);
  }
}
