package org.safeguardinghub.connectors.socialcare.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.drop.DropSettings;
import org.safeguardinghub.connectors.drop.FeedFolder;
import org.safeguardinghub.connectors.intake.Result;
import org.safeguardinghub.connectors.intake.Submission;
import org.safeguardinghub.connectors.intake.feed.Feed;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** A return in several files, in any order: what is known of a child stands in all its events. */
class ReturnInFilesTest {
  private static final Feed COUNCIL =
      new Feed(
          "thistledown-council",
          "thistledown-council",
          "Thistledown Council",
          Set.of(OriginFamily.CSC, OriginFamily.PRV),
          "u",
          "p",
          "00",
          OptionalInt.empty());
  private static final Map<String, String> FILES =
      Map.of(
          "header",
          """
          CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
          7,2,27/03/2012,WBRI,D051910639385,,
          8,1,01/02/2010,WBRI,UN1,,
          9,1,01/02/2010,WBRI,A123456789012,,
          9,1,02/02/2011,WBRI,A123456789012,,
          """,
          "episodes",
          """
          CHILD,DECOM,RNE,LS,REC,DEC,REASON_PLACE_CHANGE
          7,01/02/2025,S,C2,,,
          8,05/02/2025,S,V2,,,
          9,06/02/2025,S,V2,,,
          """,
          "missing",
          "CHILD,DOB,MISSING,MIS_START,MIS_END\n7,28/03/2012,M,03/03/2025,04/03/2025\n");
  private static final Map<String, String> KNOWN =
      Map.of(
          "7/2025-02-01/began", "{dateOfBirth=2012-03-27, upn=D051910639385}",
          "8/2025-02-05/began", "{dateOfBirth=2010-02-01}",
          "9/2025-02-06/began", "{}",
          "7/2025-03-03/missing", "{dateOfBirth=2012-03-28, upn=D051910639385}");

  @TempDir Path drop;
  private final Map<String, Map<String, String>> newest = new TreeMap<>();
  private final List<String> sent = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "header episodes missing",
        "header missing episodes",
        "episodes header missing",
        "missing header episodes",
        "episodes missing header",
        "missing episodes header"
      })
  void theOrderOfItsFilesMakesNoDifference(String order) throws IOException {
    for (String file : order.split(" ", -1)) {
      send(file, file(file));
    }
    assertKnown();
  }

  @Test
  void allAtOnceIsTheSame() throws IOException {
    FeedFolder folder = folder();
    for (String file : List.of("missing", "episodes", "header")) {
      Files.writeString(in().resolve(file + ".csv"), file(file));
    }
    looks(folder, 6);
    assertKnown();
  }

  @Test
  void aListThatComesAgainHasOnlyWhatItChangesSentAgain() throws IOException {
    send("episodes", file("episodes"));
    send("header", file("header"));
    sent.clear();
    send("header-2", file("header"));
    assertThat(sent).as("the same list").isEmpty();
    send("header-3", file("header").replace("UN1", "B123456789012"));
    assertThat(newest.get("8/2025-02-05/began")).containsEntry("upn", "B123456789012");
    assertThat(sent).containsExactly("8/2025-02-05/began");
  }

  @Test
  void aRestartBetweenListAndRereadingLosesNothing() throws IOException {
    send("episodes", file("episodes"));
    Files.writeString(in().resolve("header.csv"), file("header"));
    FeedFolder first = folder();
    first.look();
    first.look(); // the list is read, the others stand to be read again
    looks(folder(), 4);
    assertThat(newest.get("7/2025-02-01/began")).containsEntry("upn", "D051910639385");
  }

  private void assertKnown() {
    Map<String, String> known = new TreeMap<>();
    newest.forEach((record, claims) -> known.put(record, claims.toString()));
    assertThat(known).containsExactlyInAnyOrderEntriesOf(KNOWN);
  }

  private static String file(String name) {
    return Objects.requireNonNull(FILES.get(name));
  }

  private void send(String name, String text) throws IOException {
    FeedFolder folder = folder();
    Files.writeString(in().resolve(name + ".csv"), text);
    looks(folder, 6);
  }

  private static void looks(FeedFolder folder, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      folder.look();
    }
  }

  private FeedFolder folder() throws IOException {
    Door door = Door.inOneStep(this::receive);
    return FeedFolder.of(
        drop,
        COUNCIL,
        new DropSettings(
            Set.of(OriginFamily.CSC),
            SocialCareForms.forms(EventCatalogue.load()),
            List.of(".csv"),
            DropSettings.SIXTEEN_MEBIBYTES,
            Map.of()),
        door);
  }

  private Path in() {
    return drop.resolve(COUNCIL.name()).resolve("in");
  }

  /** As the intake: another content of a record is a correction, the same one nothing new. */
  private List<Result> receive(Feed feed, List<Submission> submissions) {
    List<Result> results = new ArrayList<>();
    for (Submission submission : submissions) {
      JsonNode message = read(submission);
      String id = message.path("sourceRecordId").asText();
      Map<String, String> claims = new TreeMap<>();
      message
          .at("/subjects/0/claims")
          .properties()
          .forEach(claim -> claims.put(claim.getKey(), claim.getValue().asText()));
      boolean first = !claims.equals(newest.put(id, claims));
      if (first) {
        sent.add(id);
      }
      results.add(new Result.Accepted("r-" + id, "e-" + id, first, true, false));
    }
    return results;
  }

  private static JsonNode read(Submission submission) {
    try {
      return new ObjectMapper().readTree(submission.body().reveal());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
