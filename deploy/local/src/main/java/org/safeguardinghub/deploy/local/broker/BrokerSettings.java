package org.safeguardinghub.deploy.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The broker's server settings: one KRaft node on loopback with authentication and grants from its
 * first start.
 *
 * @param storage where its log is
 * @param clientPort SCRAM-SHA-512, for every app and feed
 * @param internalPort the broker's own connections to itself
 * @param controllerPort the controller quorum's
 * @param interBrokerPassword secret of the two internal listeners
 */
public record BrokerSettings(
    Path storage,
    int clientPort,
    int internalPort,
    int controllerPort,
    String interBrokerPassword) {
  /**
   * Inter-broker only: no client has this credential, and it is accepted on the internal listeners
   * alone.
   */
  static final String BROKER_PRINCIPAL = "hub-broker";

  private static final String SCRAM =
      "org.apache.kafka.common.security.scram.ScramLoginModule required;";

  public String bootstrap() {
    return "127.0.0.1:" + clientPort;
  }

  public Properties properties() {
    Properties p = new Properties();
    node(p);
    listeners(p);
    security(p);
    storage(p);
    groups(p);
    return p;
  }

  private void node(Properties p) {
    p.setProperty("process.roles", "broker,controller");
    p.setProperty("node.id", "1");
    p.setProperty("controller.quorum.bootstrap.servers", "127.0.0.1:" + controllerPort);
    // After kill -9 the new process waits until the old one's session is over.
    p.setProperty("broker.session.timeout.ms", "2000");
    p.setProperty("broker.heartbeat.interval.ms", "500");
    p.setProperty("num.network.threads", "2");
    p.setProperty("num.io.threads", "4");
    p.setProperty("num.recovery.threads.per.data.dir", "2");
    p.setProperty("background.threads", "2");
  }

  private void listeners(Properties p) {
    p.setProperty(
        "listeners",
        "CLIENT://127.0.0.1:%d,BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(clientPort, internalPort, controllerPort));
    p.setProperty(
        "advertised.listeners",
        "CLIENT://127.0.0.1:%d,BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(clientPort, internalPort, controllerPort));
    p.setProperty(
        "listener.security.protocol.map",
        "CLIENT:SASL_PLAINTEXT,BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
    p.setProperty("inter.broker.listener.name", "BROKER");
    p.setProperty("controller.listener.names", "CONTROLLER");
  }

  private void security(Properties p) {
    String plain =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
            .formatted(BROKER_PRINCIPAL, interBrokerPassword);
    p.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
    p.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
    p.setProperty("listener.name.client.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    p.setProperty("listener.name.client.scram-sha-512.sasl.jaas.config", SCRAM);
    p.setProperty("listener.name.broker.sasl.enabled.mechanisms", "PLAIN");
    p.setProperty("listener.name.broker.plain.sasl.jaas.config", plain);
    p.setProperty("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
    p.setProperty("listener.name.controller.plain.sasl.jaas.config", plain);
    p.setProperty(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    p.setProperty("allow.everyone.if.no.acl.found", "false");
    p.setProperty("super.users", "User:" + BROKER_PRINCIPAL);
    p.setProperty("auto.create.topics.enable", "false");
  }

  private void storage(Properties p) {
    p.setProperty("log.dirs", storage.toString());
    p.setProperty("log.message.timestamp.type", "LogAppendTime");
    p.setProperty("default.replication.factor", "1");
    p.setProperty("offsets.topic.replication.factor", "1");
    p.setProperty("offsets.topic.num.partitions", "4");
    p.setProperty("transaction.state.log.replication.factor", "1");
    p.setProperty("transaction.state.log.min.isr", "1");
    p.setProperty("transaction.state.log.num.partitions", "4");
    p.setProperty("share.coordinator.state.topic.replication.factor", "1");
    p.setProperty("share.coordinator.state.topic.min.isr", "1");
    p.setProperty("share.coordinator.state.topic.num.partitions", "1");
    p.setProperty("log.cleaner.threads", "1");
    p.setProperty("log.cleaner.dedupe.buffer.size", Long.toString(8L * 1024 * 1024));
    // A hub that was off for months must find its place again.
    p.setProperty("offsets.retention.minutes", "525600");
  }

  private void groups(Properties p) {
    p.setProperty("group.initial.rebalance.delay.ms", "0");
    p.setProperty("group.streams.initial.rebalance.delay.ms", "0");
    p.setProperty("group.streams.min.heartbeat.interval.ms", "100");
    p.setProperty("group.streams.heartbeat.interval.ms", "500");
    p.setProperty("group.streams.min.session.timeout.ms", "2000");
    p.setProperty("group.streams.session.timeout.ms", "6000");
    p.setProperty("group.streams.assignment.interval.ms", "0");
    p.setProperty("group.min.session.timeout.ms", "2000");
  }
}
