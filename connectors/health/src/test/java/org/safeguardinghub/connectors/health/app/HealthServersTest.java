package org.safeguardinghub.connectors.health.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.drop.Door;
import org.safeguardinghub.connectors.health.HealthForms;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** The real HTTP server and the real answers to HL7; only store and sender are stand-ins. */
final class HealthServersTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InMemoryReceipts STORE = new InMemoryReceipts();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final String FLAG =
      """
      {"resourceType": "Flag", "id": "%s", "status": "active",
       "code": {"coding": [{"system": "http://snomed.info/sct", "code": "342191000000101"}]},
       "subject": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}},
       "period": {"start": "2026-01-02"}}
      """;

  private static FhirServer server;
  private static Hl7Desk hl7;

  @BeforeAll
  static void start() {
    Intake intake =
        Intake.of(
            "connector-health",
            HubKeys.generate(),
            STORE,
            new RecordingSender(),
            Runnable::run,
            InstantSource.fixed(Messages.NOW));
    HealthForms forms = HealthForms.of(HealthForms.LEGAL_GATEWAY);
    Desk desk = new Desk(Door.inOneStep(intake::submitTogether));
    server = FhirServer.start("127.0.0.1", 0, Senders.all(), forms.fhir(), desk);
    hl7 = new Hl7Desk(forms.hl7(), desk, InstantSource.fixed(Messages.NOW));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void comeBack() {
    STORE.comeBack();
  }

  @Test
  void aResourceIsTakenWithItsReceiptAndARepeatIsHarmless() throws Exception {
    HttpResponse<String> answer = post(FLAG.formatted("F-1"));
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode issue = JSON.readTree(answer.body()).at("/issue/0");
    assertThat(issue.path("severity").asText()).isEqualTo("information");
    assertThat(issue.path("diagnostics").asText()).startsWith("receipt ");
    HttpResponse<String> again = post(FLAG.formatted("F-1"));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).at("/issue/0/diagnostics"))
        .isEqualTo(issue.path("diagnostics"));
  }

  @Test
  void aBundleIsAnsweredEntryByEntry() throws Exception {
    HttpResponse<String> answer = post(resource("/fhir/was-not-brought.json"));
    JsonNode bundle = JSON.readTree(answer.body());
    assertThat(bundle.path("type").asText()).isEqualTo("transaction-response");
    assertThat(bundle.path("entry").size()).isEqualTo(3);
    assertThat(bundle.at("/entry/0/response/status").asText()).isEqualTo("200");
    assertThat(bundle.at("/entry/1/response/status").asText()).isEqualTo("201");
    assertThat(bundle.at("/entry/2/response/outcome/issue").size()).isEqualTo(2);
    assertThat(answer.body()).doesNotContain("Quibblewort").doesNotContain("9990000018");
  }

  @Test
  void aBatchIsAnsweredAsABatch() throws Exception {
    String batch = resource("/fhir/was-not-brought.json").replace("transaction", "batch");
    assertThat(JSON.readTree(post(batch).body()).path("type").asText()).isEqualTo("batch-response");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"resourceType\": \"Quibblewort\"} | 400 | NOT_FHIR",
        "{\"resourceType\": | 400 | MALFORMED_JSON",
        "{\"resourceType\": \"Patient\", \"multipleBirthInteger\": 1E999999999} | 400 | NUMBER_TOO_LARGE",
        "{\"resourceType\": \"Bundle\", \"type\": \"collection\"} | 200 | EMPTY_BUNDLE"
      })
  void whatCannotBeReadIsAnOutcomeThatRepeatsNothing(String body, int status, String reason)
      throws Exception {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode outcome = JSON.readTree(answer.body());
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/details/coding/0/code").asText()).isEqualTo(reason);
    assertThat(answer.body()).doesNotContain("Quibblewort");
  }

  @Test
  void anEventInTheFutureIsRefusedByTheIntake() throws Exception {
    HttpResponse<String> answer = post(FLAG.formatted("F-2").replace("2026-01-02", "2999-01-02"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("IN_FUTURE").contains("receipt ");
  }

  @Test
  void xmlIsAnsweredInXml() throws Exception {
    HttpResponse<String> answer =
        send(
            "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"p\"/></Patient>",
            "application/fhir+xml",
            Senders.token(Senders.HEALTH));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/fhir+xml");
    assertThat(answer.body()).startsWith("<OperationOutcome");
  }

  @Test
  void onlyAHealthFeedIsHeard() throws Exception {
    for (String token : new String[] {"nobody", Senders.token(Senders.SCHOOL)}) {
      HttpResponse<String> answer = send(FLAG.formatted("F-3"), "application/fhir+json", token);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("OperationOutcome");
    }
  }

  @Test
  void withoutTheStoreNothingIsAccepted() throws Exception {
    STORE.failAfter(0);
    HttpResponse<String> answer = post(FLAG.formatted("F-4"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("transient");
    assertThat(msa(emergency("C-9", "P"))).startsWith("MSA|AR|C-9|nothing was recorded");
  }

  @Test
  void tooMuchIsRefusedWhole() throws Exception {
    assertThat(post(" ".repeat(FhirController.LARGEST + 1)).statusCode()).isEqualTo(413);
  }

  @Test
  void anAttendanceIsAcceptedOnceItIsRecorded() {
    assertThat(msa(emergency("C-1", "P"))).startsWith("MSA|AA|C-1|receipt ");
    assertThat(msa(emergency("C-2", "P")))
        .isEqualTo(msa(emergency("C-1", "P")).replace("C-1", "C-2"));
  }

  @ParameterizedTest
  @CsvSource({
    "ADT^A28, P, '', MSA|AA|C-5|no event: CODE_WITHOUT_EVENT",
    "ADT^A04, T, '', MSA|AR|C-5|NOT_PRODUCTION",
    "ORU^R01, P, '', MSA|AR|C-5|MESSAGE_UNSUPPORTED",
    "ADT^A04, P, BIG-5, MSA|AR|C-5|CHARSET_UNKNOWN",
    "ADT^A04, P, '', MSA|AE|C-5|SUBJECT_UNKNOWN"
  })
  void theAnswerSaysWhetherToMendOrToStop(
      String event, String processing, String charset, String answer) {
    String message =
        "MSH|^~\\&|PAS|FERN|HUB|HUB|20260102||%s|C-5|%s|2.4||||||%s\rPV1|1|E\r"
            .formatted(event, processing, charset);
    assertThat(msa(message)).startsWith(answer);
  }

  @ParameterizedTest
  @CsvSource({"hello", "''", "MSH"})
  void evenWhatIsNoMessageIsAnswered(String text) {
    assertThat(msa(text)).startsWith("MSA|AR||NOT_HL7");
  }

  @Test
  void theAnswerCarriesNothingThatWouldBreakIt() {
    String answer =
        answer("MSH|^~\\&|PA\u0001S|F\u00E4RN|H|H|20260102||ADT^A28|C\u00015|P|2.4\rPID|1\r");
    assertThat(answer).matches("MSH\\|\\^~\\\\&\\|[ -~]*\rMSA\\|AA\\|C-5\\|[ -~]*\r");
  }

  private static String emergency(String controlId, String processing) {
    return ("MSH|^~\\&|PAS|FERN|HUB|HUB|20260102||ADT^A04|%s|%s|2.4\r"
            + "PID|1||9990000018^^^NHS||Quibblewort^Tansy||20160504\rPV1|1|E|||||||||||||||||V-1\r")
        .formatted(controlId, processing);
  }

  private static String answer(String message) {
    return new String(hl7.answer(Senders.HEALTH, message.getBytes(UTF_8)), UTF_8);
  }

  private static String msa(String message) {
    return answer(message).split("\r", -1)[1];
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send(body, "application/fhir+json", Senders.token(Senders.HEALTH));
  }

  private static HttpResponse<String> send(String body, String type, String token)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/fhir"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HealthServersTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
