package org.safeguardinghub.kernel.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The tail of ids that follow from what they name: 22 letters, digits, dashes and underscores. */
public final class ShortHash {
  private static final int LENGTH = 22;

  private ShortHash() {}

  /** SHA-256 of the parts, which hold no zero character themselves. */
  public static String of(String... parts) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(String.join("\u0000", parts).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
