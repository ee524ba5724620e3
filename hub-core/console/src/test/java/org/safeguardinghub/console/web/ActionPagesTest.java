package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Whoever is to do something reads what, about whom and by when, and nothing else of the alert. */
final class ActionPagesTest {
  private static final String NURSE_VISIT = "visit";

  private TestConsole console;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
    console.alerts.put(Samples.with(Samples.neglect(), Samples.minutes()));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String body(Browser browser, String path) throws Exception {
    return browser.get(path).body();
  }

  @Test
  void theRoleReadsWhatItIsToDoAndNothingElseOfTheAlert() throws Exception {
    Browser wren = console.signedIn("wren.hollowell");

    assertThat(body(wren, "/alerts"))
        .contains("Agreed: 1 thing that you are to do, 1 overdue")
        .doesNotContain("Nurse visit at home");
    assertThat(body(wren, "/actions"))
        .contains(
            "Nurse visit at home",
            "Bracken Thistledown",
            "Overdue",
            "Marigold Thistleby, MASH manager reads what you say came of it.")
        .doesNotContain("Review meeting", "Letter to the landlord", "strategy discussion")
        .doesNotContain(Samples.neglect().findings().getFirst().title());
    assertThat(wren.get("/alerts/a-neglect").statusCode()).isEqualTo(403);
    assertThat(console.alerts.audited()).contains("p-named-nurse LISTED alert-list actions");
  }

  @Test
  void whoAnswersForTheAlertSaysWhatCameOfItAndReadsWhoWasTold() throws Exception {
    Browser marigold = console.signedIn("marigold.thistleby");

    assertThat(body(marigold, "/alerts/a-neglect/plan"))
        .contains("The hub tells Wren Hollowell.", "The hub can tell nobody of it");
    assertThat(body(marigold, "/actions"))
        .as("what was for them is done")
        .contains("Nothing is agreed that you are to do.");
  }

  @Test
  void nobodyReadsOfWhatIsSealedOrThatTheyAreInConflictWith() throws Exception {
    console.alerts.put(
        Samples.with(Samples.resting(Samples.neglect(), HandlingClass.H4), Samples.minutes()));

    assertThat(body(console.signedIn("wren.hollowell"), "/actions"))
        .contains("Nothing is agreed that you are to do.");
    assertThat(body(console.signedIn("fern.copperfold"), "/actions"))
        .contains("Nothing is agreed that you are to do.");
  }

  @Test
  void theChildrenOfAHouseholdAreNotNamedToWhoeverHasSomethingToDo() throws Exception {
    Alert household =
        Samples.of(
            Samples.with(Samples.neglect(), Samples.minutes()),
            new SubjectRef(Scope.HOUSEHOLD, "hh-1"),
            List.of(Samples.CHILD));
    console.alerts.put(household);
    console.alerts.put(Samples.neglect());

    assertThat(body(console.signedIn("wren.hollowell"), "/actions"))
        .contains("A household: ask for whom it is")
        .doesNotContain("Bracken");
  }

  @Test
  void whoWasToldConfirmsAWithdrawalAndLearnsNothingByIt() throws Exception {
    console.alerts.put(
        Samples.withdrawn(Samples.with(Samples.neglect(), Samples.minutes()), "p-named-nurse"));
    Browser wren = console.signedIn("wren.hollowell");

    assertThat(body(wren, "/alerts")).contains("something that you know of in part");
    assertThat(body(wren, "/alerts/a-neglect/correction"))
        .contains("What you were told no longer stands.")
        .doesNotContain("P03", Samples.neglect().findings().getFirst().title());
    assertThat(body(wren, "/actions")).as("it is to be done all the same").contains("Nurse visit");
  }

  @Test
  void whoIsToDoItSaysWhatCameOfItOnceAndStillReadsNothingElseOfTheAlert() throws Exception {
    Browser wren = console.signedIn("wren.hollowell");
    String path = "/actions/a-neglect/" + NURSE_VISIT;
    HttpResponse<String> page = wren.get(path);
    assertThat(page.body())
        .contains("What came of it: Nurse visit at home", "Bracken Thistledown")
        .doesNotContain("Review meeting", Samples.neglect().findings().getFirst().title());
    Map<String, String> form = new HashMap<>(Map.of("outcome", "", "reason", " "));
    form.put("csrf", Browser.field(page, "csrf"));
    form.put("actionId", Browser.field(page, "actionId"));

    HttpResponse<String> faulty = wren.post(path, form);
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body())
        .contains("Select whether it was done", "Enter what came of it, or why it was not done");

    form.put("outcome", "done");
    form.put("reason", "Seen at home, both parents there");
    assertThat(wren.post(path, form).body()).contains("What came of it is recorded.");
    wren.post(path, form);
    assertThat(console.alerts.sent())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.personId()).isEqualTo("p-named-nurse");
              assertThat(sent.what())
                  .isInstanceOfSatisfying(
                      SentAction.What.Marked.class,
                      marked -> {
                        assertThat(marked.plannedId()).isEqualTo(NURSE_VISIT);
                        assertThat(marked.done()).isTrue();
                      });
            });
    assertThat(console.alerts.audited()).contains("p-named-nurse PLANNED alert a-neglect");
  }

  @Test
  void whatIsForSomebodyElseOrWasMarkedIsNothingToDo() throws Exception {
    Browser fern = console.signedIn("fern.copperfold");
    for (String path :
        List.of("/actions/a-neglect/" + NURSE_VISIT, "/actions/a-neglect/x", "/actions/x/x")) {
      assertThat(fern.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(
            fern.post("/actions/a-neglect/" + NURSE_VISIT, Map.of("outcome", "done")).statusCode())
        .as("a form without its token")
        .isNotEqualTo(200);
    assertThat(console.alerts.sent()).isEmpty();
  }
}
