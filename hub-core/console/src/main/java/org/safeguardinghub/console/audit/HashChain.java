package org.safeguardinghub.console.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Each record's hash covers its own fields and the hash of the record before: a removed, added or
 * altered record breaks every later one.
 */
public final class HashChain {
  private HashChain() {}

  /** One record of the chain. */
  public record Link(
      String id,
      String actor,
      String action,
      String objectKind,
      String objectId,
      Instant at,
      String previousHash,
      String hash) {}

  public static Link append(
      String previousHash,
      String id,
      String actor,
      String action,
      String objectKind,
      String objectId,
      Instant at) {
    String hash =
        hash(List.of(previousHash, id, actor, action, objectKind, objectId, at.toString()));
    return new Link(id, actor, action, objectKind, objectId, at, previousHash, hash);
  }

  /** Whether each link follows from the one before it. */
  public static boolean holds(String firstPreviousHash, List<Link> links) {
    String previous = firstPreviousHash;
    for (Link link : links) {
      Link expected =
          append(
              previous,
              link.id(),
              link.actor(),
              link.action(),
              link.objectKind(),
              link.objectId(),
              link.at());
      if (!expected.equals(link)) {
        return false;
      }
      previous = link.hash();
    }
    return true;
  }

  private static String hash(List<String> fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String field : fields) {
        byte[] bytes = field.getBytes(UTF_8);
        // The length first: fields must not be able to run into each other.
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
