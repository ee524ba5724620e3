package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.command.FirstPasswords;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.Scope;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * An identity steward in a real Chromium, without JavaScript: takes two children for one, and takes
 * that back. The alert that rests on it comes, and goes with its reason; nothing else changes.
 */
final class StewardBrowserIT {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("hub.chromium", "/usr/bin/chromium"));

  /** Deputy of the identity steward, of the MASH manager and of the out-of-hours team. */
  private static final String STEWARD = "corwin.ashgrove";

  /** One of the two stewards of protected identities. */
  private static final String OF_PROTECTED = "piers.fairlamb";

  private static TemporaryHub temporary;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
    temporary = TemporaryHub.live();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-background-networking", "--disable-sync")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
    if (temporary != null) {
      temporary.close();
    }
  }

  @Test
  void twoChildrenAreMergedAndSplitAgain() throws Exception {
    post("fablewick-nhs", "HV-PHY-01", "Rue", "Larkspindle", "2026-09-20");
    post("quillmarsh-academy", "EDU-MH-01", "Isolde", "Fenwright", "2011-05-03");
    post("fablewick-nhs", "ED-MH-01", "Barnaby", "Thornapple", "2012-10-19");
    Map<String, String> children = children(List.of("HV-PHY-01", "EDU-MH-01", "ED-MH-01"));
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(1000, 900))) {
      Page page = context.newPage();
      signIn(page, STEWARD);
      until(page, "/alerts", "main a[href^='/alerts/a-']", 1);
      Map<String, Long> before = alerts(page);

      compare(
          page,
          Objects.requireNonNull(children.get("EDU-MH-01")),
          Objects.requireNonNull(children.get("ED-MH-01")));
      assertThat(page.content()).contains("Isolde", "Barnaby", "against");
      answer(page, "input[type=radio][value^='same:']", "One birth certificate, seen today.");
      until(page, "/alerts", "main a[href^='/alerts/a-']", 2);
      Map<String, Long> merged = alerts(page);
      assertThat(merged).containsAllEntriesOf(before).hasSize(before.size() + 1);

      until(page, "/identity", "main a[href^='/identity/decisions/']", 1);
      page.locator("main a[href^='/identity/decisions/']").first().click();
      page.locator("textarea").fill("The certificate was a brother's.");
      page.locator("main form button").first().click();
      until(page, "/alerts?show=ended", "main a[href^='/alerts/a-']", 1);
      page.locator("main a[href^='/alerts/a-']").first().click();
      assertThat(page.locator("main").first()).containsText("turned out to be about somebody else");
      page.navigate(url("/alerts"));
      assertThat(alerts(page)).isEqualTo(before);
      page.navigate(url("/identity"));
      assertThat(page.locator("main").first()).containsText("Taken back");
    }
  }

  @Test
  void thePagesAreAccessible() throws Exception {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1000, 900))) {
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      signIn(page, STEWARD);
      post("fablewick-nhs", "HV-NEG-01", "Tansy", "Moorhen", "");
      until(page, "/identity", "main a[href^='/identity/questions/']", 1);
      accessible(page);
      page.locator("main a[href^='/identity/questions/']").first().click();
      assertThat(page.locator("h1")).isVisible();
      accessible(page);
      page.locator("main form button").first().click();
      assertThat(page.locator(".govuk-error-summary")).isVisible();
      accessible(page);
      page.setViewportSize(320, 700);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
      assertThat(page.url()).doesNotContain("Tansy", "Moorhen");
      // A form with faults is answered with 422, which browsers tell their console.
      assertThat(complaints).allSatisfy(text -> assertThat(text).contains("422"));
    }
  }

  @Test
  void anAdoptedChildsOldNameIsSeenByTheStewardsOfProtectedIdentitiesOnly() throws Exception {
    post("quillmarsh-academy", "EDU-EMO-01", "Willow", "Moonfield", "2016-09-09");
    String willow = Objects.requireNonNull(children(List.of("EDU-EMO-01")).get("EDU-EMO-01"));
    try (BrowserContext named = browser.newContext();
        BrowserContext other = browser.newContext()) {
      Page page = named.newPage();
      signIn(page, OF_PROTECTED);
      page.navigate(url("/identity"));
      page.fill("#adopted", willow);
      page.fill("#wallReason", "Told by the adoption service.");
      accessible(page);
      page.locator("form[action='/identity/adoptions'] button").click();
      until(page, "/identity", "main td:has-text('A wall around an adoption')", 1);

      post("fablewick-police", "POL-PPN-01", "Willow", "Crake", "2016-09-09");
      String question = "main .hub-alert:has-text('Protected identity') a";
      until(page, "/identity", question, 1);
      page.locator(question).first().click();
      assertThat(page.locator("main").first()).containsText("Crake");
      Page elsewhere = other.newPage();
      signIn(elsewhere, STEWARD);
      elsewhere.navigate(url("/identity"));
      assertThat(elsewhere.locator("main").first()).not().containsText("adopt");
      assertThat(elsewhere.locator(question)).hasCount(0);
      answer(page, "input[type=radio][value='same:" + willow + "']", "An old list of the family.");
      until(page, "/identity", "main td:has-text('An old list of the family.')", 1);
      elsewhere.reload();
      assertThat(elsewhere.locator("main").first()).not().containsText(willow);
    }
  }

  private static void compare(Page page, String one, String other) {
    page.navigate(url("/identity"));
    page.fill("#one", one);
    page.fill("#other", other);
    page.fill("#reason", "The school rang.");
    page.locator("form[action='/identity/compare'] button").click();
    until(page, "/identity", "main a[href^='/identity/questions/p-']", 1);
    page.locator("main a[href^='/identity/questions/p-']").first().click();
  }

  private static void answer(Page page, String choice, String reason) {
    page.locator(choice).first().check();
    page.fill("#reason", reason);
    page.locator("form[action$='/answer'] button").click();
  }

  private static void until(Page page, String path, String selector, int count) {
    page.navigate(url(path));
    page.waitForCondition(
        () -> {
          page.reload();
          return page.locator(selector).count() >= count;
        });
  }

  private static void accessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations().stream().map(Rule::getId).toList())
        .isEmpty();
  }

  /** Versions of the alerts that are open, by their ids. */
  private static Map<String, Long> alerts(Page page) throws Exception {
    JsonNode json = new ObjectMapper().readTree(page.request().get(url("/alerts.json")).text());
    Map<String, Long> versions = new HashMap<>();
    for (JsonNode alert : json) {
      if (alert.path("state").asText().equals("OPEN")) {
        versions.put(alert.path("id").asText(), alert.path("version").asLong());
      }
    }
    return versions;
  }

  private static void signIn(Page page, String user) throws Exception {
    page.navigate(url("/"));
    page.fill("#user", user);
    page.fill("#password", FirstPasswords.of(temporary.hub(), user));
    page.click("main button[type=submit]");
    assertThat(page.locator("h1")).hasText("My alerts");
  }

  private static String url(String path) {
    return temporary.hub().consoleUrl().resolve(path).toString();
  }

  private static void post(String feed, String type, String given, String family, String born) {
    Instant when = Instant.now().minusSeconds(300).truncatedTo(ChronoUnit.SECONDS);
    String birth = born.isEmpty() ? "" : ",\"dateOfBirth\":\"" + born + "\"";
    String person = born.isEmpty() ? "" : "\"personRef\":\"" + given + "-ref\",";
    String body =
        """
        {"type":"%s","sourceRecordId":"%s-1","occurredAt":"%s","legalGateway":"CA2004-S16LA",
         "attributes":{%s},"narrative":"As told",
         "subjects":[{"role":"HARMED",%s"claims":{"givenNames":"%s","familyName":"%s"%s}}]}
        """
            .formatted(
                type,
                given,
                when,
                type.equals("HV-PHY-01") ? "\"nonMobile\":true" : "",
                person,
                given,
                family,
                birth);
    assertThat(
            new AgencyHttp(temporary.hub().apiUrl(), temporary.hub().token(feed))
                .post(body)
                .statusCode())
        .isBetween(200, 202);
  }

  /** The child to whom an event of each type went. */
  private static Map<String, String> children(List<String> types) {
    KafkaSettings kafka = temporary.hub().kafka(Principals.ANALYST);
    Map<String, String> children = new HashMap<>();
    List<TopicPartition> all =
        IntStream.range(0, Topics.SUBJECT_EVENTS.partitions())
            .mapToObj(part -> new TopicPartition(Topics.SUBJECT_EVENTS.name(), part))
            .toList();
    try (KafkaConsumer<String, SubjectEventRecord> consumer =
        new KafkaConsumer<>(
            kafka.reader("steward-browser"),
            new StringDeserializer(),
            AvroSerdes.of(kafka.registry()).deserializer(SubjectEventRecord.class))) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Instant patience = Instant.now().plusSeconds(60);
      while (!children.keySet().containsAll(types) && Instant.now().isBefore(patience)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  SubjectEventRecord log = record.value();
                  if (log != null
                      && log.getSubject().getScope() == Scope.CHILD
                      && log.getBody() instanceof AttributedEventRecord event
                      && event.getIdentityConfirmed()) {
                    children.put(event.getType(), log.getSubject().getRef());
                  }
                });
      }
    }
    assertThat(children.keySet()).containsAll(types);
    return children;
  }
}
