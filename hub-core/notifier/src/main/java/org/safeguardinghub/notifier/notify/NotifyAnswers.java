package org.safeguardinghub.notifier.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.notifier.delivery.Answer;
import uk.gov.service.notify.NotificationClientException;

/**
 * What Notify's answers mean (its API documentation, version 2: error codes, delivery statuses).
 */
final class NotifyAnswers {
  /** Fields of a request that hold the recipient. */
  private static final Set<String> RECIPIENT = Set.of("phone_number", "email_address");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAD_REQUEST = 400;

  private NotifyAnswers() {}

  /**
   * After a failed call. Only a recipient that is none is refused; what people can repair (a wrong
   * key, a template that is missing, a key for the team alone) and what passes (limits, faults of
   * the service) is tried again.
   */
  static Answer failed(NotificationClientException failure) {
    int status = failure.getHttpResult();
    if (status == 0) {
      return new Answer.TryAgain("notify-unreachable");
    }
    String code = "notify-" + status;
    return status == BAD_REQUEST
            && namesTheRecipient(Objects.requireNonNullElse(failure.getMessage(), ""))
        ? new Answer.Refused(code)
        : new Answer.TryAgain(code);
  }

  /** The library puts the answer's body behind a status line of its own. */
  private static boolean namesTheRecipient(String message) {
    int body = message.indexOf('{');
    if (body < 0) {
      return false;
    }
    try {
      for (JsonNode error : JSON.readTree(message.substring(body)).path("errors")) {
        String field = error.path("message").asText().split(" ", 2)[0];
        if (error.path("error").asText().equals("ValidationError") && RECIPIENT.contains(field)) {
          return true;
        }
      }
      return false;
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  /** By the status of what was handed over before; empty: it is to be sent again. */
  static Optional<Answer> ofStatus(String status) {
    return switch (status) {
      case "delivered" -> Optional.of(new Answer.Accepted("notify-delivered"));
      // A text message abroad: the network gives no receipt.
      case "sent" -> Optional.of(new Answer.Accepted("notify-sent"));
      case "permanent-failure" -> Optional.of(new Answer.Refused("notify-permanent-failure"));
      case "temporary-failure", "technical-failure" -> Optional.empty();
      case "created", "sending", "pending" ->
          Optional.of(new Answer.HandedOver("notify-" + status));
      case String _ -> Optional.of(new Answer.HandedOver("notify-other"));
    };
  }
}
