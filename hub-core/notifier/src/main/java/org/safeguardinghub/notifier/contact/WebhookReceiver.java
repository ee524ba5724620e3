package org.safeguardinghub.notifier.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * A receiver of webhooks: address and secret, parsed from {@code {"url":…,"secret":…}}.
 *
 * @param url https, or http to this machine; without user and fragment
 * @param secret base64, 24 to 64 bytes, without the prefix {@code whsec_}; one for each receiver
 */
public record WebhookReceiver(Sensitive<URI> url, Sensitive<String> secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PREFIX = "whsec_";
  // Standard Webhooks' own bounds. The library takes any length, also none.
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  // Names, not look-ups: what a name resolves to may change between the check and the call.
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

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
    try {
      URI url = new URI(text);
      String scheme = url.getScheme();
      String host = url.getHost();
      if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
        return Optional.empty();
      }
      boolean allowed =
          "https".equals(scheme) || ("http".equals(scheme) && THIS_MACHINE.contains(host));
      return allowed ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> secret(String text) {
    String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    try {
      int length = Base64.getDecoder().decode(base64).length;
      return length >= SHORTEST_SECRET && length <= LONGEST_SECRET
          ? Optional.of(base64)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
