package org.safeguardinghub.risk.topology.host;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.safeguardinghub.kernel.runtime.KafkaSettings;

/** Kafka Streams settings that hold for every application: exactly once, quick, bounded. */
public final class StreamsSettings {
  private static final int BATCH_BYTES = 128 * 1024;

  private StreamsSettings() {}

  /**
   * Settings of one application.
   *
   * @param applicationId begins with the principal's name, which the grants follow
   * @param folder the app's own data folder
   * @param threads never to be lowered later: static members are counted
   */
  public static Properties of(KafkaSettings kafka, String applicationId, Path folder, int threads) {
    Properties settings = new Properties();
    settings.putAll(kafka.client(applicationId));
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("streams").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    // An event passes several applications, and each transaction's wait is felt.
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
    // A record ends the wait at once. A quiet thread wakes for commits alone, so just over their
    // interval: a shorter wait finds nothing to do and no record is committed any sooner.
    settings.put(StreamsConfig.POLL_MS_CONFIG, 25);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    // Pattern subscription and static membership exist in the classic protocol only.
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    // A static member that comes back after a crash need not wait for its former self to expire.
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), applicationId);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // What is gathered is sent at every commit anyway; behind a backlog few large batches cost the
    // application and the broker less than many small ones.
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    // Changelogs of quiet stores would otherwise never roll and never be compacted.
    settings.put(StreamsConfig.topicPrefix("segment.ms"), 86_400_000);
    settings.put(StreamsConfig.topicPrefix("max.compaction.lag.ms"), 604_800_000L);
    return settings;
  }
}
