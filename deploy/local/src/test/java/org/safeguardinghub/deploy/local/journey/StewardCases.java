package org.safeguardinghub.deploy.local.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
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
import org.junit.jupiter.api.Test;
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
abstract class StewardCases {
  /** Deputy of the identity steward, of the MASH manager and of the out-of-hours team. */
  private static final String STEWARD = "corwin.ashgrove";

  /** One of the two stewards of protected identities. */
  private static final String OF_PROTECTED = "piers.fairlamb";

  /** The alert about the two who were taken for one. */
  private static final String OF_BOTH =
      "main a[href^='/alerts/a-']:is(:has-text('Fenwright'), :has-text('Thornapple'))";

  @Test
  void twoChildrenAreMergedAndSplitAgain() throws Exception {
    post("fablewick-nhs", "HV-PHY-01", "Sorrel", "Bramblecote", "2026-09-20");
    post("quillmarsh-academy", "EDU-MH-01", "Isolde", "Fenwright", "2011-05-03");
    post("fablewick-nhs", "ED-MH-01", "Barnaby", "Thornapple", "2012-10-19");
    Map<String, String> children = children(List.of("HV-PHY-01", "EDU-MH-01", "ED-MH-01"));
    try (BrowserContext context = Chromium.context(false)) {
      Page page = context.newPage();
      Chromium.signIn(page, STEWARD, "My alerts");
      until(page, "/alerts", "main a[href^='/alerts/a-']:has-text('Bramblecote')");
      Map<String, Long> before = alerts(page);

      compare(
          page,
          Objects.requireNonNull(children.get("EDU-MH-01")),
          Objects.requireNonNull(children.get("ED-MH-01")));
      assertThat(page.content()).contains("Isolde", "Barnaby", "against");
      answer(page, "input[type=radio][value^='same:']", "One birth certificate, seen today.");
      until(page, "/alerts", OF_BOTH);
      Map<String, Long> merged = alerts(page);
      assertThat(merged).containsAllEntriesOf(before).hasSize(before.size() + 1);

      until(page, "/identity", "main a[href^='/identity/decisions/']");
      page.locator("main a[href^='/identity/decisions/']").first().click();
      page.locator("textarea").fill("The certificate was a brother's.");
      page.locator("main form button").first().click();
      until(page, "/alerts?show=ended", OF_BOTH);
      page.locator(OF_BOTH).click();
      assertThat(page.locator("main").first()).containsText("turned out to be about somebody else");
      page.navigate(Chromium.url("/alerts"));
      assertThat(alerts(page)).isEqualTo(before);
      page.navigate(Chromium.url("/identity"));
      assertThat(page.locator("main").first()).containsText("Taken back");
    }
  }

  @Test
  void thePagesAreAccessible() throws Exception {
    try (BrowserContext context = Chromium.context(true)) {
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(message -> complaints.add(message.text()));
      Chromium.signIn(page, STEWARD, "My alerts");
      post("fablewick-nhs", "HV-NEG-01", "Tansy", "Moorhen", "");
      until(page, "/identity", "main a[href^='/identity/questions/']");
      Chromium.checkAccessible(page);
      page.locator("main a[href^='/identity/questions/']").first().click();
      assertThat(page.locator("h1")).isVisible();
      Chromium.checkAccessible(page);
      page.locator("main form button").first().click();
      assertThat(page.locator(".govuk-error-summary")).isVisible();
      Chromium.checkAccessible(page);
      Chromium.checkNarrow(page);
      assertThat(page.url()).doesNotContain("Tansy", "Moorhen");
      // A form with faults is answered with 422, which browsers tell their console.
      assertThat(complaints).allSatisfy(text -> assertThat(text).contains("422"));
    }
  }

  @Test
  void anAdoptedChildsOldNameIsSeenByTheStewardsOfProtectedIdentitiesOnly() throws Exception {
    post("quillmarsh-academy", "EDU-EMO-01", "Willow", "Moonfield", "2016-09-09");
    String willow = Objects.requireNonNull(children(List.of("EDU-EMO-01")).get("EDU-EMO-01"));
    try (BrowserContext named = Chromium.context(true);
        BrowserContext other = Chromium.context(true)) {
      Page page = named.newPage();
      Chromium.signIn(page, OF_PROTECTED, "My alerts");
      page.navigate(Chromium.url("/identity"));
      page.fill("#adopted", willow);
      page.fill("#wallReason", "Told by the adoption service.");
      Chromium.checkAccessible(page);
      page.locator("form[action='/identity/adoptions'] button").click();
      until(page, "/identity", "main td:has-text('A wall around an adoption')");

      post("fablewick-police", "POL-PPN-01", "Willow", "Crake", "2016-09-09");
      String question = "main .hub-alert:has-text('Protected identity') a";
      until(page, "/identity", question);
      page.locator(question).first().click();
      assertThat(page.locator("main").first()).containsText("Crake");
      Page elsewhere = other.newPage();
      Chromium.signIn(elsewhere, STEWARD, "My alerts");
      elsewhere.navigate(Chromium.url("/identity"));
      assertThat(elsewhere.locator("main").first()).not().containsText("adopt");
      assertThat(elsewhere.locator(question)).hasCount(0);
      answer(page, "input[type=radio][value='same:" + willow + "']", "An old list of the family.");
      until(page, "/identity", "main td:has-text('An old list of the family.')");
      elsewhere.reload();
      assertThat(elsewhere.locator("main").first()).not().containsText(willow);
    }
  }

  private static void compare(Page page, String one, String other) {
    page.navigate(Chromium.url("/identity"));
    page.fill("#one", one);
    page.fill("#other", other);
    page.fill("#reason", "The school rang.");
    page.locator("form[action='/identity/compare'] button").click();
    until(page, "/identity", "main a[href^='/identity/questions/p-']");
    page.locator("main a[href^='/identity/questions/p-']").first().click();
  }

  private static void answer(Page page, String choice, String reason) {
    page.locator(choice).first().check();
    page.fill("#reason", reason);
    page.locator("form[action$='/answer'] button").click();
  }

  private static void until(Page page, String path, String selector) {
    page.navigate(Chromium.url(path));
    page.waitForCondition(
        () -> {
          page.reload();
          return page.locator(selector).count() > 0;
        });
  }

  /** Versions of the alerts that are open, by their ids. */
  private static Map<String, Long> alerts(Page page) throws Exception {
    JsonNode json =
        new ObjectMapper().readTree(page.request().get(Chromium.url("/alerts.json")).text());
    Map<String, Long> versions = new HashMap<>();
    for (JsonNode alert : json) {
      if (alert.path("state").asText().equals("OPEN")) {
        versions.put(alert.path("id").asText(), alert.path("version").asLong());
      }
    }
    return versions;
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
    assertThat(SharedHubIT.temporary().agency(feed).post(body).statusCode()).isBetween(200, 202);
  }

  /** The child to whom an event of each type went. */
  private static Map<String, String> children(List<String> types) {
    KafkaSettings kafka = SharedHubIT.temporary().hub().kafka(Principals.ANALYST);
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
