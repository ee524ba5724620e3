package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.command.Typed;

/** The quarantine desk from the command line, and whether the day adds up. */
abstract class QuarantineCases {
  private static final String FAULTY =
      """
      {"type":"HV-NEG-01","occurredAt":"2099-03-02T10:00:00Z","legalGateway":"CA2004-S16LA","sourceRecordId":"desk-1",
       "narrative":"Quibblewort","subjects":[{"role":"HARMED","personRef":"p-9","claims":{"givenNames":"Sorrel",
       "familyName":"Fennel","dateOfBirth":"2024-01-05"}}]}
      """;

  @Test
  void whatWasRefusedIsPutRightOnceAndItsSenderIsToldAndTheDayAddsUp() {
    AgencyHttp health = SharedHubIT.temporary().agency("fablewick-nhs");
    String refused = json(health.post(FAULTY).body()).path("receiptId").asText();
    Typed listed = quarantine("list", "--agency", "fablewick-nhs");
    assertThat(listed.out())
        .contains(refused, "IN_FUTURE at /occurredAt")
        .doesNotContain("Quibble");
    assertThat(quarantine("list", "--agency", "heron-house").out()).doesNotContain(refused);
    assertThat(quarantine("show", refused).out())
        .contains(">> /occurredAt", "2099-03-02T10:00:00Z", "Quibblewort");

    Typed faulty = quarantine("fix", refused, "--set", "occurredAt=2098-01-01", "--reason", "slip");
    assertThat(faulty.code()).isEqualTo(1);
    assertThat(faulty.out()).contains("IN_FUTURE at /occurredAt: ");
    String second = faulty.out().replaceFirst("(?s).*under a new receipt \\((r-[^)]+)\\).*", "$1");
    assertThat(json(quarantine("show", second, "--json").out()).path("resubmissionOf").asText())
        .isEqualTo(refused);
    assertThat(quarantine("resubmit", second).out()).contains("refused again as before");
    Typed fixed =
        quarantine("fix", second, "--set", "occurredAt=2026-03-02T10:00:00Z", "--reason", "slip");
    assertThat(fixed.out()).as(fixed.err()).contains(second + ": accepted (r-");
    Typed twice = quarantine("resubmit", refused);
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err()).contains("it was sent in again already");

    JsonNode first = json(health.get("/v1/receipts/" + refused).body());
    assertThat(first.path("resubmittedAs").asText()).isEqualTo(second);
    String taken = json(health.get("/v1/receipts/" + second).body()).path("resubmittedAs").asText();
    assertThat(json(health.get("/v1/receipts/" + taken).body()).path("resubmissionOf").asText())
        .isEqualTo(second);
    JsonNode shown = json(quarantine("show", second, "--json").out());
    assertThat(shown.path("fixes").findValuesAsText("outcome")).endsWith("ACCEPTED");
    assertThat(shown.path("fields")).isEmpty();

    Typed day = typed("receipts", "reconcile", "--agency", "fablewick-nhs", "--json");
    assertThat(day.code()).as(day.out()).isZero();
    JsonNode counts = json(day.out()).get(0);
    assertThat(counts.path("resubmitted").asInt()).isPositive();
    assertThat(counts.path("received").asInt())
        .isEqualTo(
            counts.path("accepted").asInt()
                + counts.path("repeated").asInt()
                + counts.path("refused").asInt());
  }

  private static Typed quarantine(String... words) {
    List<String> all = new ArrayList<>(List.of("quarantine"));
    all.addAll(List.of(words));
    return typed(all.toArray(String[]::new));
  }

  private static Typed typed(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--data", SharedHubIT.temporary().folder().toString()));
    return Typed.hub(all.toArray(String[]::new));
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
