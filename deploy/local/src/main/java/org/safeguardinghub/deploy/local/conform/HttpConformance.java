package org.safeguardinghub.deploy.local.conform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguardinghub.connectors.intake.receipt.Answered;

/**
 * Asks an HTTP connector all that its senders rely on: that what is sound is taken once and can be
 * asked for, that what is not is refused with step and reason without being repeated, and that the
 * rest goes on. It sends concerns about invented children, each with an id of this run.
 */
public final class HttpConformance implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";

  /** Stands in every message and must stand in no answer. */
  private static final String MARKER = "Quibblewort";

  private static final List<String> ANSWERS =
      Arrays.stream(Answered.Answer.values()).map(Answered.Answer::words).toList();

  private static final int TOO_MANY = 1_000_000;

  private final Exchange connector;
  private final String type;
  private final String run;
  private final List<Verdict> verdicts = new ArrayList<>();

  /**
   * @param connector its address, without a path
   * @param token with which its sender signs in
   * @param type an event type that this sender may send
   * @param run makes the ids of this run its own
   */
  public HttpConformance(URI connector, String token, String type, String run) {
    this.connector = new Exchange(connector, token);
    this.type = type;
    this.run = run;
  }

  /** A message that must be refused. */
  private record Bad(String name, String body, int status, String step) {}

  /**
   * Every case, in order.
   *
   * @throws Unreachable if nothing answers
   */
  public List<Verdict> verdicts() {
    sound();
    bad().forEach(this::refused);
    tokens();
    batch();
    taken("the rest goes on", connector.post(message("rest")));
    return List.copyOf(verdicts);
  }

  private void sound() {
    HttpResponse<String> first = connector.post(message("sound"));
    taken("a sound concern is taken", first);
    String receipt = json(first).path("receiptId").asText();
    check(
        "its receipt can be asked for",
        "200 with a status",
        connector.get("/v1/receipts/" + receipt),
        answer -> answer.statusCode() == 200 && !json(answer).path("status").asText().isEmpty());
    check(
        "its receipt tells what was decided in the words that there are, or not at all",
        "no answer, or one of " + ANSWERS,
        connector.get("/v1/receipts/" + receipt),
        answer -> answer.statusCode() == 200 && knownAnswer(json(answer).path("answer")));
    check(
        "a receipt that nobody has is not found",
        "404",
        connector.get("/v1/receipts/r-" + run),
        answer -> answer.statusCode() == 404);
    check(
        "the same again is the first receipt",
        "200 with the same receipt",
        connector.post(message("sound")),
        answer ->
            answer.statusCode() == 200 && json(answer).path("receiptId").asText().equals(receipt));
    check(
        "another content under the same id is a conflict",
        "409 DUPLICATE",
        connector.post(message("sound").replace("Ambrose", "Ambrosia")),
        answer -> problem(answer, 409, "DUPLICATE"));
    String keyed = message("keyed").replaceFirst("\"sourceRecordId\":\"[^\"]*\",", "");
    Map<String, String> key = Map.of("Idempotency-Key", "\"" + run + "\"");
    taken("an idempotency key stands for an id", connector.post(keyed, key));
    check(
        "the same key again is the same concern",
        "200",
        connector.post(keyed, key),
        answer -> answer.statusCode() == 200);
  }

  private List<Bad> bad() {
    String good = message("bad");
    return List.of(
        new Bad("malformed JSON", "{\"type\": \"" + MARKER, 400, "SHAPE"),
        new Bad("not an object", "[1,2]", 422, "SHAPE"),
        new Bad("a key twice", "{\"type\": \"a\", \"type\": \"b\"}", 400, "SHAPE"),
        new Bad("unknown type", good.replace(type, "HV-XXX-99"), 422, "CATALOGUE"),
        new Bad("another agency's type", good.replace(type, foreign()), 422, "CATALOGUE"),
        new Bad(
            "unknown attribute",
            good.replace("\"subjects\"", "\"attributes\":{\"" + MARKER + "\":1},\"subjects\""),
            422,
            "CATALOGUE"),
        new Bad("impossible date", good.replace("2026-03-02T10", "2026-02-30T10"), 422, "SHAPE"),
        new Bad("year 2099", good.replace("2026-03-02", "2099-03-02"), 422, "TIME"),
        new Bad(
            "no lawful basis",
            good.replace("\"legalGateway\":\"CA2004-S16LA\",", ""),
            422,
            "LAWFUL_BASIS"),
        new Bad(
            "another agency named",
            good.replace("\"type\"", "\"publishedBy\":\"" + MARKER + "\",\"type\""),
            422,
            "SHAPE"),
        new Bad("deep nesting", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400, "SHAPE"));
  }

  private void refused(Bad bad) {
    check(
        bad.name(),
        bad.status() + " " + bad.step(),
        connector.post(bad.body()),
        answer -> problem(answer, bad.status(), bad.step()));
  }

  private void tokens() {
    check(
        "more than a concern can be",
        "413",
        connector.post("{\"narrative\":\"" + "x".repeat(TOO_MANY) + "\"}"),
        answer -> answer.statusCode() == 413);
    for (Optional<String> other : List.of(Optional.of("not-a-token"), Optional.<String>empty())) {
      check(
          other.isPresent() ? "a wrong token" : "no token",
          "401 that asks to sign in",
          connector.as(other, message("token")),
          answer ->
              answer.statusCode() == 401
                  && answer.headers().firstValue("WWW-Authenticate").isPresent());
    }
    check(
        "another form than JSON",
        "415",
        connector.post("x", Map.of("Content-Type", "text/plain")),
        answer -> answer.statusCode() == 415);
  }

  private void batch() {
    String lines = line("b1") + "\n{broken\n" + line("b2") + "\n";
    check(
        "a batch answers each line and goes on after a bad one",
        "200 with accepted, refused, accepted",
        connector.batch(lines),
        answer ->
            answer.statusCode() == 200 && outcomes(answer).equals("accepted refused accepted"));
  }

  private static String outcomes(HttpResponse<String> answer) {
    return String.join(
        " ",
        answer.body().lines().map(line -> read(line).path("outcome").asText("nothing")).toList());
  }

  private void taken(String name, HttpResponse<String> given) {
    check(
        name,
        "201 or 202 with a receipt",
        given,
        answer ->
            (answer.statusCode() == 201 || answer.statusCode() == 202)
                && !json(answer).path("receiptId").asText().isEmpty());
  }

  private void check(
      String name,
      String wanted,
      HttpResponse<String> answer,
      Function<HttpResponse<String>, Boolean> holds) {
    Optional<String> fault;
    if (answer.body().contains(MARKER)) {
      fault = Optional.of(answer.statusCode() + ", and it repeats what was sent");
    } else {
      fault = holds.apply(answer) ? Optional.empty() : Optional.of(says(answer));
    }
    verdicts.add(new Verdict(name, wanted, fault));
  }

  private static String says(HttpResponse<String> answer) {
    JsonNode told = json(answer);
    return "%d %s %s"
        .formatted(
            answer.statusCode(),
            code(told.path("step").asText()),
            code(told.path("reasonCode").asText()))
        .strip();
  }

  /** Whatever else a connector says may be anything. */
  private static String code(String text) {
    return text.matches("[A-Z][A-Z_]{0,40}") ? text : "";
  }

  private static boolean problem(HttpResponse<String> answer, int status, String step) {
    JsonNode told = json(answer);
    return answer.statusCode() == status
        && answer.headers().firstValue("Content-Type").orElse("").startsWith(PROBLEM)
        && told.path("step").asText().equals(step)
        && !told.path("reasonCode").asText().isEmpty();
  }

  private static boolean knownAnswer(JsonNode answer) {
    return answer.isMissingNode() || answer.isNull() || ANSWERS.contains(answer.asText());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return read(answer.body());
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private String foreign() {
    return type.startsWith("POL-") ? "EDU-NEG-01" : "POL-DA-01";
  }

  private String line(String id) {
    return message(id).replace("\n", " ");
  }

  private String message(String id) {
    return """
        {"type":"%s","occurredAt":"2026-03-02T10:00:00Z","legalGateway":"CA2004-S16LA","sourceRecordId":"conform-%s-%s",
         "subjects":[{"role":"HARMED","personRef":"conform-1","claims":{"givenNames":"Ambrose","familyName":"%s",
         "dateOfBirth":"2024-01-05"}}]}
        """
        .formatted(type, run, id, MARKER);
  }

  @Override
  public void close() {
    connector.close();
  }
}
