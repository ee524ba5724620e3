package org.safeguardinghub.risk.topology.risk;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.risk.topology.host.StreamsSettings;

/** Kafka Streams settings of the risk application. */
public final class RiskSettings {
  /** Application id; begins with the principal's name, which the grants follow. */
  public static final String APPLICATION = "hub-risk";

  /**
   * Stream threads of a process, where its settings say nothing: at most one for a partition, each
   * with a producer of its own. More are worth their memory where a backlog has cores to itself.
   */
  public static final int THREADS = 1;

  private RiskSettings() {}

  public static Properties of(KafkaSettings kafka, Path folder, int threads) {
    Properties settings = StreamsSettings.of(kafka, APPLICATION, folder, threads);
    settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, 0L);
    // What somebody waits for is committed at once (Pace); this is for a backlog.
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 200);
    settings.put(
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return settings;
  }
}
