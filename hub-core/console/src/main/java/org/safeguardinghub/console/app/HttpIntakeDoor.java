package org.safeguardinghub.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.kernel.event.Sensitive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The intake behind the HTTP connector, with each provider's own token and no other. */
final class HttpIntakeDoor implements IntakeDoor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpIntakeDoor.class);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Set<Integer> TAKEN = Set.of(200, 201, 202);
  private static final Set<Integer> REFUSED = Set.of(400, 409, 413, 422);

  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final URI base;
  private final Map<String, Sensitive<String>> tokens;

  /**
   * @param base where the HTTP connector serves
   * @param tokens of the providers, by code
   */
  public HttpIntakeDoor(URI base, Map<String, Sensitive<String>> tokens) {
    this.base = base;
    this.tokens = Map.copyOf(tokens);
  }

  @Override
  public Answer send(String agency, byte[] message) {
    return exchange(
            agency,
            request ->
                request
                    .uri(base.resolve("/v1/concerns"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(message)))
        .<Answer>map(response -> answer(response.statusCode(), response.body()))
        .orElseGet(Answer.Away::new);
  }

  private Answer answer(int status, String body) {
    JsonNode said = tree(body);
    if (TAKEN.contains(status) && said.hasNonNull("receiptId")) {
      return new Answer.Received(said.path("receiptId").asText());
    }
    if (REFUSED.contains(status)) {
      return new Answer.Refused(
          new Refusal(
              said.path("receiptId").asText(""),
              said.path("step").asText(""),
              said.path("reasonCode").asText(""),
              said.path("pointer").asText(""),
              said.path("detail").asText("")));
    }
    LOG.atWarn().addKeyValue("status", status).log("the intake did not take a referral");
    return new Answer.Away();
  }

  @Override
  public Fate fate(String agency, String receiptId) {
    return exchange(agency, request -> request.uri(base.resolve("/v1/receipts/" + receiptId)))
        .<Fate>map(response -> fate(response.statusCode(), response.body()))
        .orElseGet(Fate.Away::new);
  }

  private Fate fate(int status, String body) {
    return switch (status) {
      case 200 -> {
        JsonNode said = tree(body);
        yield new Fate.Known(
            said.path("status").asText(),
            said.path("ledToAlert").asText(),
            said.path("answer").asText(""));
      }
      case 404 -> new Fate.Unknown();
      default -> new Fate.Away();
    };
  }

  private interface Asking {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  /** The answer; empty where none came in time. */
  private Optional<HttpResponse<String>> exchange(String agency, Asking asking) {
    @Nullable Sensitive<String> token = tokens.get(agency);
    if (token == null) {
      return Optional.empty();
    }
    HttpRequest request =
        asking
            .of(HttpRequest.newBuilder())
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token.reveal())
            .build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      // Its kind only: a message may repeat what was sent.
      LOG.atWarn()
          .addKeyValue("fault", e.getClass().getSimpleName())
          .log("no answer of the intake");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private JsonNode tree(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      return json.createObjectNode();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
