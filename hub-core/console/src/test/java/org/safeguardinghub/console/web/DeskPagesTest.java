package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.people.Term;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.quarantine.DayCount;

/** The quarantine desk, over the real web server. */
final class DeskPagesTest {
  private static final String RECORDS = "hazel.underbough";
  private static final String OF_THE_TRUST = "jasper.millbrook";
  private static final String MESSAGE =
      "{\"occurredAt\":\"2027-01-01T10:00:00Z\",\"narrative\":\"Quibblewort took bread\",\"type\":\"EDU-NEG-01\",\"sourceRecordId\":\"r-1\",\"settingRef\":\"s-1\"}";
  private static final String MENDED = MESSAGE.replace("2027-01-01", "2026-03-01");

  @TempDir private Path folder;
  private TestConsole console;

  @BeforeEach
  void start() throws Exception {
    console = TestConsole.start(folder);
    console.desk.put("r-plain", "tumbledown-primary", Optional.of(HandlingClass.H1), MESSAGE);
    console.desk.put("r-police", "tumbledown-primary", Optional.of(HandlingClass.H3), MESSAGE);
    console.desk.put("r-unknown", "tumbledown-primary", Optional.empty(), MESSAGE);
    console.desk.put("r-text", "tumbledown-primary", Optional.empty(), "UPN;Date");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @Test
  void theFieldAtFaultIsMarkedAndPutRightOnce() throws Exception {
    Browser hazel = console.signedIn(RECORDS);
    HttpResponse<String> page = hazel.get("/quarantine/r-plain");
    assertThat(page.body())
        .contains("It lies in the future: check the date", "This is the field at fault")
        .contains("Quibblewort took bread");
    Map<String, String> form =
        form(page, "field-0", "2026-03-01T10:00:00Z", "reason", "A typing slip");
    assertThat(hazel.post("/quarantine/r-plain", form).statusCode()).isEqualTo(303);
    assertThat(hazel.post("/quarantine/r-plain", form).statusCode()).isEqualTo(303);
    assertThat(console.desk.asked).containsOnly(Map.entry("r-plain", MENDED));
    assertThat(hazel.get("/quarantine/r-plain").body())
        .contains("Hazel Underbough", "A typing slip", "not done yet");
    assertThat(console.alerts.audited())
        .contains(
            "p-records-tumbledown OPENED quarantine r-plain",
            "p-records-tumbledown CHANGED quarantine r-plain");
    Map<String, String> second =
        form(page, "actionId", "another-form", "reason", "Again", "field-0", "2026-03-02");
    assertThat(hazel.post("/quarantine/r-plain", second).statusCode()).isEqualTo(409);
  }

  @Test
  void whatNeverWasAMessageIsToBeMendedWhereItComesFrom() throws Exception {
    console.desk.putUnmade("r-row", "tumbledown-primary");
    Browser hazel = console.signedIn(RECORDS);
    assertThat(hazel.get("/quarantine").body())
        .contains("4 messages wait to be put right. 1 record is to be mended where it comes from")
        .contains("row 12, column Opened");
    HttpResponse<String> page = hazel.get("/quarantine/r-row");
    assertThat(page.body())
        .contains("Column Opened: write when it happened as 2026-03-02", "row 12, column Opened")
        .contains("It is to be mended in the system of ", "sent again from there")
        .doesNotContain("Send it in again", "nobody is shown it");
    Map<String, String> form =
        form(hazel.get("/quarantine/r-plain"), "whole", "{}", "reason", "Try");
    assertThat(hazel.post("/quarantine/r-row", form).statusCode()).isEqualTo(409);
    assertThat(console.desk.asked).isEmpty();
  }

  @Test
  void withoutAReasonNothingIsSentAndWhatWasTypedStays() throws Exception {
    Browser hazel = console.signedIn(RECORDS);
    HttpResponse<String> page = hazel.get("/quarantine/r-plain");
    HttpResponse<String> again =
        hazel.post(
            "/quarantine/r-plain",
            form(page, "field-0", "2026-02-02", "place", "subjects.7.role", "value", "OTHER"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("Say why", "There is no place /subjects/7/role", "2026-02-02");
    assertThat(console.desk.asked).isEmpty();
  }

  @Test
  void whatHasNoLongerTheShapeOfAMessageIsNotSentAndSaidBesideItsField() throws Exception {
    Browser hazel = console.signedIn(RECORDS);
    HttpResponse<String> page = hazel.get("/quarantine/r-plain");
    String wrong =
        refused(hazel, "r-plain", form(page, "field-0", "2026-02-31T10:00:00Z", "reason", "Slip"));
    assertThat(wrong)
        .contains(
            "href=\"#field-0\"", "id=\"wrong-0\"", "2026-02-31T10:00:00Z", "Error: Refused message")
        .doesNotContain("This is the field at fault");
    String misspelt =
        refused(
            hazel, "r-plain", form(page, "place", "hapenedAt", "value", "now", "reason", "Slip"));
    assertThat(misspelt)
        .contains("href=\"#place\"", "of this object is not known; known are: eventId");
    HttpResponse<String> unseen = hazel.get("/quarantine/r-unknown");
    assertThat(
            refused(
                hazel,
                "r-unknown",
                form(unseen, "fault", "2026-02-31T10:00:00Z", "reason", "Slip")))
        .contains("href=\"#fault\"")
        .doesNotContain("Quibblewort");
    HttpResponse<String> text = hazel.get("/quarantine/r-text");
    assertThat(refused(hazel, "r-text", form(text, "whole", "{}", "reason", "Slip")))
        .contains("href=\"#whole\"");
    assertThat(console.desk.asked).isEmpty();
    hazel.post("/quarantine/r-text", form(text, "reason", "As it is: it is taken now"));
    assertThat(console.desk.asked).containsEntry("r-text", "UPN;Date");
  }

  private static String refused(Browser browser, String id, Map<String, String> form)
      throws Exception {
    HttpResponse<String> answer = browser.post("/quarantine/" + id, form);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  @Test
  void whatNobodyCanClassIsPutRightUnseen() throws Exception {
    Browser hazel = console.signedIn(RECORDS);
    HttpResponse<String> page = hazel.get("/quarantine/r-unknown");
    assertThat(page.body()).contains("nobody is shown it").doesNotContain("Quibblewort");
    hazel.post(
        "/quarantine/r-unknown",
        form(page, "fault", "2026-03-01T10:00:00Z", "reason", "A typing slip"));
    assertThat(console.desk.asked.get("r-unknown")).isEqualTo(MENDED);
    HttpResponse<String> text = hazel.get("/quarantine/r-text");
    assertThat(text.body()).contains("The whole message").doesNotContain("UPN;Date");
    hazel.post("/quarantine/r-text", form(text, "whole", MENDED, "reason", "Written again"));
    assertThat(console.desk.asked).containsEntry("r-text", MENDED);
  }

  @Test
  void sealedContentIsForItsReadersAndCannotBeChangedByOthers() throws Exception {
    Browser hazel = console.signedIn(RECORDS);
    HttpResponse<String> page = hazel.get("/quarantine/r-police");
    assertThat(page.body())
        .contains("sealed (H3): ask the police MASH lead", "Send it in again as it is")
        .doesNotContain("Quibblewort");
    hazel.post(
        "/quarantine/r-police",
        form(page, "reason", "Try again", "place", "handling.class", "value", "H0"));
    assertThat(console.desk.asked).containsEntry("r-police", MESSAGE);
    assertThat(console.signedIn("gideon.stonepath").get("/quarantine/r-police").body())
        .contains("Quibblewort took bread");
  }

  @Test
  void anotherAgencysAreNotThereAndAdministratorsSeeNoContent() throws Exception {
    Browser jasper = console.signedIn(OF_THE_TRUST);
    assertThat(jasper.get("/quarantine").body()).contains("0 messages wait");
    assertThat(jasper.get("/quarantine/r-plain").statusCode()).isEqualTo(403);
    Browser merrick = console.signedIn("merrick.dunstan");
    assertThat(merrick.get("/quarantine").body()).contains("4 messages wait");
    assertThat(merrick.get("/quarantine/r-plain").body())
        .contains("It lies in the future")
        .doesNotContain("Quibblewort");
    assertThat(console.signedIn("fern.copperfold").get("/quarantine").statusCode()).isEqualTo(403);
  }

  @Test
  void theFeedsPageSaysWhetherTheDayAddsUp() throws Exception {
    LocalDate today = Term.dayOf(Samples.NOW);
    console.desk.days.add(
        new DayCount("fablewick-nhs", today, 12, 7, 2, 3, 7, 3, 3, 1, 2, 0, 4, 2, 1));
    Browser merrick = console.signedIn("merrick.dunstan");
    assertThat(merrick.get("/feeds").body())
        .contains("Fablewick NHS Trust", "Yes")
        .doesNotContain(">No<");
    console.desk.days.add(
        new DayCount("lantern-trust", today, 13, 7, 2, 3, 7, 3, 3, 1, 2, 0, 4, 2, 1));
    assertThat(merrick.get("/feeds").body())
        .contains("received is 13, but accepted, repeated and refused is 12");
  }

  private static Map<String, String> form(HttpResponse<String> page, String... pairs) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("csrf", Browser.field(page, "csrf"));
    form.put("actionId", Browser.field(page, "actionId"));
    for (int i = 0; i < pairs.length; i += 2) {
      form.put(pairs[i], pairs[i + 1]);
    }
    return form;
  }
}
