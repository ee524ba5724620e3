package org.safeguardinghub.connectors.intake.feedback;

import java.net.URI;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.webhook.WebhookRule;

/**
 * Where an agency wants to be told. Addresses may hold an agency's own secrets and are printed
 * nowhere.
 *
 * @param feed whose receipts it is told of
 * @param url https, or http to this machine; without user and fragment
 * @param secret {@code whsec_} and base64 of 24 to 64 bytes; one for each receiver
 */
public record Receiver(String feed, Sensitive<URI> url, Sensitive<String> secret) {
  public static final String PREFIX = WebhookRule.PREFIX;

  private static final int LONGEST_URL = 2_000;

  public Receiver {
    fault(url.reveal().toString(), secret.reveal())
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  public static Receiver of(String feed, String url, String secret) {
    fault(url, secret)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return new Receiver(feed, Sensitive.of(URI.create(url)), Sensitive.of(secret));
  }

  /** Why there cannot be such a receiver, if so; says neither address nor secret. */
  public static Optional<String> fault(String url, String secret) {
    return fault(url)
        .or(
            () ->
                strong(secret)
                    ? Optional.empty()
                    : Optional.of(
                        "the secret is not whsec_ and base64 of %d to %d bytes"
                            .formatted(WebhookRule.SHORTEST_SECRET, WebhookRule.LONGEST_SECRET)));
  }

  /** Why nothing can be sent to an address, if so. */
  public static Optional<String> fault(String url) {
    if (url.length() > LONGEST_URL) {
      return Optional.of("the address is longer than %d characters".formatted(LONGEST_URL));
    }
    return WebhookRule.fault(url);
  }

  private static boolean strong(String secret) {
    return secret.startsWith(PREFIX) && WebhookRule.strong(secret.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return "Receiver[" + feed + "]";
  }
}
