package org.safeguardinghub.notifier.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.webhook.WebhookRule;

/**
 * A receiver of webhooks: address and secret, parsed from {@code {"url":…,"secret":…}}.
 *
 * @param url https, or http to this machine; without user and fragment
 * @param secret base64, 24 to 64 bytes, without the prefix {@code whsec_}; one for each receiver
 */
public record WebhookReceiver(Sensitive<URI> url, Sensitive<String> secret) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Empty where any part is missing, weak or leads elsewhere than allowed. */
  public static Optional<WebhookReceiver> parse(Sensitive<String> json) {
    try {
      JsonNode fields = JSON.readTree(json.reveal());
      Optional<URI> url = url(fields.path("url").asText(""));
      Optional<String> secret = secret(fields.path("secret").asText(""));
      return url.flatMap(
          u -> secret.map(s -> new WebhookReceiver(Sensitive.of(u), Sensitive.of(s))));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<URI> url(String text) {
    return WebhookRule.fault(text).isEmpty() ? Optional.of(URI.create(text)) : Optional.empty();
  }

  private static Optional<String> secret(String text) {
    String base64 =
        text.startsWith(WebhookRule.PREFIX) ? text.substring(WebhookRule.PREFIX.length()) : text;
    return WebhookRule.strong(base64) ? Optional.of(base64) : Optional.empty();
  }
}
