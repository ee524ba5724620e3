package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.deploy.local.command.Typed;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.replay.Replay;
import org.safeguardinghub.risk.replay.ReplayReport;

/** A policy version on a real hub, from its publishing to the release of what it found. */
abstract class PolicyLifeCases {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path files;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aPublishedVersionFindsIsHeldAndIsReleased() throws IOException {
    missed("gp-77-1", 20);
    missed("gp-77-2", 5);
    awaitReplay(report -> report.events() >= 2 && report.same());
    assertThat(replay().alerts()).isEmpty();
    Path stricter = stricter(2, "many: {incidents: 2, days: 180}");

    Typed dry = policy("publish", stricter.toString(), "--from", "now", "--dry-run");
    assertThat(dry.out()).contains("partnership-default/2 would be published");
    assertThat(list()).hasSize(1);
    Typed published = policy("publish", stricter.toString(), "--from", "now");
    assertThat(published.code()).as(published.err()).isZero();
    assertThat(policy("publish", stricter.toString()).out())
        .contains("published already, with the same");
    Typed refused =
        policy("publish", stricter(2, "many: {incidents: 2, days: 170}").toString(), "--json");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.out()).contains("REFUSED", "new version number");
    assertThat(list())
        .extracting(
            version -> version.path("version").asInt() + " " + version.path("state").asText())
        .containsExactly("1 past", "2 active");

    JsonNode held = awaitHeld(answer -> answer.path("waiting").asInt() == 1);
    assertThat(held.path("patterns").path(0).path("pattern").asText()).isEqualTo("P06");
    assertThat(replay().alerts()).isEmpty();

    Typed released = policy("release", "--pattern", "P06", "--reason", "The threshold is meant so");
    assertThat(released.out()).contains("1 finding waits for release", "Released");
    awaitHeld(answer -> answer.path("waiting").asInt() == 0);
    awaitReplay(report -> report.alerts().size() == 1 && report.same());
    assertThat(policy("decline", "--all", "--reason", "nothing is left").code()).isEqualTo(1);
  }

  private static void missed(String record, int daysAgo) {
    Instant at = InstantSource.system().instant().minus(Duration.ofDays(daysAgo));
    AgencyHttp health = SharedHubIT.temporary().agency("fablewick-nhs");
    assertThat(
            health
                .post(
                    """
                    {"type":"GP-WNB-01","occurredAt":"%s","legalGateway":"CA2004-S16LA","sourceRecordId":"%s",
                     "subjects":[{"role":"HARMED","personRef":"gp-77","claims":{"givenNames":"Ambrose",
                     "familyName":"Fennel","dateOfBirth":"2021-01-05"}}]}
                    """
                        .formatted(at, record))
                .statusCode())
        .isBetween(200, 202);
  }

  private Path stricter(int version, String many) throws IOException {
    String shipped = PolicyFile.shippedText();
    String text =
        shipped
            .replace("\nversion: 1\n", "\nversion: " + version + "\n")
            .replace("many: {incidents: 3, days: 180}", many);
    assertThat(text).isNotEqualTo(shipped).contains(many);
    return Files.writeString(files.resolve("own-" + many.hashCode() + ".yaml"), text);
  }

  private static Typed policy(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "policy";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--data";
    all[words.length + 2] = SharedHubIT.temporary().folder().toString();
    return Typed.hub(all);
  }

  private static JsonNode list() throws IOException {
    return JSON.readTree(policy("list", "--json").out());
  }

  private static JsonNode awaitHeld(Predicate<JsonNode> wanted) throws IOException {
    Instant end = InstantSource.system().instant().plus(PATIENCE);
    while (true) {
      JsonNode held = JSON.readTree(policy("held", "--json").out());
      if (wanted.test(held)) {
        return held;
      }
      assertThat(InstantSource.system().instant()).as(held.toString()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static void awaitReplay(Predicate<ReplayReport> wanted) {
    Instant end = InstantSource.system().instant().plus(PATIENCE);
    for (ReplayReport report = replay(); !wanted.test(report); report = replay()) {
      assertThat(InstantSource.system().instant()).as(report.text()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  private static ReplayReport replay() {
    HubKeys keys =
        HubKeys.load(SharedHubIT.temporary().hub().data().secrets().resolve("keys.json"));
    return Replay.run(
        SharedHubIT.temporary().hub().kafka(Principals.ANALYST),
        keys,
        null,
        null,
        Optional.empty());
  }
}
