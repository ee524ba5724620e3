package org.safeguardinghub.kernel.topics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;
import org.safeguardinghub.kernel.subject.SubjectRef;

/**
 * Keys of {@code subject-events.v1}: {@code <typed subject>|<kind>|<record id>}. A key is never
 * reused, so compaction removes only what a tombstone names. The partition follows the typed
 * subject alone, by the same hash as the default partitioner uses for a key that is the typed
 * subject: topics keyed by subject are co-partitioned with this one.
 */
public final class SubjectEventKey {
  private static final char SEPARATOR = '|';
  private static final String BARRIER = "~p";

  private SubjectEventKey() {}

  public static String of(SubjectRef subject, String kind, String recordId) {
    return subject.typed() + SEPARATOR + kind + SEPARATOR + recordId;
  }

  /**
   * The record that a task writes to its own partition and reads back before it writes deadlines or
   * moves.
   */
  public static String barrier(int partition, String token) {
    return BARRIER + partition + SEPARATOR + "BARRIER" + SEPARATOR + token;
  }

  public static boolean isBarrier(String key) {
    return key.startsWith(BARRIER);
  }

  /** The typed subject at the front of a key, or the whole key where there is nothing else. */
  public static String typedSubject(String key) {
    int end = key.indexOf(SEPARATOR);
    return end < 0 ? key : key.substring(0, end);
  }

  /** Partition of a key of this topic, or of a key that is a typed subject. */
  public static int partition(String key, int partitions) {
    String subject = typedSubject(key);
    if (isBarrier(key)) {
      return Integer.parseInt(subject.substring(BARRIER.length()));
    }
    return Utils.toPositive(Utils.murmur2(subject.getBytes(UTF_8))) % partitions;
  }
}
