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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bundles of missed appointments. One of ten is only booked, and one of ten has no time. */
final class FhirWay implements ConnectorWay {
  private static final int ENTRIES = 20;
  private static final int KINDS = 10;
  private static final String RECEIPT = "receipt ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI fhir;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private int next;

  FhirWay(URI fhir, String token) {
    this.fhir = fhir;
    this.token = token;
  }

  @Override
  public String name() {
    return "FHIR bundles";
  }

  @Override
  public String app() {
    return "health";
  }

  @Override
  public String feed() {
    return "fablewick-nhs";
  }

  @Override
  public void round(AnswerBook book) throws InterruptedException {
    List<String> ids =
        IntStream.range(next, next + ENTRIES).mapToObj(number -> "A-" + number).toList();
    next += ENTRIES;
    Patience.until(book, ids, open -> bundle(open, book));
  }

  private void bundle(List<String> ids, AnswerBook book) throws IOException, InterruptedException {
    String body =
        ids.stream()
            .map(FhirWay::entry)
            .collect(
                Collectors.joining(
                    ",", "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", "]}"));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(fhir.resolve("/fhir"))
                .header("Content-Type", "application/fhir+json")
                .header("Authorization", "Bearer " + token)
                .timeout(Patience.OF_ONE_ANSWER)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode entries = JSON.readTree(answer.body()).path("entry");
    if (answer.statusCode() == 200 && entries.size() == ids.size()) {
      for (int i = 0; i < ids.size(); i++) {
        note(book, ids.get(i), entries.get(i).path("response").path("outcome").path("issue"));
      }
    }
  }

  private static void note(AnswerBook book, String id, JsonNode issues) {
    JsonNode issue = issues.path(0);
    Optional<String> receipt =
        Optional.of(issue.path("diagnostics").asText())
            .filter(text -> text.startsWith(RECEIPT))
            .map(text -> text.substring(RECEIPT.length()));
    book.answered(
        id,
        issue.path("severity").asText().equals("error")
            ? AnswerBook.Outcome.REFUSED
            : receipt.isPresent() ? AnswerBook.Outcome.ACCEPTED : AnswerBook.Outcome.NO_EVENT,
        receipt);
  }

  private static String entry(String id) {
    int kind = Integer.parseInt(id.substring(2)) % KINDS;
    return """
        {"resource":{"resourceType":"Appointment","id":"%s","status":"%s"%s,
        "participant":[{"status":"accepted","actor":{"display":"Tansy Quibblewort",
        "identifier":{"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9990000018"}}}]}}"""
        .formatted(
            id,
            kind == 1 ? "booked" : "noshow",
            kind == 2 ? "" : ",\"start\":\"2026-03-02T09:15:00Z\"");
  }
}
