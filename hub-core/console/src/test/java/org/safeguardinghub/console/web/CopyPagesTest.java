package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.CopyFunction;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.HandlingClass;

/** A copy shows what the function of its reader needs, to that role only, and is only read. */
final class CopyPagesTest {
  private static final String COPY = "/alerts/a-neglect/copy";
  private static final String TITLE = "<li>" + title() + "</li>";

  private TestConsole console;

  private static String title() {
    return Samples.neglect().findings().getFirst().title();
  }

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static Alert.Copy school() {
    return Samples.copy(
        "dsl",
        Optional.of("tumbledown-primary"),
        CopyFunction.SCHOOL,
        "p-dsl-tumbledown",
        Samples.CHILD);
  }

  private static Alert.Copy health() {
    return Samples.copy("named-nurse", Optional.empty(), CopyFunction.HEALTH, "p-named-nurse");
  }

  private void copied(Alert.Copy... copies) {
    console.alerts.put(Samples.copied(Samples.neglect(), copies));
  }

  private String body(Browser browser, String path) throws Exception {
    HttpResponse<String> response = browser.get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void aSchoolReadsWhatItCanDoAndNeitherWhyNorWhatOthersReported() throws Exception {
    copied(school());
    Browser fern = console.signedIn("fern.copperfold");

    String list = body(fern, "/alerts");
    String page = body(fern, COPY);

    assertThat(list).contains("Copies for you to read", COPY);
    assertThat(page)
        .contains(
            "Bracken Thistledown", "Marigold Thistleby, MASH manager", "On the next school day")
        .contains("further item")
        .doesNotContain(TITLE, Samples.neglect().findings().getFirst().because())
        .doesNotContain("govuk-button", "<blockquote");
    assertThat(console.alerts.audited()).contains("p-dsl-tumbledown OPENED alert a-neglect");
  }

  @Test
  void whoAsksForTheAlertItselfIsShownTheCopyAndCanDoNothingElse() throws Exception {
    copied(school());
    Browser fern = console.signedIn("fern.copperfold");
    String csrf = Browser.field(fern.get("/alerts"), "csrf");

    HttpResponse<String> alert = fern.get("/alerts/a-neglect");

    assertThat(alert.statusCode()).isEqualTo(303);
    assertThat(alert.headers().firstValue("location")).contains(COPY);
    for (String path : List.of("/answer", "/steps", "/plan", "/sharing")) {
      assertThat(fern.post("/alerts/a-neglect" + path, Map.of("csrf", csrf)).statusCode())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(fern.get("/alerts/a-neglect/story").statusCode()).isEqualTo(403);
    assertThat(console.alerts.sent()).isEmpty();
  }

  @Test
  void housingReadsThatThereIsAConcernAndNothingElse() throws Exception {
    copied(
        Samples.copy(
            "housing-lead",
            Optional.of("fablewick-housing"),
            CopyFunction.HOUSING,
            "p-housing",
            Samples.CHILD));

    String page = body(console.signedIn("ambrose.tarnfield"), COPY);

    assertThat(page)
        .contains("Do not visit alone.", "Marigold Thistleby", "Bracken Thistledown")
        .doesNotContain(TITLE, "born ", "further item", "What it rests on");
  }

  @Test
  void aHomeIsNamedItsOwnChildAndNoOther() throws Exception {
    console.alerts.put(
        Samples.copied(
            Samples.of(
                Samples.neglect(),
                new org.safeguardinghub.kernel.subject.SubjectRef(
                    org.safeguardinghub.kernel.subject.Scope.HOUSEHOLD, "hh-1"),
                List.of(Samples.CHILD, "c-sib")),
            Samples.copy(
                "home-manager",
                Optional.of("heron-house"),
                CopyFunction.HOME,
                "p-home-heron",
                "c-sib")));

    String page = body(console.signedIn("philippa.eastling"), "/alerts/a-hh-1/copy");

    assertThat(page).contains("Report every absence").doesNotContain("Bracken");
  }

  @Test
  void whatIsAboveTheClassOfTheReaderIsCountedAndSaysNothing() throws Exception {
    Alert police = Samples.resting(Samples.neglect(), HandlingClass.H3);
    console.alerts.put(Samples.copied(police, health()));
    console.alerts.put(
        Samples.copied(
            Samples.copyOf(police, "a-other"),
            Samples.copy("police-mash-lead", Optional.empty(), CopyFunction.POLICE, "p-police")));

    String nurse = body(console.signedIn("wren.hollowell"), COPY);
    String officer = body(console.signedIn("gideon.stonepath"), "/alerts/a-other/copy");

    assertThat(nurse)
        .contains("1 further item held by", "ask the police MASH lead", "A reason that rests on")
        .doesNotContain(TITLE);
    assertThat(officer).contains(TITLE).doesNotContain("ask the police MASH lead");
  }

  @Test
  void aCopyIsOfTheRoleAndGoesWithIt() throws Exception {
    copied(school());

    assertThat(console.signedIn("idris.larkspur").get(COPY).statusCode())
        .as("the lead of another school")
        .isEqualTo(404);
    assertThat(console.signedIn("wren.hollowell").get(COPY).statusCode()).isEqualTo(404);

    Alert.Copy copy = school();
    copied(
        new Alert.Copy(
            copy.role(),
            copy.agency(),
            copy.function(),
            copy.personId(),
            copy.children(),
            copy.since(),
            false));
    Browser fern = console.signedIn("fern.copperfold");
    assertThat(fern.get(COPY).statusCode()).as("shut").isEqualTo(404);
    assertThat(body(fern, "/alerts")).doesNotContain("Copies for you to read");
  }

  @Test
  void whoHasACopyConfirmsAWithdrawalAndLearnsNothingByIt() throws Exception {
    console.alerts.put(
        Samples.withdrawn(Samples.copied(Samples.neglect(), school()), "p-dsl-tumbledown"));
    Browser fern = console.signedIn("fern.copperfold");

    String list = body(fern, "/alerts");
    HttpResponse<String> correction = fern.get("/alerts/a-neglect/correction");
    fern.post(
        "/alerts/a-neglect/correction",
        Map.of(
            "csrf", Browser.field(correction, "csrf"),
            "actionId", Browser.field(correction, "actionId")));

    assertThat(list).contains("something that you know of in part").doesNotContain("P03");
    assertThat(correction.body())
        .contains("What you were told no longer stands.", "Bracken Thistledown")
        .doesNotContain("P03", title());
    assertThat(console.alerts.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.what()).isEqualTo(new SentAction.What.Confirmed()));
    assertThat(body(fern, COPY)).contains("no longer stands").doesNotContain("On the next school");
  }

  @Test
  void whatIsSealedHasNoCopyWhateverTheTopicSays() throws Exception {
    console.alerts.put(
        Samples.copied(Samples.resting(Samples.neglect(), HandlingClass.H4), health()));

    assertThat(console.signedIn("wren.hollowell").get(COPY).statusCode()).isEqualTo(404);
  }

  @Test
  void theOwnerReadsWhoHasACopy() throws Exception {
    copied(school(), health());

    assertThat(body(console.signedIn("marigold.thistleby"), "/alerts/a-neglect"))
        .contains(
            "Designated safeguarding lead, Tumbledown Primary School (Fern Copperfold) has had a copy",
            "Named nurse (Wren Hollowell) has had a copy");
  }
}
