package org.safeguardinghub.kernel.runtime;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * Kafka client settings of one principal. Every client signs in with SCRAM, every consumer reads
 * committed records only, every producer waits for all in-sync replicas.
 *
 * @param bootstrap broker addresses
 * @param username the principal
 * @param password its SCRAM password; never printed
 * @param registryUrl base address of the schema registry's Confluent-compatible API
 */
public record KafkaSettings(
    String bootstrap, String username, String password, String registryUrl) {

  public static KafkaSettings of(AppSettings settings) {
    return new KafkaSettings(
        settings.text("kafka.bootstrap"),
        settings.text("kafka.username"),
        settings.text("kafka.password"),
        settings.text("registry.url"));
  }

  /**
   * The same hub, signed in as another principal: connectors write with the credential of a feed.
   */
  public KafkaSettings as(String otherUsername, String otherPassword) {
    return new KafkaSettings(bootstrap, otherUsername, otherPassword, registryUrl);
  }

  /** What every client needs: address and sign-in. */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "SASL_PLAINTEXT");
    config.put(SaslConfigs.SASL_MECHANISM, "SCRAM-SHA-512");
    config.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
            + username
            + "\" password=\""
            + password
            + "\";");
    // A broker that restarts on one machine is back in seconds: look for it soon, not after a
    // minute.
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    return config;
  }

  public Map<String, Object> producer(String clientId) {
    Map<String, Object> config = client(clientId);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    return config;
  }

  /** A consumer of committed records that commits by itself. */
  public Map<String, Object> consumer(String clientId, String groupId) {
    Map<String, Object> config = reader(clientId);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
    return config;
  }

  /** A consumer of committed records without a group: it assigns itself and keeps its own place. */
  public Map<String, Object> reader(String clientId) {
    Map<String, Object> config = client(clientId);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  /**
   * Settings of the Avro serdes: schemas are registered at start-up by the one component that may.
   */
  public Map<String, Object> registry() {
    Map<String, Object> config = new HashMap<>();
    config.put("schema.registry.url", registryUrl);
    config.put("auto.register.schemas", false);
    // With the latest version a reordered schema silently swapped two fields.
    config.put("use.latest.version", false);
    config.put("specific.avro.reader", true);
    return config;
  }

  @Override
  public String toString() {
    return "KafkaSettings[" + username + "@" + bootstrap + "]";
  }
}
