package org.safeguardinghub.risk.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Ids that follow from what they name: the same input gives the same id, whoever computes it and
 * whenever, so that a repeat can be told from something new.
 */
final class Ids {
  private static final int LENGTH = 22;

  private Ids() {}

  /** The id of the alert that a finding began. */
  static String alert(String findingId) {
    return "a-" + hash("alert", findingId);
  }

  /** The id of the due time that a version of an alert set. */
  static String deadline(String alertId, long version) {
    return alertId + "/due/" + version;
  }

  static String notification(
      String alertId, Template template, long version, int rung, String personId, Channel channel) {
    return "n-"
        + hash(
            "notification",
            alertId,
            template.name(),
            Long.toString(version),
            Integer.toString(rung),
            personId,
            channel.name());
  }

  private static String hash(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join("\u0000", parts).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
