package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories through the pure rules: the same judge as for those that go through a hub. */
final class ScenarioCommandTest {
  @TempDir private Path folder;

  private Path story(String date, String more) throws IOException {
    Path file = folder.resolve("story.json");
    Files.writeString(
        file,
        """
      {"id": "T1", "title": "A bruise", "until": "2026-03-16T20:00:00",
       "events": [{"n": 1, "occurredAt": "2026-03-16T10:00:00", "receivedAt": "2026-03-16T11:00:00",
         "type": "HV-PHY-01", "level": 4, "handling": "H1", "countable": true, "subject": "tansy",
         "claims": {"givenNames": "Tansy", "familyName": "Fernwick", "dateOfBirth": "2026-01-20"},
         "attributes": {"nonMobile": true}, "gist": "A mark on the cheek"}],
       "mustRaise": [{"pattern": "P01", "stage": "", "subject": "tansy", "date": "%s", "severity": "S1"}%s],
       "strengthened": [], "notices": [], "mustNot": []}
      """
            .formatted(date, more));
    return file;
  }

  @Test
  void theStoriesOfTheProjectGoAsTold() throws IOException {
    Typed played = Typed.hub("scenario", "--json");
    JsonNode result = new ObjectMapper().readTree(played.out());
    assertThat(played.code()).as(played.out()).isZero();
    assertThat(result.path("asTold").asBoolean()).isTrue();
    assertThat(result.path("stories")).hasSize(5);
  }

  @Test
  void aStoryOfOnesOwnIsJudgedByItsDates() throws IOException {
    assertThat(Typed.hub("scenario", story("2026-03-16", "").toString()).code()).isZero();
    Typed wrong = Typed.hub("scenario", story("2026-03-17", "").toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.out()).contains("came as P01 tansy 2026-03-16 S1", "NOT every story");
  }

  @Test
  void whatIsExpectedAndDoesNotComeIsMissing() throws IOException {
    String more =
        ", {\"pattern\": \"P10\", \"subject\": \"tansy\", \"date\": \"2026-03-16\", \"severity\": \"S2\"}";
    Typed missing = Typed.hub("scenario", story("2026-03-16", more).toString());
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.out()).containsPattern("MISSING +P10 tansy 2026-03-16 S2");
  }

  @Test
  void whatMustNotFollowIsJudgedEntryByEntry() throws IOException {
    String mustNot =
        """
        "mustNot": ["P10 (nobody is missing)", "Words that blame the mother",
          {"text": "A bruise that is told before the visit", "patterns": ["P01"], "toldBefore": "2026-03-16"}]""";
    Path file = story("2026-03-16", "");
    Files.writeString(file, Files.readString(file).replace("\"mustNot\": []", mustNot));
    Typed held = Typed.hub("scenario", file.toString());
    assertThat(held.code()).as(held.out()).isZero();
    assertThat(held.out())
        .containsPattern("held +must not: P10 \\(nobody is missing\\)")
        .containsPattern("to be read +must not: Words that blame the mother")
        .containsPattern("held +must not: A bruise that is told before the visit");
    Files.writeString(file, Files.readString(file).replace("toldBefore", "from"));
    Typed broken = Typed.hub("scenario", file.toString());
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out())
        .containsPattern("BROKEN +must not: A bruise that is told before the visit")
        .contains("raise: P01 tansy 2026-03-16 S1");
  }

  @Test
  void theVerdictsAreInTheDocumentToo() throws IOException {
    Path file = story("2026-03-16", "");
    Files.writeString(
        file, Files.readString(file).replace("\"mustNot\": []", "\"mustNot\": [\"P10\"]"));
    Typed played = Typed.hub("scenario", "--json", file.toString());
    JsonNode verdict = new ObjectMapper().readTree(played.out()).at("/stories/0/mustNot/0");
    assertThat(verdict.path("text").asText()).isEqualTo("P10");
    assertThat(verdict.path("outcome").asText()).isEqualTo("HELD");
  }

  @Test
  void anUnknownKeyIsNamedWithItsLine() throws IOException {
    Path file = story("2026-03-16", "");
    Files.writeString(file, Files.readString(file).replace("countable", "countible"));
    Typed refused = Typed.hub("scenario", file.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("story.json:3: 'events' has no key 'countible': correct it or take it out");
  }

  @Test
  void aFaultyFileIsNamedWithItsFault() throws IOException {
    Path file = folder.resolve("story.json");
    Files.writeString(file, "{\"id\": \"T2\", \n \"title\": }");
    Typed broken = Typed.hub("scenario", file.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("story.json, line 2");
    Typed none = Typed.hub("scenario", folder.resolve("none.json").toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("none.json: cannot be read");
  }
}
