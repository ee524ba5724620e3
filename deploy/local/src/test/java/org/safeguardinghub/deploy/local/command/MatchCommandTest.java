package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of people as somebody types the command. */
final class MatchCommandTest {
  private static final String[] PARTS = {
    "bel", "cor", "dun", "fax", "gim", "hov", "jul", "kep", "lyt", "moz"
  };

  @TempDir private Path folder;
  private Path mapping;

  @BeforeEach
  void aMapping() throws IOException {
    mapping =
        Files.writeString(
            folder.resolve("m.yaml"),
            """
            record: id
            columns:
              name: full-name
              born: {kind: birth-date, formats: [dd/MM/yyyy]}
              town: place
            """);
  }

  /** Forty people, every fourth there twice: the second time with a slip in the name. */
  private Path people() throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,who,name,born,town"));
    for (int i = 0; i < 40; i++) {
      String given = PARTS[i % 10] + PARTS[i / 4];
      String surname = PARTS[(i + 3) % 10] + PARTS[i * 7 % 10] + "ton";
      String rest =
          ",%02d/%02d/%d,%s".formatted(1 + i % 28, 1 + i % 12, 1990 + i % 20, PARTS[i % 9]);
      lines.add("a%d,p%d,%s %s%s".formatted(i, i, given, surname, rest));
      if (i % 4 == 0) {
        lines.add("b%d,p%d,%s %se%s".formatted(i, i, given, surname, rest));
      }
    }
    return Files.write(folder.resolve("people.csv"), lines);
  }

  private Typed match(String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("match", "--mapping", mapping.toString(), "--records", people().toString()));
    words.addAll(List.of(more));
    return Typed.hub(words.toArray(String[]::new));
  }

  @Test
  void figuresComeAsJsonAndPeopleAsAFile() throws IOException {
    Path out = folder.resolve("out.csv");
    Typed matched = match("--truth", "who", "--json", "--out", out.toString());
    assertThat(matched.code()).as(matched.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(matched.out());
    assertThat(result.path("records").asInt()).isEqualTo(50);
    assertThat(result.path("people").asInt()).isEqualTo(40);
    assertThat(result.path("quality").path("f1").asDouble()).isEqualTo(1);
    assertThat(result.path("quality").path("truePairs").asInt()).isEqualTo(10);
    assertThat(result.path("cost").path("recordsPerSecond").asDouble()).isPositive();
    assertThat(result.path("learnt").isEmpty()).isFalse();
    assertThat(matched.err()).contains("hub: comparing pairs");
    assertThat(Files.readAllLines(out))
        .hasSize(51)
        .startsWith("file,line,record,person", "people.csv,2,a0,1", "people.csv,3,b0,1");
  }

  @Test
  void withoutATruthThereIsNoQuality() throws IOException {
    Typed matched = match();
    assertThat(matched.code()).isZero();
    assertThat(matched.out()).contains("50 records, 40 people").doesNotContain("precision");
    assertThat(new ObjectMapper().readTree(match("--json").out()).path("quality").isNull())
        .isTrue();
  }

  @Test
  void whatIsWrongIsSaidWithFileAndLine() throws IOException {
    Files.writeString(mapping, "columns: {name: full-nam}");
    Typed kind = match();
    assertThat(kind.code()).isEqualTo(1);
    assertThat(kind.err()).contains("m.yaml:1: unknown kind 'full-nam'");
    Typed none =
        Typed.hub("match", "--mapping", mapping.toString(), "--records", folder + "/none.csv");
    assertThat(none.code()).isEqualTo(1);
    aMapping();
    Typed missing =
        Typed.hub("match", "--mapping", mapping.toString(), "--records", folder + "/none.csv");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("none.csv: give the path of a CSV file");
    assertThat(Typed.hub("match").code()).isEqualTo(2);
  }

  @Test
  void whatWasLearntCanBeGoneBy() throws IOException {
    String file = people().toString();
    String written = folder.resolve("p.yaml").toString();
    Typed trained =
        Typed.hub(
            "match", "train", "--mapping", mapping.toString(), "--records", file, "--out", written);
    assertThat(trained.code()).as(trained.err()).isZero();
    String first = Files.readString(Path.of(written));
    assertThat(first).contains("household-share:", "    EXACT: [");
    Typed matched = match("--truth", "who", "--json", "--parameters", written);
    assertThat(matched.code()).as(matched.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(matched.out());
    assertThat(result.path("quality").path("f1").asDouble()).isEqualTo(1);
    Typed.hub(
        "match", "train", "--mapping", mapping.toString(), "--records", file, "--out", written);
    assertThat(Files.readString(Path.of(written))).isEqualTo(first);
    Files.writeString(Path.of(written), first.replace("born", "bern"));
    Typed wrong = match("--parameters", written);
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.err()).contains("'born' is missing");
  }
}
