package org.safeguardinghub.risk.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * Reads committed records of every topic up to the end that it had when the reading began. The
 * subject log's end is taken last: whatever was decided until then has its input in it.
 */
final class HistoryReader {
  private final KafkaSettings kafka;
  private final AvroSerdes serdes;
  private long unreadable;

  HistoryReader(KafkaSettings kafka) {
    this.kafka = kafka;
    this.serdes = AvroSerdes.of(kafka.registry());
  }

  History read() {
    List<List<RiskDecisionRecord>> decisions =
        partitions(Topics.RISK_DECISIONS, RiskDecisionRecord.class);
    List<List<AlertRecord>> alerts = partitions(Topics.ALERTS, AlertRecord.class);
    List<List<AlertActionRecord>> actions =
        partitions(Topics.ALERT_ACTIONS, AlertActionRecord.class);
    List<List<HeldRulingRecord>> rulings = partitions(Topics.HELD_RULINGS, HeldRulingRecord.class);
    List<List<SubjectEventRecord>> events =
        partitions(Topics.SUBJECT_EVENTS, SubjectEventRecord.class);
    List<History.Partition> all = new ArrayList<>();
    for (int i = 0; i < Topics.SUBJECT_PARTITIONS; i++) {
      all.add(
          new History.Partition(
              events.get(i), actions.get(i), decisions.get(i), alerts.get(i), rulings.get(i)));
    }
    return new History(
        all,
        table(Topics.DIRECTORY, DirectoryEntryRecord.class),
        table(Topics.RISK_POLICY, PolicyVersionRecord.class),
        unreadable);
  }

  private <T extends SpecificRecord> List<List<T>> partitions(Topic topic, Class<T> type) {
    List<List<T>> partitions = new ArrayList<>();
    for (int i = 0; i < topic.partitions(); i++) {
      partitions.add(new ArrayList<>());
    }
    each(topic, type, (read, value) -> partitions.get(read.partition()).add(value));
    return partitions;
  }

  private <T extends SpecificRecord> Map<String, T> table(Topic topic, Class<T> type) {
    Map<String, T> table = new TreeMap<>();
    each(topic, type, (read, value) -> table.put(read.key(), value));
    return table;
  }

  private <T extends SpecificRecord> void each(
      Topic topic, Class<T> type, BiConsumer<ConsumerRecord<String, byte[]>, T> seen) {
    Deserializer<T> deserializer = serdes.deserializer(type);
    WholeTopic.each(
        kafka,
        "replay",
        topic,
        read -> {
          if (read.value() != null) {
            accept(deserializer, read, seen);
          }
        });
  }

  private <T extends SpecificRecord> void accept(
      Deserializer<T> deserializer,
      ConsumerRecord<String, byte[]> read,
      BiConsumer<ConsumerRecord<String, byte[]>, T> seen) {
    try {
      seen.accept(read, deserializer.deserialize(read.topic(), read.value()));
    } catch (SerializationException | ClassCastException e) {
      // The live task has passed it over as well.
      unreadable++;
    }
  }
}
