package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** What is agreed about an alert, what came of it, and what is shared or is not. */
final class MinutesPagesTest {
  private static final String PLAN = "/alerts/a-neglect/plan";
  private static final String SHARING = "/alerts/a-neglect/sharing";

  private TestConsole console;
  private Browser browser;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
    browser = console.signedIn("marigold.thistleby");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    return browser.post(path, form(path, fields));
  }

  private Map<String, String> form(String path, Map<String, String> fields) throws Exception {
    HttpResponse<String> page = browser.get(path);
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf", Browser.field(page, "csrf"));
    form.put("actionId", Browser.field(page, "actionId"));
    return form;
  }

  private List<SentAction.What> sent() {
    return console.alerts.sent().stream()
        .map(SentAction::what)
        .filter(what -> !(what instanceof SentAction.What.Opened))
        .toList();
  }

  private void put(Minutes minutes) {
    console.alerts.put(Samples.with(Samples.neglect(), minutes));
  }

  @Test
  void aLeadRecordsWhatWasAgreedOnceHoweverOftenTheFormIsSent() throws Exception {
    HttpResponse<String> page = browser.get(PLAN);
    assertThat(page.body())
        .as("within 48 hours, filled in")
        .contains("value=\"2026-03-26\"", "value=\"10:15\"");
    Map<String, String> form =
        form(
            PLAN,
            Map.of(
                "what", "Nurse visit",
                "who", "role:named-nurse",
                "day", "2026-04-01",
                "time", "17:00",
                "reason", "Seen by nobody for a month"));

    assertThat(browser.post(PLAN, form).body()).contains("What was agreed is recorded.");
    browser.post(PLAN, form);

    assertThat(sent())
        .singleElement()
        .isInstanceOfSatisfying(
            SentAction.What.Planned.class,
            planned -> {
              assertThat(Samples.open(planned.what())).contains("Nurse visit");
              assertThat(planned.who())
                  .isEqualTo(new Minutes.Party(Minutes.Party.Kind.ROLE, "named-nurse"));
              assertThat(planned.dueAt())
                  .as("five o'clock in summer time")
                  .isEqualTo(Instant.parse("2026-04-01T16:00:00Z"));
              assertThat(Samples.open(planned.reason())).contains("Seen by nobody for a month");
            });
    assertThat(console.alerts.audited())
        .contains(
            "p-mash-manager PLANNED alert a-neglect", "p-mash-manager OPENED alert a-neglect");
  }

  @Test
  void aFaultyFormComesBackWithEveryFaultAndWhatWasWritten() throws Exception {
    HttpResponse<String> again =
        send(
            PLAN,
            Map.of(
                "what", "Visit <b>",
                "who", "role:nobody-holds-this",
                "day", "2026-03-24",
                "time", "10:15",
                "reason", "r".repeat(1001)));

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "Select who is to do it",
            "The time by when must be to come",
            "1,000 characters or fewer",
            "value=\"Visit &lt;b>\"")
        .doesNotContain("Enter what is to be done");
    assertThat(send(PLAN, Map.of("day", "2027-03-25", "time", "10:15")).body())
        .contains("within a year", "Enter what is to be done");
    assertThat(send(PLAN, Map.of("day", "tomorrow", "time", "noon")).body())
        .contains("Enter the day and time by when");
    assertThat(sent()).isEmpty();
  }

  @Test
  void whatIsOverdueShowsOnTheAlertAndInTheListWhateverBecameOfTheAlert() throws Exception {
    console.alerts.put(Samples.with(Samples.withdrawn(Samples.neglect()), Samples.minutes()));

    assertThat(browser.get("/alerts").body())
        .contains(
            "Agreed and overdue", PLAN + "/visit", "Named nurse, overdue, was due today 09:15")
        .doesNotContain(PLAN + "/meeting\"");
    assertThat(browser.get("/alerts?show=ended").body())
        .contains("2 agreed actions to do, 1 overdue");
    assertThat(browser.get("/alerts/a-neglect").body())
        .containsSubsequence(
            "2 agreed actions to do, 1 overdue",
            "Nurse visit at home",
            "Review meeting",
            "Letter to the landlord",
            "Done: You, today 07:45: Sent by post and mail");
    assertThat(browser.get(PLAN).body())
        .contains("Nothing more can be agreed here")
        .doesNotContain("Agree on an action");
  }

  @Test
  void whatCameOfAnActionIsSaidOnceWithItsReason() throws Exception {
    put(Samples.minutes());

    assertThat(send(PLAN + "/visit", Map.of("reason", "")).body())
        .contains("Select whether it was done", "Enter what came of it");
    assertThat(
            send(PLAN + "/visit", Map.of("outcome", "not-done", "reason", "Nobody at home")).body())
        .contains("What came of it is recorded.");

    assertThat(sent())
        .singleElement()
        .isInstanceOfSatisfying(
            SentAction.What.Marked.class,
            marked -> {
              assertThat(marked.plannedId()).isEqualTo("visit");
              assertThat(marked.done()).isFalse();
              assertThat(Samples.open(marked.reason())).contains("Nobody at home");
            });
    Map<String, String> late = form(PLAN, Map.of("outcome", "done", "reason", "no"));
    assertThat(browser.post(PLAN + "/letter", late).statusCode()).isEqualTo(409);
    assertThat(browser.get(PLAN + "/nothing").statusCode()).isEqualTo(404);
    assertThat(browser.post(PLAN + "/nothing", late).statusCode()).isEqualTo(404);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void aDecisionNotToShareNeedsItsOwnGroundAndIsAudited() throws Exception {
    HttpResponse<String> again =
        send(
            SHARING,
            Map.of(
                "decision", "not-shared",
                "withWhom", "The housing officer",
                "what", "The diagnosis",
                "gateway", "CA2004-S16LA",
                "reason", "They need the impact only"));
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("Select the ground on which it is not shared", "The housing officer")
        .doesNotContain("Select the lawful basis on which");

    send(
        SHARING,
        Map.of(
            "decision", "not-shared",
            "withWhom", "The housing officer",
            "what", "The diagnosis",
            "ground", "IMPACT_IS_ENOUGH",
            "reason", "They need the impact only"));

    assertThat(sent())
        .singleElement()
        .isInstanceOfSatisfying(
            SentAction.What.SharingDecided.class,
            decided -> {
              assertThat(decided.shared()).isFalse();
              assertThat(decided.basis()).isEqualTo("IMPACT_IS_ENOUGH");
              assertThat(Samples.open(decided.withWhom())).contains("The housing officer");
              assertThat(Samples.open(decided.what())).contains("The diagnosis");
            });
    assertThat(console.alerts.audited()).contains("p-mash-manager DECIDED_SHARING alert a-neglect");
  }

  @Test
  void aDecisionToShareNeedsALawfulBasisOfTheReviewedListAndConsentIsNone() throws Exception {
    assertThat(browser.get(SHARING).body())
        .contains("Children Act 2004, section 16LA")
        .doesNotContainIgnoringCase(">consent");

    assertThat(
            send(
                    SHARING,
                    Map.of(
                        "decision", "shared",
                        "withWhom", "GP",
                        "what", "w",
                        "gateway", "CONSENT",
                        "reason", "r"))
                .body())
        .contains("Select the lawful basis on which it is shared");
    assertThat(sent()).isEmpty();
  }

  @Test
  void thePackForAConferenceShowsBoth() throws Exception {
    put(Samples.minutes());

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(console.url() + "/alerts/a-neglect/pack.pdf")).build();
    byte[] pack = browser.client().send(request, HttpResponse.BodyHandlers.ofByteArray()).body();

    try (PDDocument document = Loader.loadPDF(pack)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains(
              "Nurse visit at home",
              "Named nurse",
              "Done: Marigold Thistleby, MASH manager, Tuesday 24 March 2026 07:45: Sent by post"
                  + " and mail",
              "Not shared",
              "The mother's new partner: What the school saw",
              "He is named in two reports");
    }
  }
}
