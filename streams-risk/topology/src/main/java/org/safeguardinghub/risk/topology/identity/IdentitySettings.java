package org.safeguardinghub.risk.topology.identity;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.risk.topology.host.StreamsSettings;

/** Kafka Streams settings of the two identity applications. */
public final class IdentitySettings {
  /**
   * Application id of the parallel path; both ids begin with the principal's name, which the grants
   * follow.
   */
  public static final String ATTRIBUTION = "hub-identity-attribution";

  /** Application id of the linker. */
  public static final String LINKER = "hub-identity-linker";

  private IdentitySettings() {}

  public static Properties of(KafkaSettings kafka, String applicationId, Path folder, int threads) {
    Properties settings = StreamsSettings.of(kafka, applicationId, folder, threads);
    // A new feed's topic is read within seconds.
    settings.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 2000);
    return settings;
  }
}
