package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.message.EnvelopeReader;

final class GenerateCommandTest {
  @TempDir private Path folder;

  private Path generated(String what, String seed, String name) {
    Path out = folder.resolve(name);
    Typed typed =
        Typed.hub("generate", what, "--children", "60", "--seed", seed, "--out", out.toString());
    assertThat(typed.code()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("written to " + out);
    return out;
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    byte[] first = Files.readAllBytes(generated("people", "7", "a.csv"));
    assertThat(Files.readAllBytes(generated("people", "7", "b.csv"))).isEqualTo(first);
    assertThat(Files.readAllBytes(generated("people", "8", "c.csv"))).isNotEqualTo(first);
  }

  @Test
  void theMappingBesideThePeopleServesToMatchThem() throws IOException {
    Path people = generated("people", "7", "p.csv");
    Typed matched =
        Typed.hub(
            "match",
            "--records",
            people.toString(),
            "--mapping",
            folder + "/p.yaml",
            "--truth",
            "child",
            "--group",
            "deprivation",
            "--json");
    assertThat(matched.code()).as(matched.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(matched.out());
    assertThat(result.path("automatic").path("precision").asDouble()).isGreaterThan(0.98);
    assertThat(result.path("quality").path("recall").asDouble()).isGreaterThan(0.9);
    assertThat(result.path("equity").path("groups")).hasSize(5);
    Typed alone =
        Typed.hub(
            "match",
            "--records",
            people.toString(),
            "--mapping",
            folder + "/p.yaml",
            "--group",
            "origin");
    assertThat(alone.code()).isEqualTo(2);
  }

  @Test
  void everyConcernHasTheShapeThatTheIntakeTakes() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path concerns = generated("concerns", "7", "c.json");
    assertThat(Files.readAllLines(concerns)).hasSizeGreaterThan(100);
    for (String line : Files.readAllLines(concerns)) {
      assertThat(EnvelopeReader.read((ObjectNode) json.readTree(line)))
          .as(line)
          .isInstanceOf(EnvelopeReader.Reading.Read.class);
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThat(Typed.hub("generate").code()).isEqualTo(2);
    assertThat(Typed.hub("generate", "people", "--out", folder + "/none/p.csv").code())
        .isEqualTo(2);
  }
}
