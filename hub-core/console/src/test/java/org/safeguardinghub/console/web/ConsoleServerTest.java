package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.alert.Decision;
import org.safeguardinghub.console.alert.SentAction;
import org.safeguardinghub.console.signin.SignIn;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.Samples;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;

final class ConsoleServerTest {
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

  private static Map<String, String> answer(
      HttpResponse<String> page, String decision, String reason) {
    Map<String, String> form = new HashMap<>();
    for (String name : List.of("csrf", "actionId", "version")) {
      form.put(name, Browser.field(page, name));
    }
    form.put("decision", decision);
    form.put("reason", reason);
    return form;
  }

  @Test
  void everyPageCarriesAStrictPolicyAndIsKeptNowhere() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    for (String path : List.of("/alerts", "/alerts/a-neglect", "/nothing-here", "/sign-in")) {
      HttpResponse<String> page = browser.get(path);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'none'; script-src 'self'")
          .doesNotContain("unsafe", "http:", "https:", "*");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(page.body()).doesNotContain("<style", " style=", "onclick", "javascript:");
    }
    assertThat(browser.get("/alerts").body()).contains("not an emergency channel", "tel:999");
  }

  @Test
  void withoutASessionThereIsOnlyTheSignInPage() throws Exception {
    Browser browser = new Browser(console.url());
    assertThat(browser.get("/alerts").headers().firstValue("location")).contains("/sign-in");
    assertThat(browser.get("/alerts/a-neglect").headers().firstValue("location"))
        .contains("/sign-in?next=/alerts/a-neglect");
    assertThat(browser.get("/alerts.json").statusCode()).isEqualTo(401);
    assertThat(browser.get("/alerts/stream").statusCode()).isEqualTo(401);
    assertThat(browser.get("/alerts", "Authorization", "Basic bWFyaWdvbGQ6eA==").statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void signingInLeadsToTheAlertThatTheMailNamed() throws Exception {
    Browser browser = new Browser(console.url());
    HttpResponse<String> form = browser.get("/sign-in?next=/alerts/a-neglect");
    HttpResponse<String> in =
        browser.post(
            "/sign-in",
            Map.of(
                "csrf", Browser.field(form, "csrf"),
                "next", Browser.field(form, "next"),
                "user", "marigold.thistleby",
                "password", console.password("marigold.thistleby")));
    assertThat(in.headers().firstValue("location")).contains("/alerts/a-neglect");
    assertThat(browser.cookieHeaders(in))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("hub_session=").contains("HTTPOnly", "SameSite=Lax"));
    assertThat(
            Browser.field(new Browser(console.url()).get("/sign-in?next=//evil.example"), "next"))
        .isEmpty();
  }

  @Test
  void signingInNeedsTheFormOfThisBrowser() throws Exception {
    Browser browser = new Browser(console.url());
    assertThat(
            browser
                .post(
                    "/sign-in",
                    Map.of(
                        "csrf", "",
                        "user", "marigold.thistleby",
                        "password", console.password("marigold.thistleby")))
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void repeatedWrongPasswordsLockTheNameWithAClearPage() throws Exception {
    Browser browser = new Browser(console.url());
    for (int i = 1; i < SignIn.ATTEMPTS; i++) {
      HttpResponse<String> refused = browser.signIn("tobias.greenacre", "wrong");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.body()).contains("Enter the correct user name and password");
    }
    HttpResponse<String> locked = browser.signIn("tobias.greenacre", "wrong");
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(locked.body()).contains("You can try again in 15 minutes");
  }

  @Test
  void aLeadSeesTheirOwnAlertsWithNamesAndTrueCounts() throws Exception {
    HttpResponse<String> page = console.signedIn("marigold.thistleby").get("/alerts");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Bracken Thistledown", "Neglect noticed by several agencies", "due today 16:00")
        .doesNotContain("Teasel", "Attendance is falling");
  }

  @Test
  void whoeverHoldsNothingSeesAnEmptyListAndACloseDoor() throws Exception {
    Browser analyst = console.signedIn("ottoline.pike");
    assertThat(analyst.get("/alerts").body()).contains("Nothing is waiting for you");
    HttpResponse<String> refused = analyst.get("/alerts/a-neglect");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("You cannot open this alert").doesNotContain("Thistledown");
    assertThat(analyst.get("/alerts.json").body()).isEqualTo("[]");
    assertThat(console.alerts.audited()).contains("p-analyst REFUSED alert a-neglect");
  }

  @Test
  void theLeadOfAnotherSchoolCannotAnswerEither() throws Exception {
    Browser fern = console.signedIn("fern.copperfold");
    HttpResponse<String> page = fern.get("/alerts/a-school");
    assertThat(page.statusCode()).isEqualTo(200);
    Browser idris = console.signedIn("idris.larkspur");
    Map<String, String> form = answer(page, "ACT", "mine now");
    form.put("csrf", Browser.field(idris.get("/alerts"), "csrf"));
    assertThat(idris.post("/alerts/a-school/answer", form).statusCode()).isEqualTo(403);
  }

  @Test
  void everyReadOfAnAlertIsRecordedAndTheFirstOpeningIsSaid() throws Exception {
    Browser browser = console.signedIn("rufus.penhallow");
    browser.get("/alerts/a-missing");
    browser.get("/alerts/a-missing");
    assertThat(console.alerts.audited())
        .filteredOn("p-la-missing OPENED alert a-missing"::equals)
        .hasSize(2);
    assertThat(console.alerts.sent())
        .filteredOn(
            sent ->
                sent.what() instanceof SentAction.What.Opened
                    && sent.personId().equals("p-la-missing"))
        .hasSize(1);
  }

  @Test
  void anAnswerIsRecordedOnceHoweverOftenTheFormIsSent() throws Exception {
    console.alerts.put(Samples.copyOf(Samples.neglect(), "a-once"));
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-once");
    Map<String, String> form = answer(page, "ACT", "Visiting today.\r\nWith the school.");

    assertThat(browser.post("/alerts/a-once/answer", form).statusCode()).isEqualTo(303);
    assertThat(browser.post("/alerts/a-once/answer", form).statusCode()).isEqualTo(303);

    assertThat(console.alerts.sent())
        .filteredOn(
            sent ->
                sent.what() instanceof SentAction.What.Acknowledged
                    && sent.alertId().equals("a-once"))
        .singleElement()
        .satisfies(sent -> assertThat(sent.expectedVersion()).isEqualTo(1))
        .extracting(SentAction::what)
        .isInstanceOfSatisfying(
            SentAction.What.Acknowledged.class,
            answer -> {
              assertThat(answer.decision()).isEqualTo(Decision.ACT);
              assertThat(Samples.open(answer.reason()))
                  .contains("Visiting today.\nWith the school.");
            });
    assertThat(browser.get("/alerts/a-once").body())
        .contains("recorded, waiting for confirmation")
        .doesNotContain("Record my answer");
  }

  @Test
  void anAnswerNeedsItsDecisionItsReasonAndThisSessionsForm() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-neglect");

    HttpResponse<String> faulty = browser.post("/alerts/a-neglect/answer", answer(page, "", ""));
    assertThat(faulty.statusCode()).isEqualTo(422);
    assertThat(faulty.body())
        .contains("Select what you have decided", "Enter the reason for your decision");

    Map<String, String> foreign = answer(page, "ACT", "x");
    foreign.put("csrf", "somebody-elses");
    assertThat(browser.post("/alerts/a-neglect/answer", foreign).statusCode()).isEqualTo(403);

    assertThat(
            browser
                .post(
                    "/alerts/a-neglect/answer",
                    answer(page, "ACT", "x"),
                    "Sec-Fetch-Site",
                    "cross-site")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            browser
                .post(
                    "/alerts/a-neglect/answer",
                    answer(page, "ACT", "x"),
                    "Origin",
                    "http://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(console.alerts.sent())
        .noneMatch(
            s ->
                s.what() instanceof SentAction.What.Acknowledged
                    && s.alertId().equals("a-neglect"));
  }

  @Test
  void anAlertThatChangedIsReadAgainAndTheTextIsKept() throws Exception {
    console.alerts.put(Samples.copyOf(Samples.neglect(), "a-moved"));
    Browser browser = console.signedIn("marigold.thistleby");
    HttpResponse<String> page = browser.get("/alerts/a-moved");
    console.alerts.put(Samples.withVersion(Samples.copyOf(Samples.neglect(), "a-moved"), 2));

    HttpResponse<String> again =
        browser.post("/alerts/a-moved/answer", answer(page, "ACT", "A visit is planned"));

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Read again before you answer", "A visit is planned");
    assertThat(Browser.field(again, "version")).isEqualTo("2");
  }

  @Test
  void signingOutEndsTheSession() throws Exception {
    Browser browser = console.signedIn("hester.moorcroft");
    String csrf = Browser.field(browser.get("/alerts"), "csrf");
    assertThat(browser.post("/sign-out", Map.of("csrf", "wrong")).statusCode()).isEqualTo(403);
    assertThat(browser.post("/sign-out", Map.of("csrf", csrf)).statusCode()).isEqualTo(303);
    assertThat(browser.get("/alerts").headers().firstValue("location")).contains("/sign-in");
  }

  @Test
  void programsReadReferencesAndCodesOnly() throws Exception {
    String json = console.signedIn("rufus.penhallow").get("/alerts.json").body();
    assertThat(json)
        .contains(
            "\"id\":\"a-missing\"",
            "\"patterns\":[\"P11\"]",
            "\"severity\":\"S3\"",
            "\"state\":\"OPEN\"",
            "\"dueAt\":\"2026-03-23T16:00:00Z\"")
        .doesNotContain("Teasel", "c-teasel");
  }

  @Test
  void anOpenPageIsToldOfItsOwnReadersChangesOnly() throws Exception {
    Browser browser = console.signedIn("gideon.stonepath");
    HttpResponse<InputStream> stream =
        browser
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(console.url() + "/alerts/stream")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: beat");
      long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (console.signal.listening() == 0 && System.nanoTime() < until) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
      console.signal.changed(List.of(new ChangeSignal.Change(Samples.neglect(), Optional.empty())));
      console.signal.changed(
          List.of(
              new ChangeSignal.Change(
                  Samples.missing(),
                  Optional.of(Samples.owner("police-mash-lead", "p-police-mash")))));
      String line = lines.readLine();
      while (!line.startsWith("event: changed")) {
        line = lines.readLine();
      }
      assertThat(lines.readLine() + line).contains("a-missing").doesNotContain("a-neglect");
    }
  }

  @Test
  void errorPagesSayWhatToDoAndNothingElse() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    assertThat(browser.get("/alerts/no-such-alert").statusCode()).isEqualTo(404);
    assertThat(browser.get("/no-such-page").body()).contains("Page not found");
    HttpResponse<String> wrong = browser.post("/alerts/a-neglect", Map.of());
    assertThat(wrong.statusCode()).isEqualTo(405);
    HttpResponse<String> large =
        browser.post("/alerts/a-neglect/answer", Map.of("reason", "x".repeat(100_000)));
    assertThat(large.statusCode()).isEqualTo(413);
  }

  @Test
  void anAlertAboutAnAdultIsNotThereForAnybodyButTheLado() throws Exception {
    console.alerts.put(
        Samples.of(Samples.neglect(), new SubjectRef(Scope.ADULT, "adult1"), List.of()));
    Browser owner = console.signedIn("marigold.thistleby");
    assertThat(owner.get("/alerts/a-adult1").statusCode()).isEqualTo(404);
    Map<String, String> form = answer(owner.get("/alerts/a-neglect"), "ACT", "seen");
    assertThat(owner.post("/alerts/a-adult1/answer", form).statusCode()).isEqualTo(404);
    assertThat(console.signedIn("juno.silverdale").get("/alerts/a-adult1").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAlertAboutARoleNamesTheRoleAndNothingOfAChild() throws Exception {
    Alert role =
        Samples.of(
            Samples.neglect(), new SubjectRef(Scope.ROLE, "dsl@tumbledown-primary"), List.of());
    console.alerts.put(role);
    String page = console.signedIn("marigold.thistleby").get("/alerts/" + role.id()).body();
    assertThat(page)
        .contains("The role dsl of tumbledown primary", "/directory")
        .doesNotContain("What agencies reported", "What protects", "/story");
  }

  @Test
  void anAlertAboutASilentFeedNamesTheFeedAndNothingOfAChild() throws Exception {
    Alert feed =
        Samples.of(Samples.neglect(), new SubjectRef(Scope.FEED, "fablewick-police"), List.of());
    console.alerts.put(feed);
    String page = console.signedIn("marigold.thistleby").get("/alerts/" + feed.id()).body();
    assertThat(page)
        .contains("The feed fablewick-police", "/feeds")
        .doesNotContain("What agencies reported", "What protects", "/story", "that are silent");
  }

  @Test
  void anAnswerToAnAlertThatIsNotThereIsNotFound() throws Exception {
    Browser browser = console.signedIn("marigold.thistleby");
    Map<String, String> form = answer(browser.get("/alerts/a-neglect"), "ACT", "seen");
    assertThat(browser.post("/alerts/a-nowhere/answer", form).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyAdministratorsSeeTheFeeds() throws Exception {
    assertThat(console.signedIn("marigold.thistleby").get("/feeds").statusCode()).isEqualTo(403);
    assertThat(console.signedIn("merrick.dunstan").get("/feeds").body())
        .contains("Fablewick Police", "today 10:13", "41", "every day")
        .contains("POL-MIS-01 every 14 days, last ")
        .containsOnlyOnce("Silent");
  }

  @Test
  void nothingReservedForGovernmentDomainsIsServed() throws Exception {
    Browser browser = new Browser(console.url());
    HttpResponse<String> page = browser.get("/sign-in");
    String path = page.body().replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
    HttpResponse<String> css = browser.get(path);
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.body())
        .contains(".govuk-button", ".hub-header")
        .doesNotContain("@font-face", "GDS Transport", "url(", "sourceMappingURL");
    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(browser.get("/assets/images/govuk-crest.svg").statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayOpenAnAlertReadsItsStoryAndTakesThePackAndThatIsSeen() throws Exception {
    Browser browser = console.signedIn("corwin.ashgrove");

    assertThat(browser.get("/alerts/a-neglect/story").body())
        .contains("Aunt now collects on Fridays", "Who else is involved")
        .doesNotContain("SECRET-OF-H2");
    HttpResponse<String> pack = browser.get("/alerts/a-neglect/pack.pdf");
    assertThat(pack.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(pack.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(pack.body()).startsWith("%PDF-1");
    assertThat(browser.get("/alerts/a-neglect").body())
        .contains("You read the whole story", "You made a pack for a conference");
  }

  @Test
  void theStoryIsForWhoeverMayOpenTheAlertAndTryingIsSeen() throws Exception {
    Browser browser = console.signedIn("fern.copperfold");

    for (String page : List.of("/story", "/pack.pdf")) {
      HttpResponse<String> refused = browser.get("/alerts/a-neglect" + page);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).doesNotContain("Bracken");
      assertThat(browser.get("/alerts/a-nothing" + page).statusCode()).isEqualTo(404);
    }
    assertThat(console.signedIn("marigold.thistleby").get("/alerts/a-neglect").body())
        .contains("Fern Copperfold tried to open it and was refused");
  }

  @Test
  void whatWaitsBelowAManagerNamesNoChildAndIsForManagersOnly() throws Exception {
    assertThat(console.signedIn("hester.moorcroft").get("/team").body())
        .contains("Rufus Penhallow", "What has waited longest")
        .doesNotContain("Teasel", "Bracken");
    Browser lead = console.signedIn("fern.copperfold");
    assertThat(lead.get("/team").statusCode()).isEqualTo(403);
    assertThat(lead.get("/alerts").body()).doesNotContain("Team alerts");
  }
}
