package org.safeguardinghub.deploy.local.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** Posts concerns to the HTTP connector as the agencies would, each with its own token. */
final class ConcernClient {
  /** What an agency may send: its feed, its token and the origin families of its types. */
  record Agency(String feed, String token, List<String> families) {}

  /** What the connector answered. */
  sealed interface Posted {
    record Received(String feed, String receiptId, boolean repeat) implements Posted {}

    record Refused(String feed, String step, String reason) implements Posted {}
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAVAILABLE = 503;
  private static final int ATTEMPTS = 40;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI concerns;
  private final Map<String, Agency> agencies;
  private final EventCatalogue catalogue;

  ConcernClient(URI api, Map<String, Agency> agencies, EventCatalogue catalogue) {
    this.concerns = api.resolve("/v1/concerns");
    this.agencies = Map.copyOf(agencies);
    this.catalogue = catalogue;
  }

  /** The feed of an agency that sends such events. */
  String feedFor(String type) {
    String family = senderFamily(type);
    return agencies.values().stream()
        .filter(agency -> agency.families().contains(family))
        .map(Agency::feed)
        .sorted()
        .findFirst()
        .orElseThrow(() -> new StoryFault("no agency of this hub sends " + type));
  }

  /**
   * Who sends a type: relatives and neighbours speak through an agency, whose prefix the type
   * bears.
   */
  private String senderFamily(String type) {
    String prefix = type.substring(0, type.indexOf('-') + 1);
    return catalogue.types().stream()
        .filter(other -> other.code().startsWith(prefix) && other.family() != OriginFamily.PUB)
        .map(other -> other.family().name())
        .findFirst()
        .orElseThrow(() -> new StoryFault("no such event type: " + type));
  }

  /** Posts one concern; a connector that is being restarted is tried again with the same body. */
  Posted post(String feed, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(concerns)
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + Objects.requireNonNull(agencies.get(feed)).token())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String last = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() < UNAVAILABLE) {
          return read(feed, response);
        }
        last = "HTTP " + response.statusCode();
      } catch (IOException e) {
        last = e.getClass().getSimpleName();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoryPlayer.PlayStopped("interrupted while posting");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(
          Duration.ofMillis(250L + 50L * attempt).toNanos());
    }
    throw new StoryPlayer.PlayStopped("the HTTP connector does not answer (" + last + ")");
  }

  private static Posted read(String feed, HttpResponse<String> response) {
    try {
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() / 100 == 2) {
        return new Posted.Received(
            feed, answer.path("receiptId").asText(), response.statusCode() == 200);
      }
      return new Posted.Refused(
          feed,
          answer.path("step").asText(Integer.toString(response.statusCode())),
          answer.path("reasonCode").asText(answer.path("title").asText()));
    } catch (JsonProcessingException e) {
      return new Posted.Refused(
          feed, Integer.toString(response.statusCode()), "an answer that is not JSON");
    }
  }
}
