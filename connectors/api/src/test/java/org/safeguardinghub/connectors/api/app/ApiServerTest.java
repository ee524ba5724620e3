package org.safeguardinghub.connectors.api.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.connectors.intake.receipt.Answered;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** The real server over HTTP; only store and sender are stand-ins. */
final class ApiServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InMemoryReceipts STORE = new InMemoryReceipts();
  private static final RecordingSender SENDER = new RecordingSender();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static ApiServer server;

  @BeforeAll
  static void start() {
    Intake intake =
        Intake.of(
            "connector-api",
            HubKeys.generate(),
            STORE,
            SENDER,
            Runnable::run,
            InstantSource.fixed(Messages.NOW));
    server = ApiServer.start("127.0.0.1", 0, Senders.all(), intake, STORE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void comeBack() {
    STORE.comeBack();
    SENDER.comeBack();
  }

  @Test
  void concernIsTakenWithReceiptAndLocation() throws Exception {
    HttpResponse<String> answer = post(fresh().toString());
    assertThat(answer.statusCode()).isEqualTo(201);
    String receipt = JSON.readTree(answer.body()).path("receiptId").asText();
    assertThat(answer.headers().firstValue("Location")).hasValue("/v1/receipts/" + receipt);
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("\"status\":\"received\"")
        .contains("\"ledToAlert\":\"no\"");
  }

  @Test
  void repeatIsHarmlessAndOtherContentIsAConflict() throws Exception {
    ObjectNode message = fresh();
    String first = JSON.readTree(post(message.toString()).body()).path("receiptId").asText();
    HttpResponse<String> again = post(message.toString());
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains(first).contains("\"repeat\":true");
    HttpResponse<String> other = post(message.put("narrative", "other").toString());
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body())
        .contains("\"step\":\"DUPLICATE\"")
        .contains("\"reasonCode\":\"ID_REUSED\"");
  }

  @Test
  void idempotencyKeyStandsForAnId() throws Exception {
    ObjectNode message = fresh();
    message.remove("eventId");
    assertThat(post(message.toString()).body()).contains("NO_ID");
    assertThat(keyed(message, "\"k-1\"").statusCode()).isEqualTo(201);
    assertThat(keyed(message, "\"k-1\"").statusCode()).isEqualTo(200);
    assertThat(keyed(message.put("countable", false), "\"k-1\"").statusCode()).isEqualTo(422);
    assertThat(keyed(message, "").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\": \"Quibblewort        | 400 | SHAPE | MALFORMED_JSON",
        "[]                              | 422 | SHAPE | NOT_AN_OBJECT",
        "{\"a\": 1, \"a\": 2}            | 400 | SHAPE | DUPLICATE_KEY",
        "{\"Quibblewort\": 1}            | 422 | SHAPE | MISSING_FIELD"
      })
  void badTextIsAProblemThatRepeatsNothing(String body, int status, String step, String reason)
      throws Exception {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("step").asText() + ' ' + problem.path("reasonCode").asText())
        .isEqualTo(step + ' ' + reason);
    assertThat(problem.path("receiptId").asText()).startsWith("r-");
    assertThat(answer.body()).doesNotContain("Quibblewort");
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    HttpResponse<String> answer = post("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("TOO_DEEP_OR_LONG");
  }

  @Test
  void fiftyMegabytesAreTooLargeWithAndWithoutAStatedLength() throws Exception {
    byte[] large = ("{\"narrative\":\"" + "x".repeat(50_000_000) + "\"}").getBytes(UTF_8);
    HttpRequest.Builder request = request("/v1/concerns", Senders.token(Senders.SCHOOL));
    assertThat(send(request.POST(BodyPublishers.ofByteArray(large))).statusCode()).isEqualTo(413);
    assertThat(send(request.POST(BodyPublishers.ofByteArrays(List.of(large)))).statusCode())
        .isEqualTo(413);
    assertThat(post(fresh().toString()).statusCode()).isEqualTo(201);
  }

  @Test
  void tokenSaysWhoItIs() throws Exception {
    HttpResponse<String> wrong =
        send(request("/v1/concerns", "wrong").POST(BodyPublishers.ofString(fresh().toString())));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    String receipt = JSON.readTree(post(fresh().toString()).body()).path("receiptId").asText();
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.POLICE)).statusCode())
        .isEqualTo(404);
    assertThat(get("/v1/receipts/Quibblewort", Senders.token(Senders.POLICE)).body())
        .doesNotContain("Quibblewort");
  }

  @Test
  void receiptFollowsTheFates() throws Exception {
    String receipt = JSON.readTree(post(fresh().toString()).body()).path("receiptId").asText();
    STORE.keep(List.of(fate(receipt, SubjectFate.Fate.AWAITING_IDENTITY, false)), Map.of());
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("waiting for identity");
    STORE.keep(List.of(fate(receipt, SubjectFate.Fate.NOT_HELD, false)), Map.of());
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("\"status\":\"processed\"");
    STORE.keep(List.of(fate(receipt, SubjectFate.Fate.ATTRIBUTED, true)), Map.of());
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("\"ledToAlert\":\"yes\"")
        .doesNotContain("answer");
    STORE.keep(List.of(answered(receipt, Answered.Answer.NEED_MORE)), Map.of());
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("\"answer\":\"more is needed\"");
    String refused = JSON.readTree(post("{").body()).path("receiptId").asText();
    assertThat(get("/v1/receipts/" + refused, Senders.token(Senders.SCHOOL)).body())
        .contains("\"status\":\"refused\"")
        .contains("\"reasonCode\":\"MALFORMED_JSON\"");
  }

  @Test
  void withoutStoreItIsSaidThatNothingWasRecorded() throws Exception {
    STORE.failAfter(0);
    HttpResponse<String> answer = post(fresh().toString());
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("send the same again").doesNotContain("08006");
    assertThat(send(request("/health", "").GET()).statusCode()).isEqualTo(503);
    assertThat(batch(fresh().toString()).statusCode()).isEqualTo(503);
  }

  @Test
  void withoutBrokerItIsRecordedAndAccepted() throws Exception {
    SENDER.failAfter(0);
    assertThat(post(fresh().toString()).statusCode()).isEqualTo(202);
  }

  @Test
  void batchAnswersEachLineInOrder() throws Exception {
    String good = fresh().toString();
    HttpResponse<String> answer =
        batch(
            good
                + "\n\n{broken\n"
                + good
                + "\r\n"
                + "{\"a\":\""
                + "x".repeat(300_000)
                + "\"}\n"
                + fresh());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(answer.body().lines().map(ApiServerTest::summary))
        .containsExactly(
            "1 accepted ",
            "3 refused MALFORMED_JSON",
            "4 repeat ",
            "5 refused TOO_LARGE",
            "6 accepted ");
  }

  @Test
  void batchEndsAfterTenThousandLinesAndIsNotHeldWhole() throws Exception {
    String lines = "{broken\n".repeat(10_002);
    List<String> answers = batch(lines).body().lines().toList();
    assertThat(answers).hasSize(10_001);
    assertThat(summary(answers.getLast())).isEqualTo("10001 stopped TOO_MANY_LINES");
  }

  @Test
  void storeThatGoesAwayInABatchStopsItWithTheLineToGoOnFrom() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines.append(fresh()).append('\n');
    }
    STORE.failAfter(3);
    List<String> answers = batch(lines.toString()).body().lines().toList();
    assertThat(summary(answers.getLast())).isEqualTo("251 stopped STORE_UNAVAILABLE");
    assertThat(answers).hasSize(251);
  }

  @Test
  void everyOtherErrorIsAProblemToo() throws Exception {
    assertThat(send(request("/health", "").GET()).body()).contains("UP");
    HttpResponse<String> absent = send(request("/Quibblewort", "").GET());
    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(absent.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(absent.body()).doesNotContain("Quibblewort");
    HttpResponse<String> form =
        send(
            request("/v1/concerns", Senders.token(Senders.SCHOOL))
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x")));
    assertThat(form.statusCode()).isEqualTo(415);
    assertThat(send(request("/v1/concerns", Senders.token(Senders.SCHOOL)).DELETE()).statusCode())
        .isEqualTo(405);
  }

  private static ObjectNode fresh() {
    return Messages.concern()
        .put("eventId", UUID.nameUUIDFromBytes(("test" + next++).getBytes(UTF_8)).toString());
  }

  private static int next;

  @Test
  void aReceiptFromH2OnTellsNoAnswer() throws Exception {
    ObjectNode message = fresh();
    message.putObject("handling").put("class", "H2");
    String receipt = JSON.readTree(post(message.toString()).body()).path("receiptId").asText();
    STORE.keep(List.of(answered(receipt, Answered.Answer.ACT)), Map.of());
    assertThat(get("/v1/receipts/" + receipt, Senders.token(Senders.SCHOOL)).body())
        .contains("\"ledToAlert\":\"withheld\"")
        .doesNotContain("answer", "acted on");
  }

  private static SubjectFate answered(String receipt, Answered.Answer answer) {
    return fate(receipt, SubjectFate.Fate.ATTRIBUTED, true)
        .with(
            new SubjectFate(
                receipt,
                0,
                Senders.SCHOOL.name(),
                SubjectFate.Fate.ATTRIBUTED,
                true,
                Messages.NOW,
                Optional.of(new Answered(answer, Messages.NOW))));
  }

  private static SubjectFate fate(String receipt, SubjectFate.Fate fate, boolean led) {
    return new SubjectFate(
        receipt, 0, Senders.SCHOOL.name(), fate, led, Messages.NOW, Optional.empty());
  }

  private static String summary(String line) {
    try {
      JsonNode result = JSON.readTree(line);
      return result.path("line").asInt()
          + " "
          + result.path("outcome").asText()
          + " "
          + result.path("reasonCode").asText();
    } catch (IOException e) {
      throw new AssertionError("not JSON", e);
    }
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send(
        request("/v1/concerns", Senders.token(Senders.SCHOOL)).POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> keyed(ObjectNode message, String key) throws Exception {
    return send(
        request("/v1/concerns", Senders.token(Senders.SCHOOL))
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(message.toString())));
  }

  private static HttpResponse<String> batch(String lines) throws Exception {
    return send(
        request("/v1/concerns/batch", Senders.token(Senders.SCHOOL))
            .setHeader("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines)));
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return send(request(path, token).GET());
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
