package org.safeguardinghub.risk.topology.risk;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.risk.topology.identity.BoundedRocksDb;

/** Kafka Streams settings of the risk application. */
public final class RiskSettings {
  /** Application id; begins with the principal's name, which the grants follow. */
  public static final String APPLICATION = "hub-risk";

  private RiskSettings() {}

  public static Properties of(KafkaSettings kafka, Path folder, int threads) {
    Properties settings = new Properties();
    settings.putAll(kafka.client(APPLICATION));
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("streams").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    // An alert waits for the end of the transaction that decides it.
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
    settings.put(StreamsConfig.POLL_MS_CONFIG, 10);
    settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    // Static membership exists in the classic protocol only: after a crash the member that comes
    // back
    // need not wait for its former self to expire.
    settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 0L);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), APPLICATION);
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    // Changelogs of quiet stores would otherwise never roll and never be compacted.
    settings.put(StreamsConfig.topicPrefix("segment.ms"), 86_400_000);
    settings.put(StreamsConfig.topicPrefix("max.compaction.lag.ms"), 604_800_000L);
    return settings;
  }
}
