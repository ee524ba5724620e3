package org.safeguardinghub.deploy.local.platform;

import java.net.URI;
import org.safeguardinghub.kernel.runtime.KafkaSettings;

/** A provisioned broker, registry and database, wherever they run. */
public interface Platform extends AutoCloseable {
  String bootstrapServers();

  /** The registry's Confluent-compatible address. */
  URI registryUrl();

  /** The hub's database. */
  String jdbcUrl();

  /** SCRAM password of a principal. */
  String kafkaPassword(String principal);

  /** Password of a database role. */
  String databasePassword(String role);

  /** Client settings of a principal. */
  default KafkaSettings kafka(String principal) {
    return new KafkaSettings(
        bootstrapServers(), principal, kafkaPassword(principal), registryUrl().toString());
  }

  @Override
  void close();
}
