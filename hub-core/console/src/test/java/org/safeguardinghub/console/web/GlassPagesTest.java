package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.BreakGlass;
import org.safeguardinghub.console.alert.Glass;
import org.safeguardinghub.console.alert.Reader;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

/** Opening an alert that is not one's own, for a while, with a reason that is reviewed. */
final class GlassPagesTest {
  private static final String NURSE = "wren.hollowell";
  private static final String PAGE = "/alerts/a-neglect";
  private static final String FORM = PAGE + "/break-glass";
  private static TestConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
  }

  @AfterAll
  static void stop() {
    console.close();
  }

  private static Map<String, String> form(HttpResponse<String> page, String reason) {
    return Map.of(
        "csrf", Browser.field(page, "csrf"),
        "actionId", Browser.field(page, "actionId"),
        "reason", reason);
  }

  private static Reader reader(String person) {
    return Reader.of(DirectoryFile.shipped(), person);
  }

  @Test
  void withAReasonItOpensForAnHourToReadAndIsReviewedByAnother() throws Exception {
    Browser nurse = console.signedIn(NURSE);
    HttpResponse<String> refused = nurse.get(PAGE);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains(FORM).doesNotContain("Bracken");

    HttpResponse<String> asked = nurse.get(FORM);
    assertThat(asked.body()).contains("MASH manager").doesNotContain("Bracken");
    assertThat(nurse.post(FORM, form(asked, " ")).statusCode()).isEqualTo(422);
    assertThat(nurse.get(PAGE).statusCode()).as("no reason, no page").isEqualTo(403);

    Map<String, String> sent = form(asked, "The child is in our ward <now>");
    assertThat(nurse.post(FORM, sent).statusCode()).isEqualTo(303);
    assertThat(nurse.post(FORM, sent).statusCode()).as("sent twice").isEqualTo(303);
    assertThat(console.glass.told)
        .extracting(SentAction::alertId, SentAction::personId, action -> action.what().word())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a-neglect", "p-named-nurse", "GLASS_BROKEN"));
    assertThat(console.alerts.audited()).contains("p-named-nurse BROKE_GLASS alert a-neglect");

    HttpResponse<String> open = nurse.get(PAGE);
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(open.body())
        .contains("This alert is not in your hands", "opened it without its being theirs")
        .doesNotContain("/answer", "/steps");
    assertThat(nurse.get(PAGE + "/story").statusCode()).isEqualTo(200);
    assertThat(nurse.get(PAGE + "/pack.pdf").statusCode())
        .as("nothing to take along")
        .isEqualTo(403);
    assertThat(nurse.post(PAGE + "/answer", form(asked, "x")).statusCode()).isEqualTo(403);
    assertThat(nurse.post(PAGE + "/steps", form(asked, "x")).statusCode()).isEqualTo(403);

    Glass glass = console.glass.all(9).getFirst();
    assertThat(glass.until()).isEqualTo(Samples.NOW.plus(Duration.ofHours(1)));
    assertThat(console.glass.openTo("p-named-nurse", "a-neglect", glass.until())).isEmpty();
    reviewed(glass);
  }

  private static void reviewed(Glass glass) throws Exception {
    Browser reviewer = console.signedIn("sibyl.underhill");
    HttpResponse<String> queue = reviewer.get("/break-glass");
    assertThat(queue.body())
        .contains("Wren Hollowell", "The child is in our ward &lt;now&gt;", "MASH manager")
        .doesNotContain("Bracken");
    String path = "/break-glass/" + glass.id();
    HttpResponse<String> one = reviewer.get(path);
    String csrf = Browser.field(one, "csrf");
    assertThat(reviewer.post(path, Map.of("csrf", csrf)).body())
        .contains("Select what you found", "Enter the reason");
    Map<String, String> found =
        Map.of("csrf", csrf, "outcome", "JUSTIFIED", "reason", "She was right to look");
    assertThat(reviewer.post(path, found).statusCode()).isEqualTo(303);
    assertThat(reviewer.post(path, found).statusCode()).as("reviewed before").isEqualTo(409);
    assertThat(reviewer.get("/break-glass").body())
        .contains("Nothing waits for a review", "It was justified", "She was right to look");
    assertThat(console.alerts.audited())
        .contains("p-governance REVIEWED break-glass " + glass.id());
    assertThat(reviewer.get(FORM).statusCode()).as("a reviewer opens nothing").isEqualTo(403);
  }

  @Test
  void whatIsSealedStaysClosedAndWhoWorksWithoutChildrenOpensNothing() {
    Alert alert = Samples.neglect();
    Alert adult = Samples.of(alert, new SubjectRef(Scope.ADULT, "adult1"), List.of());
    assertThat(BreakGlass.of(alert, reader("p-named-nurse")))
        .isEqualTo(BreakGlass.Answer.WITH_A_REASON);
    assertThat(BreakGlass.of(alert, reader("p-mash-deputy")))
        .isEqualTo(BreakGlass.Answer.NOT_NEEDED);
    for (String person : List.of("p-administrator", "p-analyst", "p-records-nhs", "p-governance")) {
      assertThat(BreakGlass.of(alert, reader(person)))
          .as(person)
          .isEqualTo(BreakGlass.Answer.CLOSED);
    }
    assertThat(BreakGlass.of(adult, reader("p-named-nurse"))).isEqualTo(BreakGlass.Answer.CLOSED);
    assertThat(BreakGlass.of(adult, reader("p-lado"))).isEqualTo(BreakGlass.Answer.CLOSED);
    for (HandlingClass sealed : List.of(HandlingClass.H4, HandlingClass.H5)) {
      assertThat(BreakGlass.of(Samples.resting(alert, sealed), reader("p-named-nurse")))
          .as(sealed.toString())
          .isEqualTo(BreakGlass.Answer.CLOSED);
    }
  }
}
