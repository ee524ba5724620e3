package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Whoever is to do something reads what, about whom and by when, and nothing else of the alert. */
final class ActionPagesTest {
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
            "Tell Marigold Thistleby, MASH manager what came of it.")
        .doesNotContain("Review meeting", "Letter to the landlord", "strategy discussion")
        .doesNotContain("Say what came of it<", Samples.neglect().findings().getFirst().title());
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
}
