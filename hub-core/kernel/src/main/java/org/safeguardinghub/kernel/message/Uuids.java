package org.safeguardinghub.kernel.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs as senders write them, and those that follow from a name (version 5). */
public final class Uuids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Uuids() {}

  /** The UUID, if it is written as one; {@code UUID.fromString} also takes shortened forms. */
  public static Optional<UUID> parse(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(plain).matches() ? Optional.of(UUID.fromString(plain)) : Optional.empty();
  }

  /** The version 5 UUID of a name in a namespace (RFC 9562). */
  public static UUID named(UUID namespace, String name) {
    ByteBuffer space =
        ByteBuffer.allocate(16)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits());
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(space.array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
      long high = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
      long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-1", e);
    }
  }
}
