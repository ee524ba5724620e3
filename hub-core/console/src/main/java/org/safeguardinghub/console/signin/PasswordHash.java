package org.safeguardinghub.console.signin;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-512, written {@code
 * pbkdf2-sha512$<iterations>$<salt>$<hash>}, so that a later version may ask for more iterations
 * and still read the old ones.
 */
public final class PasswordHash {
  private static final String SCHEME = "pbkdf2-sha512";

  /** What OWASP's password storage guide asks of this scheme for passwords that people choose. */
  public static final int CHOSEN = 210_000;

  /**
   * For generated passwords: 79 random bits cannot be guessed at any cost, and a first start makes
   * two dozen. An unknown name is checked at the same cost; whoever lets people choose passwords
   * must raise both.
   */
  public static final int GENERATED = 20_000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  private final SecureRandom random;
  private final int iterations;
  private final String nobody;

  /** Makes hashes of this cost; hashes of any cost are read alike. */
  public PasswordHash(SecureRandom random, int iterations) {
    this.random = random;
    this.iterations = iterations;
    byte[] unknown = new byte[SALT_BYTES];
    random.nextBytes(unknown);
    this.nobody = of(encode(unknown));
  }

  public String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return String.join(
        "$",
        SCHEME,
        Integer.toString(iterations),
        encode(salt),
        encode(derive(password, salt, iterations)));
  }

  /** Whether the password belongs to the stored hash; a damaged hash belongs to no password. */
  public static boolean matches(String password, String stored) {
    String[] parts = stored.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, Integer.parseInt(parts[1])));
  }

  /** A hash of nobody's password: an unknown name must take as long as a wrong password. */
  String nobody() {
    return nobody;
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime lacks PBKDF2 with HMAC-SHA-512", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
