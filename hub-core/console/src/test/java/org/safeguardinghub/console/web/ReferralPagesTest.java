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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;

/** A children's home reports by the form, and sees its own form and receipts and nothing else. */
final class ReferralPagesTest {
  private static final String NEW = "/referrals/new";
  private static final Map<String, String> COMPLETE =
      Map.of(
          "type", "HOM-MIS-01",
          "day", "2026-03-23",
          "givenNames", "Teasel",
          "narrative", "Gone since supper",
          "gateway", "CA2004-S16LA");

  private TestConsole console;
  private Browser home;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    console = TestConsole.start(folder);
    Samples.fill(console.alerts);
    home = console.signedIn("wilfred.saltmarsh");
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static Map<String, String> form(HttpResponse<String> page, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf", Browser.field(page, "csrf"));
    form.put("actionId", Browser.field(page, "actionId"));
    return form;
  }

  @ParameterizedTest
  @CsvSource({
    "acted on, they will act on it.",
    "already known, it was known to them already.",
    "not relevant, they do not think that anything has to be done now.",
    "about another child, they think that it is about another child.",
    "more is needed, they need to know more.",
  })
  void whatWasDecidedIsToldInPlainWords(String answer, String said) throws Exception {
    HttpResponse<String> sent = home.post(NEW, form(home.get(NEW), COMPLETE));
    String path = sent.headers().firstValue("location").orElseThrow();
    console.referrals.tell(new IntakeDoor.Fate.Known("processed", "yes", answer));

    assertThat(home.get(path).body())
        .contains(
            "It is processed.", "it led to an alert", "Somebody responsible has read it: " + said);
  }

  @Test
  void wordsThatThePageDoesNotKnowAndWhatIsWithheldAreNotShown() throws Exception {
    HttpResponse<String> sent = home.post(NEW, form(home.get(NEW), COMPLETE));
    String path = sent.headers().firstValue("location").orElseThrow();
    console.referrals.tell(new IntakeDoor.Fate.Known("processed", "yes", "strange words"));
    assertThat(home.get(path).body()).doesNotContain("Somebody responsible", "strange words");
    console.referrals.tell(new IntakeDoor.Fate.Known("processed", "withheld", ""));
    assertThat(home.get(path).body())
        .contains("cannot be told to you")
        .doesNotContain("Somebody responsible");
  }

  private static Map<String, String> changed(Map<String, String> fields, String name, String to) {
    Map<String, String> other = new HashMap<>(fields);
    other.put(name, to);
    return other;
  }

  @Test
  void aCompleteFormIsSentOnceAndItsReceiptTellsWhatBecameOfIt() throws Exception {
    Map<String, String> form = form(home.get(NEW), COMPLETE);

    HttpResponse<String> sent = home.post(NEW, form);
    HttpResponse<String> again = home.post(NEW, form);

    assertThat(sent.statusCode()).isEqualTo(303);
    String path = sent.headers().firstValue("location").orElseThrow();
    assertThat(again.headers().firstValue("location")).contains(path);
    assertThat(console.referrals.messages()).hasSize(1);
    assertThat(home.get(path).body())
        .contains("r-0", "It is processed.", "It has led to no alert so far")
        .doesNotContain("Gone since supper", "Teasel", "Somebody responsible");
    assertThat(home.get("/referrals").body())
        .contains(path, "Home: child missing", "Received")
        .doesNotContain("Teasel");
    assertThat(console.alerts.audited())
        .contains(
            "p-provider-heron REFERRED referral " + path.substring("/referrals/".length()),
            "p-provider-heron OPENED referral " + path.substring("/referrals/".length()));
  }

  @Test
  void whatIsMissingIsSaidFieldByFieldBeforeAnythingIsSent() throws Exception {
    HttpResponse<String> again =
        home.post(NEW, form(home.get(NEW), Map.of("familyName", "Marlpit", "gateway", "")));

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains(
            "href=\"#type\"",
            "href=\"#day\"",
            "href=\"#narrative\"",
            "href=\"#gateway\"",
            "value=\"Marlpit\"")
        .doesNotContain("href=\"#givenNames\"");
    assertThat(console.referrals.messages()).isEmpty();
  }

  @Test
  void whatTheIntakeRefusesIsSaidAtItsFieldAndSentAgainWhenPutRight() throws Exception {
    console.referrals.refuse(
        new IntakeDoor.Refusal(
            "q-1", "TIME", "IN_FUTURE", "/occurredAt", "occurredAt lies in the future"));
    HttpResponse<String> refused =
        home.post(NEW, form(home.get(NEW), changed(COMPLETE, "day", "2027-03-23")));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains(
            "href=\"#day\"",
            "id=\"day-error\"",
            "occurredAt lies in the future",
            "What you wrote is kept",
            "Gone since supper");
    String path = refused.body().replaceFirst("(?s).*action=\"(/referrals/[^\"]*)\".*", "$1");
    assertThat(home.get("/referrals").body()).contains(path, "To be put right");
    assertThat(home.get(path).body()).contains("Gone since supper", "value=\"2027-03-23\"");

    console.referrals.accept();
    assertThat(home.post(path, form(home.get(path), COMPLETE)).statusCode()).isEqualTo(303);
    assertThat(home.get(path).body()).contains("Receipt:", "r-1");
  }

  @Test
  void whileTheIntakeIsAwayTheFormIsKeptAndThePersonIsTold() throws Exception {
    console.referrals.away(true);

    HttpResponse<String> sent = home.post(NEW, form(home.get(NEW), COMPLETE));
    String path = sent.headers().firstValue("location").orElseThrow();

    assertThat(home.get(path).body())
        .contains("Not sent yet", "is sent as soon as it can be", "telephone");
    console.referrals.away(false);
    console.referring.sendWaiting();
    assertThat(home.get(path).body()).contains("Receipt:");
    console.referrals.away(true);
    assertThat(home.get(path).body()).contains("It was recorded and will not be lost");
  }

  @Test
  void aProviderSeesNothingElseAndNoOthersReferral() throws Exception {
    String path =
        home.post(NEW, form(home.get(NEW), COMPLETE))
            .headers()
            .firstValue("location")
            .orElseThrow();

    assertThat(home.get("/").headers().firstValue("location")).contains("/referrals");
    for (String page :
        List.of(
            "/alerts/a-neglect", "/alerts.json", "/alerts/stream", "/directory/mine", "/team")) {
      assertThat(home.get(page).statusCode()).as(page).isEqualTo(403);
    }
    assertThat(home.get("/referrals").body()).doesNotContain("My alerts", "My leave");
    Browser charity = console.signedIn("nell.featherstone");
    assertThat(charity.get(path).statusCode()).isEqualTo(404);
    assertThat(charity.get(NEW).body()).contains("Helpline referral").doesNotContain("Home: ");
    assertThat(console.signedIn("fern.copperfold").get("/referrals").statusCode()).isEqualTo(403);
  }
}
