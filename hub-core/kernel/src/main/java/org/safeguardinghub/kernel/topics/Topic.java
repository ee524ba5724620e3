package org.safeguardinghub.kernel.topics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One topic as it must exist.
 *
 * @param name full name with version
 * @param keyForm what the UTF-8 key holds, in words
 * @param valueRecord simple name of the Avro record it carries, in {@code
 *     org.safeguardinghub.schemas}
 * @param partitions fixed when the topic is made: keyed topics cannot grow without re-keying
 * @param retention how long a record is kept; empty for a compacted topic whose newest record per
 *     key stays
 * @param compacted whether only the newest record per key is kept
 * @param writers principals that may write
 * @param readers principals that may read
 * @param storyOnly exists only on a data folder made for playing stories
 */
public record Topic(
    String name,
    String keyForm,
    String valueRecord,
    int partitions,
    Optional<Duration> retention,
    boolean compacted,
    Set<String> writers,
    Set<String> readers,
    boolean storyOnly) {

  /** Broker settings of the topic; times in milliseconds. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>();
    // Domain time lives in payloads: with the sender's time a story about February would be deleted
    // in November.
    config.put("message.timestamp.type", "LogAppendTime");
    config.put("cleanup.policy", compacted ? "compact" : "delete");
    config.put(
        "retention.ms", compacted ? "-1" : Long.toString(retention.orElseThrow().toMillis()));
    if (compacted) {
      // A quiet partition never rolls by itself; tombstones must outlive a reader that was away.
      config.put("segment.ms", Long.toString(Duration.ofDays(1).toMillis()));
      config.put("max.compaction.lag.ms", Long.toString(Duration.ofDays(7).toMillis()));
      config.put("delete.retention.ms", Long.toString(Duration.ofDays(30).toMillis()));
    }
    return config;
  }

  /** Subject under which the registry keeps the value's schema. */
  public String valueSubject() {
    return name + "-value";
  }
}
