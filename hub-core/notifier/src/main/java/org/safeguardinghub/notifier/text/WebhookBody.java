package org.safeguardinghub.notifier.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.delivery.Template;

/**
 * A webhook's body in the form that Standard Webhooks recommends: type, timestamp, data. The same
 * notification always gives the same bytes, so that a repeat can be told from a forgery.
 */
public final class WebhookBody {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WebhookBody() {}

  public static String of(Notification notification, URI console) {
    NoticeText text = NoticeText.of(notification, console);
    ObjectNode body = JSON.createObjectNode();
    body.put("type", type(notification.template()));
    body.put("timestamp", notification.createdAt().toString());
    ObjectNode data = body.putObject("data");
    data.put("notice", text.sentence());
    data.put("signInAt", console.toString());
    text.reference().ifPresent(reference -> data.put("reference", reference));
    notification.dueAt().map(Instant::toString).ifPresent(due -> data.put("dueAt", due));
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }

  private static String type(Template template) {
    return switch (template) {
      case NEW_ALERT -> "alert.new";
      case STRENGTHENED -> "alert.strengthened";
      case OVERDUE_TO_DEPUTY -> "alert.overdue";
      case WITHDRAWN -> "alert.withdrawn";
      case CORRECTED -> "alert.corrected";
      case LOOK_AGAIN -> "alert.look_again";
      case DISAGREEMENT -> "alert.disagreement";
      case REROUTED -> "alert.rerouted";
      case HELD_BY_POLICY -> "policy.held";
      case ACTION_AGREED -> "action.agreed";
      case ACTION_OVERDUE -> "action.overdue";
      case COPY -> "alert.copy";
      case GLASS_BROKEN -> "alert.read_by_another";
    };
  }
}
