package org.safeguardinghub.connectors.intake.feedback;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Sensitive;

/**
 * Where an agency wants to be told. Addresses may hold an agency's own secrets and are printed
 * nowhere.
 *
 * @param feed whose receipts it is told of
 * @param url https, or http to this machine; without user and fragment
 * @param secret {@code whsec_} and base64 of 24 to 64 bytes; one for each receiver
 */
public record Receiver(String feed, Sensitive<URI> url, Sensitive<String> secret) {
  public static final String PREFIX = "whsec_";

  // Standard Webhooks' own bounds. The library takes any length, also none.
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  private static final int LONGEST_URL = 2_000;
  // Names, not look-ups: what a name resolves to may change between the check and the call.
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

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
                            .formatted(SHORTEST_SECRET, LONGEST_SECRET)));
  }

  /** Why nothing can be sent to an address, if so. */
  public static Optional<String> fault(String url) {
    if (url.length() > LONGEST_URL) {
      return Optional.of("the address is longer than %d characters".formatted(LONGEST_URL));
    }
    try {
      URI uri = new URI(url);
      if (uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
        return Optional.of("the address needs a host, and no user and no fragment");
      }
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
      return safe
          ? Optional.empty()
          : Optional.of("the address begins with https://; http:// is for this machine only");
    } catch (URISyntaxException _) {
      return Optional.of("the address is no URL");
    }
  }

  private static boolean strong(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
      return length >= SHORTEST_SECRET && length <= LONGEST_SECRET;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "Receiver[" + feed + "]";
  }
}
