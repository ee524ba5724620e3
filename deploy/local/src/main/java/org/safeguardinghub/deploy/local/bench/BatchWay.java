package org.safeguardinghub.deploy.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Concerns over HTTP: a batch, then one by itself. One of twenty is of a type that is unknown. */
final class BatchWay implements ConnectorWay {
  private static final int LINES = 150;
  private static final int BAD = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI api;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private int next;

  BatchWay(URI api, String token) {
    this.api = api;
    this.token = token;
  }

  @Override
  public String name() {
    return "HTTP, batches and single";
  }

  @Override
  public String app() {
    return "api";
  }

  @Override
  public String feed() {
    return "fablewick-nhs";
  }

  @Override
  public void round(AnswerBook book) throws InterruptedException {
    int first = next;
    next += LINES + 1;
    List<String> lines =
        IntStream.range(first, first + LINES).mapToObj(number -> "f-" + number).toList();
    Patience.until(book, lines, open -> batch(open, book));
    Patience.until(book, List.of("f-" + (first + LINES)), open -> single(open.getFirst(), book));
  }

  private void batch(List<String> ids, AnswerBook book) throws IOException, InterruptedException {
    String body = ids.stream().map(BatchWay::line).collect(Collectors.joining("\n"));
    HttpResponse<String> answer = post("/v1/concerns/batch", "application/x-ndjson", body);
    if (answer.statusCode() != 200) {
      return;
    }
    for (String text : answer.body().lines().filter(Predicate.not(String::isBlank)).toList()) {
      JsonNode line = JSON.readTree(text);
      if (!line.path("outcome").asText().equals("stopped")) {
        note(book, ids.get(line.path("line").asInt() - 1), line);
      }
    }
  }

  private void single(String id, AnswerBook book) throws IOException, InterruptedException {
    HttpResponse<String> answer = post("/v1/concerns", "application/json", line(id));
    if (answer.statusCode() < 500) {
      note(book, id, JSON.readTree(answer.body()));
    }
  }

  /** A refusal has its reason, whichever way it was asked. */
  private static void note(AnswerBook book, String id, JsonNode answer) {
    book.answered(
        id,
        answer.hasNonNull("reasonCode") ? AnswerBook.Outcome.REFUSED : AnswerBook.Outcome.ACCEPTED,
        Optional.of(answer.path("receiptId").asText()));
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(api.resolve(path))
            .header("Content-Type", type)
            .header("Authorization", "Bearer " + token)
            .timeout(Patience.OF_ONE_ANSWER)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String line(String id) {
    int number = Integer.parseInt(id.substring(2));
    return HttpLoad.line(id, number % BAD == 0 ? "HV-NOT-99" : "HV-NEG-01", number);
  }
}
