package org.safeguardinghub.kernel.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/**
 * What a message may show of an alert: it follows from the alert's id and says nothing about it.
 * Whoever may see the alert finds the same reference on its page.
 */
public final class AlertReference {
  private static final int LETTERS = 8;
  private static final int HASH = 22;

  private AlertReference() {}

  /** For example {@code SH-JJ0R4HKZ}. */
  public static String of(String alertId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("reference\u0000" + alertId).getBytes(UTF_8));
      String letters =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(digest)
              .substring(0, HASH)
              .replaceAll("[^A-Za-z0-9]", "");
      return "SH-" + letters.substring(0, LETTERS).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
