package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** What leads do with an alert beside answering it, and corrections that are to be confirmed. */
final class StepsPagesTest {
  private TestConsole console;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static Map<String, String> form(HttpResponse<String> page, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf", Browser.field(page, "csrf"));
    form.put("actionId", Browser.field(page, "actionId"));
    if (page.body().contains("name=\"stage\"")) {
      form.put("stage", Browser.field(page, "stage"));
    }
    return form;
  }

  private List<SentAction> sent() {
    return console.alerts.sent().stream()
        .filter(action -> !(action.what() instanceof SentAction.What.Opened))
        .toList();
  }

  @Test
  void aLeadGivesAnAlertToAnotherRoleOnceWithAReason() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-neglect/steps");
    assertThat(page.body()).contains("Emergency duty team").doesNotContain("Put it aside");
    Map<String, String> form =
        form(page, Map.of("step", "reassign", "toRole", "edt", "reason", "Tonight it is theirs"));

    assertThat(browser.post("/alerts/a-neglect/steps", form).body())
        .contains("The alert goes to: Emergency duty team.");
    browser.post("/alerts/a-neglect/steps", form);

    assertThat(sent())
        .singleElement()
        .extracting(SentAction::what)
        .isInstanceOfSatisfying(
            SentAction.What.Reassigned.class,
            given -> {
              assertThat(given.toRole()).isEqualTo("edt");
              assertThat(Samples.open(given.reason())).contains("Tonight it is theirs");
            });
  }

  @Test
  void aFaultyFormComesBackWithWhatWasWritten() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-neglect/steps");

    HttpResponse<String> again =
        browser.post(
            "/alerts/a-neglect/steps",
            form(page, Map.of("step", "reassign", "reason", "Somebody else")));

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("Select the role that is to lead", "Somebody else");
    assertThat(sent()).isEmpty();
  }

  @Test
  void onlyWhoMayOpenTheAlertDoesSomethingWithIt() throws Exception {
    Browser other = console.signedIn("fern.copperfold");
    HttpResponse<String> own = other.get("/alerts");

    assertThat(other.get("/alerts/a-neglect/steps").statusCode()).isEqualTo(403);
    assertThat(
            other
                .post(
                    "/alerts/a-neglect/steps",
                    form(own, Map.of("step", "not-mine", "reason", "no")))
                .statusCode())
        .isEqualTo(403);
    assertThat(
            other
                .post("/alerts/a-neglect/steps", Map.of("step", "not-mine", "reason", "no"))
                .statusCode())
        .isEqualTo(403);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whoDisagreesSaysSoAndReadsItOnTheAlert() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-neglect/steps");

    assertThat(
            browser
                .post(
                    "/alerts/a-neglect/steps",
                    form(page, Map.of("step", "disagree", "reason", "Nobody saw the home")))
                .body())
        .contains("The disagreement is recorded at stage 1");
    SentAction.What.Disagreed said = (SentAction.What.Disagreed) sent().getFirst().what();
    assertThat(said.stage()).isEqualTo(1);
    console.alerts.put(
        Samples.disagreed(
            Samples.neglect(),
            new Alert.Disagreement(
                1,
                Samples.NOW,
                "p-dsl-tumbledown",
                said.reason(),
                Optional.of(
                    new Alert.Settlement(
                        Samples.NOW, "p-mash-manager", Samples.sealed("A visit today"))))));

    assertThat(browser.get("/alerts/a-neglect").body())
        .contains("stage 1 of 4: Nobody saw the home", "Settled.", "A visit today");
  }

  @Test
  void whoWasToldReadsThatItWasWithdrawnAndConfirmsIt() throws Exception {
    console.alerts.put(Samples.withdrawn(Samples.neglect(), "p-dsl-tumbledown"));
    Browser told = console.signedIn("fern.copperfold");
    assertThat(told.get("/alerts").body())
        .contains("what you were told has changed", "/alerts/a-neglect/correction");
    HttpResponse<String> page = told.get("/alerts/a-neglect/correction");
    assertThat(page.body())
        .contains("was withdrawn", "P03 withdrawn: it was an error", "I have read this")
        .doesNotContain("no bedding");
    assertThat(told.get("/alerts/a-neglect").statusCode()).isEqualTo(403);

    told.post("/alerts/a-neglect/correction", form(page, Map.of()));

    assertThat(sent())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.what()).isInstanceOf(SentAction.What.Confirmed.class);
              assertThat(read.personId()).isEqualTo("p-dsl-tumbledown");
            });
  }

  @Test
  void whoWasNotToldFindsNoCorrection() throws Exception {
    console.alerts.put(Samples.withdrawn(Samples.neglect(), "p-dsl-tumbledown"));
    Browser other = console.signedIn("idris.larkspur");

    assertThat(other.get("/alerts/a-neglect/correction").statusCode()).isEqualTo(404);
    assertThat(other.get("/alerts").body()).doesNotContain("has changed");
  }
}
