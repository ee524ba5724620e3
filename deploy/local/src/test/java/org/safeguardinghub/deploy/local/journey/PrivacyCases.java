package org.safeguardinghub.deploy.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.folder.DataFolder;

/**
 * A marker in every place where an agency may write about a person, through the accepted, the
 * refused and the file path. Afterwards it stands in no file of the hub: no log, topic, registry,
 * database or mailbox, and no answer said it.
 */
abstract class PrivacyCases {
  private static final String MARKER = "Quexzalmark";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void aNameThatPassesThroughEveryPathStandsNowhereInClear() throws Exception {
    List<String> answers = new ArrayList<>();
    TemporaryHub temporary = SharedHubIT.temporary();
    int mails = find(temporary.folder(), ".eml").size();
    AgencyHttp health = temporary.agency("fablewick-nhs");
    HttpResponse<String> accepted = health.post(concern("HV-PHY-01", "{\"nonMobile\":true}"));
    answers.add(accepted.body());
    answers.add(health.post(concern("HV-PHY-01", "{\"" + MARKER + "\":true}")).body());
    answers.add(health.post(concern(MARKER, "{}")).body());
    answers.add(health.post(concern("HV-PHY-01", "{}").replace("CA2004-S16LA", MARKER)).body());
    answers.add(health.post("{\"" + MARKER + "\": ").body());
    answers.add(
        health
            .batch(concern("HV-NEG-01", "{}").replace("\n", " ") + "\n{\"" + MARKER + "\n")
            .body());
    answers.add(health.get("/v1/receipts/" + MARKER).body());
    dropFile(temporary);

    assertThat(accepted.statusCode()).isBetween(200, 202);
    String receipt = new ObjectMapper().readTree(accepted.body()).path("receiptId").asText();
    awaitAlert(health, receipt);
    awaitMail(temporary.folder(), mails);
    awaitResults(drop(temporary.folder()));
    temporary.stop();

    assertThat(answers).noneMatch(answer -> answer.contains(MARKER));
    assertThat(filesWithMarker(temporary.folder())).isEmpty();
  }

  @Test
  void theSearchFindsAMarkerThatIsThere(@org.junit.jupiter.api.io.TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("some.log"), "x".repeat(100_000) + MARKER);

    assertThat(filesWithMarker(folder)).containsExactly("some.log");
  }

  private static String concern(String type, String attributes) {
    Instant when = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
    return """
        {"type":"%1$s","sourceRecordId":"%3$s-1","occurredAt":"%2$s","legalGateway":"CA2004-S16LA",
        "narrative":"%3$s has a mark.","childVoice":"%3$s said so","householdRef":"%3$s house","settingRef":"%3$s ward",
        "incidentRef":"%3$s incident","contentRef":"record-1","attributes":%4$s,
        "subjects":[{"role":"HARMED","personRef":"%3$s-ref","claims":{"givenNames":"%3$s","familyName":"%3$s",
        "dateOfBirth":"2026-09-01","nhsNumber":"%3$s","address":{"line":"1 %3$s Lane","postcode":"FB1 1ZZ"},
        "school":"%3$s School","phone":"%3$s","mother":{"name":"%3$s"},"carers":["%3$s"]}}]}
        """
        .formatted(type, when, MARKER, attributes);
  }

  private static void dropFile(TemporaryHub temporary) throws IOException {
    Path folder = drop(temporary.folder()).resolve("tumbledown-primary").resolve("in");
    Files.createDirectories(folder);
    String text =
        """
        recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative
        r1,2026-11-02,09:00,%1$s,,%1$s,%1$s,2018-03-04,EDU-NEG-01,2,%1$s was hungry
        r2,2026-11-02,09:00,%1$s,,%1$s,%1$s,2018-03-04,%1$s,2,%1$s was hungry
        """
            .formatted(MARKER);
    Path part = folder.resolve("log.csv.part");
    Files.writeString(part, text);
    Files.move(part, folder.resolve("log.csv"));
  }

  private static Path drop(Path folder) {
    return new DataFolder(folder).app("education").resolve("drop");
  }

  private static void awaitAlert(AgencyHttp health, String receipt) throws Exception {
    await(
        "the receipt says that an alert followed",
        () -> health.get("/v1/receipts/" + receipt).body().contains("\"ledToAlert\":\"yes\""));
  }

  private static void awaitMail(Path folder, int before) throws Exception {
    await("a mail arrived", () -> find(folder, ".eml").size() > before);
  }

  private static void awaitResults(Path folder) throws Exception {
    await("the file's results were written", () -> !find(folder, ".results.csv").isEmpty());
  }

  private static void await(String what, java.util.concurrent.Callable<Boolean> done)
      throws Exception {
    Instant begun = Instant.now();
    while (!done.call()) {
      assertThat(Duration.between(begun, Instant.now()))
          .as("waiting until " + what)
          .isLessThan(PATIENCE);
      java.util.concurrent.locks.LockSupport.parkNanos(100_000_000L);
    }
  }

  private static List<Path> find(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** Names of files that hold the marker; the agency's own dropped file is the agency's. */
  private static List<String> filesWithMarker(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(f -> !f.startsWith(drop(folder))).toList()) {
        if (contains(Files.readAllBytes(file), MARKER.getBytes(UTF_8))) {
          found.add(folder.relativize(file).toString());
        }
      }
    }
    return found;
  }

  private static boolean contains(byte[] bytes, byte[] marker) {
    outer:
    for (int i = 0; i <= bytes.length - marker.length; i++) {
      for (int j = 0; j < marker.length; j++) {
        // Databases and logs may fold case: the marker's letters are compared without it.
        if ((bytes[i + j] | 0x20) != (marker[j] | 0x20)) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }
}
