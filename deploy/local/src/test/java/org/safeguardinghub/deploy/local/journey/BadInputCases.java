package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.deploy.local.conform.HttpConformance;

/**
 * Bad input against the running HTTP connector: each is answered with step and reason, and the rest
 * goes on.
 */
abstract class BadInputCases {
  private static final String GOOD =
      """
      {"type":"HV-NEG-01","occurredAt":"2026-03-02T10:00:00Z","legalGateway":"CA2004-S16LA","sourceRecordId":"good-%s",
       "subjects":[{"role":"HARMED","personRef":"p-1","claims":{"givenNames":"Ambrose","familyName":"Fennel",
       "dateOfBirth":"2024-01-05","nhsNumber":"9434765918"}}]}
      """;

  @Test
  void everyCaseOfTheKitHolds() {
    try (HttpConformance kit =
        new HttpConformance(
            SharedHubIT.temporary().hub().apiUrl(),
            SharedHubIT.temporary().hub().token("fablewick-nhs"),
            "HV-NEG-01",
            "journey")) {
      assertThat(kit.verdicts()).hasSizeGreaterThan(20).filteredOn(one -> !one.passed()).isEmpty();
    }
  }

  @Test
  void fiftyMegabytesAreTooMuch() {
    HttpResponse<String> answer =
        health().post("{\"narrative\":\"" + "x".repeat(50_000_000) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThatTheRestGoesOn();
  }

  @Test
  void anotherAgencysTokenIsThatAgencyAndSeesNoForeignReceipt() {
    String receipt = receipt(health().post(GOOD.formatted("foreign")));
    AgencyHttp police = SharedHubIT.temporary().agency("fablewick-police");

    assertThat(police.get("/v1/receipts/" + receipt).statusCode()).isEqualTo(404);
    assertThat(health().get("/v1/receipts/" + receipt).statusCode()).isEqualTo(200);
  }

  @Test
  void anInvalidNhsNumberIsKeptNeverRejected() {
    // GOOD carries one with a wrong check digit.
    assertThat(health().post(GOOD.formatted("wrong-nhs")).statusCode()).isBetween(200, 202);
  }

  private static void assertThatTheRestGoesOn() {
    assertThat(health().post(GOOD.formatted("rest")).statusCode()).isBetween(200, 202);
  }

  private static AgencyHttp health() {
    return SharedHubIT.temporary().agency("fablewick-nhs");
  }

  private static String receipt(HttpResponse<String> answer) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper()
          .readTree(answer.body())
          .path("receiptId")
          .asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("no receipt in " + answer.body(), e);
    }
  }
}
