package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.console.identity.Ruling;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** The pages of identity stewards, over the real web server. */
final class StewardPagesTest {
  private static final String STEWARD = "piers.fairlamb";
  private static final String DEPUTY = "corwin.ashgrove";

  @TempDir private Path folder;
  private TestConsole console;

  @BeforeEach
  void start() throws Exception {
    console = TestConsole.start(folder);
    console.identity.questions.add(question("q-1", false));
    console.identity.questions.add(question("q-2", true));
    console.identity.held.put(
        "c-rowan",
        List.of(
            Samples.sealed(
                "{\"givenNames\":\"Rowan\",\"familyName\":\"Applecrumb\",\"dateOfBirth\":\"2015-03-14\"}")));
    console.identity.ledger.add(
        decided("d-1", "MERGED", Optional.of("c-other"), "one birth certificate", false));
    console.identity.ledger.add(
        decided("d-2", "ADOPTION_WALL", Optional.empty(), "told by the adoption service", true));
  }

  private static LedgerLine decided(
      String id, String kind, Optional<String> other, String reason, boolean walled) {
    return new LedgerLine(
        id,
        kind,
        "c-rowan",
        other,
        other.isPresent() ? 2 : 0,
        "p-identity-steward",
        Optional.of(Samples.sealed(reason)),
        Samples.NOW.minus(Duration.ofHours(3)),
        Optional.empty(),
        false,
        walled);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static Question question(String id, boolean walled) {
    return new Question(
        id,
        true,
        "POTENTIAL",
        Optional.empty(),
        Optional.of(Samples.sealed("{\"givenNames\":\"Rowen\",\"familyName\":\"Applecrumb\"}")),
        3,
        Samples.NOW.minus(Duration.ofHours(30)),
        Samples.NOW.minus(Duration.ofHours(1)),
        List.of(
            new Question.Candidate(
                "c-rowan",
                320,
                List.of(
                    new Question.Line(
                        "givenNames", Optional.of(true), "a typing slip apart", Optional.of(418)),
                    new Question.Line(
                        "familyName", Optional.of(true), "the same", Optional.of(537)),
                    new Question.Line("dateOfBirth", Optional.empty(), "", Optional.empty()),
                    new Question.Line(
                        "postcode", Optional.of(false), "different", Optional.of(-310))))),
        walled);
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

  @Test
  void theQueueTellsTheAgeOfAQuestionAndNobodysName() throws Exception {
    String page = console.signedIn(STEWARD).get("/identity").body();
    assertThat(page)
        .contains("Somebody who is held may be meant", "Level 3", "overdue, was due")
        .contains("one birth certificate", "Piers Fairlamb", "Take back")
        .doesNotContain("Applecrumb", "Rowan");
  }

  @Test
  void bothRecordsStandSideBySideWithTheWeightOfEachField() throws Exception {
    String page = console.signedIn(STEWARD).get("/identity/questions/q-1").body();
    assertThat(page)
        .contains("Rowen", "Rowan", "a typing slip apart", "+4.2 for", "+5.4 for")
        .contains("2015-03-14", "one of them says nothing", "\u22123.1 against")
        .contains("All together +3.2 for: about 9 times likelier to be one child.")
        .contains("It is record 1, c-rowan", "It is none of these", "A child of its own");
  }

  @Test
  void anAnswerNeedsADecisionAndAReasonAndIsTakenOnce() throws Exception {
    Browser browser = console.signedIn(STEWARD);
    HttpResponse<String> page = browser.get("/identity/questions/q-1");
    HttpResponse<String> faulty =
        browser.post("/identity/questions/q-1/answer", form(page, "reason", ""));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body()).contains("Choose who it is", "Say why");
    Map<String, String> sound = form(page, "decision", "same:c-rowan", "reason", "school rang");
    assertThat(browser.post("/identity/questions/q-1/answer", sound).statusCode()).isEqualTo(303);
    browser.post("/identity/questions/q-1/answer", sound);
    assertThat(console.identity.rulings)
        .singleElement()
        .satisfies(
            ruling -> {
              assertThat(ruling.taskId()).isEqualTo("q-1");
              assertThat(ruling.what()).isEqualTo(new Ruling.What.Same("c-rowan"));
              assertThat(ruling.personId()).isEqualTo("p-identity-steward");
            });
  }

  @Test
  void nobodyMayNameAChildThatIsNotAskedAbout() throws Exception {
    Browser browser = console.signedIn(STEWARD);
    HttpResponse<String> page = browser.get("/identity/questions/q-1");
    assertThat(
            browser
                .post(
                    "/identity/questions/q-1/answer",
                    form(page, "decision", "same:c-elsewhere", "reason", "because"))
                .statusCode())
        .isEqualTo(422);
    assertThat(console.identity.rulings).isEmpty();
  }

  @Test
  void aDecisionIsTakenBackWithAReason() throws Exception {
    Browser browser = console.signedIn(STEWARD);
    HttpResponse<String> page = browser.get("/identity/decisions/d-1");
    assertThat(page.body()).contains("Two children are one", "one birth certificate");
    assertThat(browser.post("/identity/decisions/d-1/undo", form(page, "reason", " ")).statusCode())
        .isEqualTo(422);
    browser.post("/identity/decisions/d-1/undo", form(page, "reason", "two certificates"));
    assertThat(console.identity.rulings.getFirst().what()).isEqualTo(new Ruling.What.Undo("d-1"));
  }

  @Test
  void twoChildrenAreComparedByTheirReferences() throws Exception {
    Browser browser = console.signedIn(STEWARD);
    HttpResponse<String> page = browser.get("/identity");
    assertThat(
            browser
                .post(
                    "/identity/compare",
                    form(page, "one", "Rowan", "other", "c-2", "reason", "twice"))
                .body())
        .contains("Give the reference of a child");
    browser.post(
        "/identity/compare", form(page, "one", "c-1", "other", "c-2", "reason", "one school"));
    assertThat(console.identity.rulings.getFirst().what())
        .isEqualTo(new Ruling.What.Compare("c-1", "c-2"));
  }

  @Test
  void protectedIdentitiesAreForTwoNamedPeople() throws Exception {
    assertThat(console.signedIn(STEWARD).get("/identity/questions/q-2").statusCode())
        .isEqualTo(200);
    Browser deputy = console.signedIn(DEPUTY);
    assertThat(deputy.get("/identity").body()).doesNotContain("q-2").contains("q-1");
    assertThat(deputy.get("/identity/questions/q-2").statusCode()).isEqualTo(403);
    assertThat(console.alerts.audited()).contains("p-mash-deputy REFUSED identity-question q-2");
  }

  @Test
  void whatWasDecidedAboutThemIsForTheSamePeople() throws Exception {
    Browser steward = console.signedIn(STEWARD);
    assertThat(steward.get("/identity").body()).contains("told by the adoption service");
    assertThat(steward.get("/identity/decisions/d-2").statusCode()).isEqualTo(200);
    Browser deputy = console.signedIn(DEPUTY);
    HttpResponse<String> list = deputy.get("/identity");
    assertThat(withoutRandomIds(list)).contains("d-1").doesNotContain("d-2", "adoption");
    assertThat(deputy.get("/identity/decisions/d-2").statusCode()).isEqualTo(403);
    assertThat(deputy.post("/identity/decisions/d-2/undo", form(list, "reason", "no")).statusCode())
        .isEqualTo(403);
    assertThat(
            deputy
                .post(
                    "/identity/adoptions",
                    form(list, "adopted", "c-rowan", "wallReason", "seen the order"))
                .statusCode())
        .isEqualTo(403);
    assertThat(console.identity.rulings).isEmpty();
  }

  // A form bears a random id, and any short one may turn up in it by chance.
  private static String withoutRandomIds(HttpResponse<String> page) {
    return page.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
  }

  @Test
  void aWallAroundAnAdoptionIsPutUpWithAReason() throws Exception {
    Browser steward = console.signedIn(STEWARD);
    HttpResponse<String> page = steward.get("/identity");
    assertThat(
            steward
                .post("/identity/adoptions", form(page, "adopted", "Willow", "wallReason", " "))
                .body())
        .contains("Give the reference of a child", "Say why");
    steward.post(
        "/identity/adoptions", form(page, "adopted", "c-rowan", "wallReason", "seen the order"));
    assertThat(console.identity.rulings.getFirst().what())
        .isEqualTo(new Ruling.What.AdoptionWall("c-rowan"));
  }

  @Test
  void nobodyElseOpensThesePages() throws Exception {
    Browser lead = console.signedIn("tobias.greenacre");
    assertThat(lead.get("/identity").statusCode()).isEqualTo(403);
    assertThat(lead.get("/identity/questions/q-1").statusCode()).isEqualTo(403);
    assertThat(lead.get("/identity/decisions/d-1").statusCode()).isEqualTo(403);
    assertThat(lead.get("/alerts").body()).doesNotContain("/identity");
  }
}
