package org.safeguardinghub.deploy.local.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.HubClock;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.risk.policy.version.PolicyVersions;
import org.safeguardinghub.risk.topology.risk.PolicyPublication;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;

/** The topics that the policy principal may read and write, and no other. */
public final class PolicyAccess {
  private static final String CLIENT = "policy-command";

  private final KafkaSettings kafka;
  private final AvroSerdes serdes;
  private final boolean story;

  /**
   * @param kafka signed in as the policy principal
   * @param story whether the hub's clock is a story's
   */
  public PolicyAccess(KafkaSettings kafka, boolean story) {
    this.kafka = kafka;
    this.serdes = AvroSerdes.of(kafka.registry());
    this.story = story;
  }

  /** The hub's time. */
  public Instant now() {
    try (HubClock clock = story ? HubClock.story(kafka, CLIENT) : HubClock.system()) {
      return clock.instant();
    }
  }

  public PolicyVersions versions() {
    return new PolicyVersions(
        table(Topics.RISK_POLICY, PolicyVersionRecord.class).values().stream()
            .map(PolicyPublication::version)
            .toList());
  }

  /** Writes a version that may be published. */
  public void publish(PolicyVersion version, String yaml) {
    write(
        Topics.RISK_POLICY,
        PolicyVersionRecord.class,
        List.of(PolicyPublication.record(version, yaml)),
        record -> version.name());
  }

  public HeldFindings held() {
    return new HeldFindings(
        List.copyOf(table(Topics.HELD_FINDINGS, HeldFindingRecord.class).values()));
  }

  /** Writes rulings; each is applied when the subject's partition reads it. */
  public void rule(List<HeldRulingRecord> rulings) {
    write(
        Topics.HELD_RULINGS,
        HeldRulingRecord.class,
        rulings,
        ruling -> Refs.of(ruling.getSubject()).typed());
  }

  private <T extends SpecificRecord> void write(
      Topic topic, Class<T> type, List<T> values, Function<T, String> key) {
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(
            kafka.producer(CLIENT), new StringSerializer(), serdes.serializer(type))) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (T value : values) {
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key.apply(value), value)));
      }
      producer.flush();
      // A record that was refused says so here.
      sent.forEach(Future::resultNow);
    }
  }

  private <T extends SpecificRecord> Map<String, T> table(Topic topic, Class<T> type) {
    Map<String, T> table = new TreeMap<>();
    Deserializer<T> values = serdes.deserializer(type);
    WholeTopic.each(
        kafka,
        CLIENT,
        topic,
        read -> {
          if (read.value() != null) {
            table.put(read.key(), values.deserialize(read.topic(), read.value()));
          }
        });
    return table;
  }
}
