package org.safeguardinghub.kernel.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * What receivers of signed webhooks have in common, be they people or agencies: https, or http to
 * this machine, without user and fragment; a secret within the bounds of Standard Webhooks.
 */
public final class WebhookRule {
  /** What a secret begins with when it is written down. */
  public static final String PREFIX = "whsec_";

  // Standard Webhooks' own bounds, in bytes. The library takes any length, also none.
  public static final int SHORTEST_SECRET = 24;
  public static final int LONGEST_SECRET = 64;

  // Names, not look-ups: what a name resolves to may change between the check and the call.
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private WebhookRule() {}

  /** Why nothing can be sent to an address, if so; does not repeat it. */
  public static Optional<String> fault(String url) {
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

  /**
   * Whether a secret is as long as it has to be.
   *
   * @param base64 without the prefix
   */
  public static boolean strong(String base64) {
    try {
      int length = Base64.getDecoder().decode(base64).length;
      return length >= SHORTEST_SECRET && length <= LONGEST_SECRET;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
