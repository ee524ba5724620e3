package org.safeguardinghub.deploy.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("malformed JSON", "{\"type\": ", 400, "SHAPE"),
        Arguments.of("not an object", "[1,2]", 422, "SHAPE"),
        Arguments.of("unknown type", GOOD.replace("HV-NEG-01", "HV-XXX-99"), 422, "CATALOGUE"),
        Arguments.of(
            "another agency's type", GOOD.replace("HV-NEG-01", "POL-DA-01"), 422, "CATALOGUE"),
        Arguments.of(
            "unknown attribute",
            GOOD.replace("\"subjects\"", "\"attributes\":{\"colour\":\"red\"},\"subjects\""),
            422,
            "CATALOGUE"),
        Arguments.of(
            "impossible date", GOOD.replace("2026-03-02T10", "2026-02-30T10"), 422, "SHAPE"),
        Arguments.of("year 2099", GOOD.replace("2026-03-02", "2099-03-02"), 422, "TIME"),
        Arguments.of(
            "no lawful basis",
            GOOD.replace("\"legalGateway\":\"CA2004-S16LA\",", ""),
            422,
            "LAWFUL_BASIS"),
        Arguments.of(
            "another agency named",
            GOOD.replace("\"type\"", "\"publishedBy\":\"fablewick-police\",\"type\""),
            422,
            "SHAPE"),
        Arguments.of(
            "deep nesting", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400, "SHAPE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void isAnsweredWithStepAndReason(String what, String body, int status, String step) {
    HttpResponse<String> answer = health().post(body.formatted(what.replace(' ', '-')));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"step\":\"" + step + "\"").contains("\"reasonCode\"");
    assertThatTheRestGoesOn();
  }

  @Test
  void fiftyMegabytesAreTooMuch() {
    HttpResponse<String> answer =
        health().post("{\"narrative\":\"" + "x".repeat(50_000_000) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThatTheRestGoesOn();
  }

  @Test
  void aWrongTokenIsToldToSignIn() {
    HttpResponse<String> answer =
        new AgencyHttp(ConnectorsIT.temporary().hub().apiUrl(), "not-a-token")
            .post(GOOD.formatted("t"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void anotherAgencysTokenIsThatAgencyAndSeesNoForeignReceipt() {
    String receipt = receipt(health().post(GOOD.formatted("foreign")));
    AgencyHttp police =
        new AgencyHttp(
            ConnectorsIT.temporary().hub().apiUrl(),
            ConnectorsIT.temporary().hub().token("fablewick-police"));

    assertThat(police.get("/v1/receipts/" + receipt).statusCode()).isEqualTo(404);
    assertThat(health().get("/v1/receipts/" + receipt).statusCode()).isEqualTo(200);
  }

  @Test
  void anInvalidNhsNumberIsKeptNeverRejected() {
    // GOOD carries one with a wrong check digit.
    assertThat(health().post(GOOD.formatted("wrong-nhs")).statusCode()).isBetween(200, 202);
  }

  @Test
  void theSameAgainIsTheFirstReceiptAndOtherContentIsAConflict() {
    String first = receipt(health().post(GOOD.formatted("again")));
    HttpResponse<String> repeat = health().post(GOOD.formatted("again"));
    HttpResponse<String> changed =
        health().post(GOOD.formatted("again").replace("Ambrose", "Ambrosia"));

    assertThat(repeat.statusCode()).isEqualTo(200);
    assertThat(receipt(repeat)).isEqualTo(first);
    assertThat(changed.statusCode()).isEqualTo(409);
  }

  @Test
  void aBatchAnswersEveryLineAndGoesOnAfterABadOne() {
    HttpResponse<String> answer = health().batch(line("b1") + "\n{broken\n" + line("b2") + "\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().toList()).hasSize(3);
    assertThat(answer.body().lines().toList().get(1)).contains("SHAPE");
  }

  private static void assertThatTheRestGoesOn() {
    assertThat(health().post(GOOD.formatted("rest")).statusCode()).isBetween(200, 202);
  }

  private static String line(String id) {
    return GOOD.formatted(id).replace("\n", " ");
  }

  private static AgencyHttp health() {
    return new AgencyHttp(
        ConnectorsIT.temporary().hub().apiUrl(),
        ConnectorsIT.temporary().hub().token("fablewick-nhs"));
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
