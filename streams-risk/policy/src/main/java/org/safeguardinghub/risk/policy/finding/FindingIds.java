package org.safeguardinghub.risk.policy.finding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Ids that follow from what they name, so that the order of arrival and a replay never change them.
 */
public final class FindingIds {
  /** Copied for each id; nothing is ever put into it. */
  private static final MessageDigest SHA_256 = provided();

  private FindingIds() {}

  /** Id of a finding. */
  public static String finding(
      String pattern, String stage, SubjectRef subject, String firstEvidence) {
    return of("finding", pattern, stage, subject.typed(), firstEvidence);
  }

  /** Id of a notice. */
  public static String notice(String pattern, SubjectRef subject, String completedBy) {
    return of("notice", pattern, subject.typed(), completedBy);
  }

  /** Id of a deadline. */
  public static String deadline(String pattern, SubjectRef subject, String trigger) {
    return of("deadline", pattern, subject.typed(), trigger);
  }

  /**
   * A UUID (version 8, SHA-256) of the parts. Each part goes in with its length, so that no two
   * lists collide.
   */
  public static String of(String... parts) {
    MessageDigest digest = sha256();
    byte[] length = new byte[Integer.BYTES];
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      ByteBuffer.wrap(length).putInt(bytes.length);
      digest.update(length);
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & ~0xF000L) | 0x8000L;
    long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  // Every decision takes several: to look for the provider each time would take longer than to
  // hash.
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("every JDK can copy its SHA-256", e);
    }
  }

  private static MessageDigest provided() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
