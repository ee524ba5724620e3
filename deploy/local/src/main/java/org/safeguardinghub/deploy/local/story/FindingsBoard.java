package org.safeguardinghub.deploy.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.ClockReachedRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * What the hub says of the stories while they are played: fates of messages, decisions, alerts and
 * how far each stream task has followed the clock. Read by the story principal, which can write
 * nothing but the clock.
 */
final class FindingsBoard implements AutoCloseable {
  /** One decision that the hub published, with what a judge needs. */
  record Seen(RiskDecisionRecord decision, Set<String> children) {}

  private final KafkaConsumer<String, Object> consumer;
  private final Map<String, DispositionRecord> fates = new HashMap<>();
  private final Map<String, Instant> reached = new HashMap<>();
  private final List<Seen> decisions = new ArrayList<>();
  private final List<AlertRecord> alerts = new ArrayList<>();
  private final Consumer<AlertRecord> onAlert;

  /** With whom to tell of each change of an alert. */
  FindingsBoard(KafkaSettings story, AvroSerdes serdes, Consumer<AlertRecord> onAlert) {
    this.onAlert = onAlert;
    Map<String, org.apache.kafka.common.serialization.Deserializer<?>> byTopic =
        Map.of(
            Topics.DISPOSITIONS.name(), serdes.deserializer(DispositionRecord.class),
            Topics.RISK_DECISIONS.name(), serdes.deserializer(RiskDecisionRecord.class),
            Topics.ALERTS.name(), serdes.deserializer(AlertRecord.class),
            Topics.CLOCK_REACHED.name(), serdes.deserializer(ClockReachedRecord.class));
    this.consumer =
        new KafkaConsumer<>(
            story.reader("story-board"),
            new StringDeserializer(),
            (topic, bytes) -> Objects.requireNonNull(byTopic.get(topic)).deserialize(topic, bytes));
    List<TopicPartition> all = new ArrayList<>();
    for (Topic topic :
        List.of(Topics.DISPOSITIONS, Topics.RISK_DECISIONS, Topics.ALERTS, Topics.CLOCK_REACHED)) {
      IntStream.range(0, topic.partitions())
          .forEach(p -> all.add(new TopicPartition(topic.name(), p)));
    }
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /** Reads what is new; returns how many records were. */
  int read(Duration wait) {
    int count = 0;
    for (ConsumerRecord<String, Object> record : consumer.poll(wait)) {
      count++;
      switch (record.value()) {
        case null -> {
          // A tombstone: nothing of a story is forgotten while it is played.
        }
        case DispositionRecord fate -> fates.put(record.key(), fate);
        case RiskDecisionRecord decision -> decisions.add(seen(decision));
        case AlertRecord alert -> {
          alerts.add(alert);
          onAlert.accept(alert);
        }
        case ClockReachedRecord clock -> reached.put(record.key(), clock.getInstant());
        case Object other ->
            throw new IllegalStateException("unexpected " + other.getClass().getSimpleName());
      }
    }
    return count;
  }

  /** The fate of one subject of a message, once it is more than received. */
  java.util.Optional<DispositionRecord> fate(String receiptId, int subjectIndex) {
    return java.util.Optional.ofNullable(fates.get(receiptId + '.' + subjectIndex))
        .filter(fate -> fate.getFate() != Fate.RECEIVED);
  }

  /** Whether every stream task has followed the clock to this instant. */
  boolean everyTaskReached(Instant instant) {
    return reached.size() >= Topics.SUBJECT_PARTITIONS
        && reached.values().stream().noneMatch(at -> at.isBefore(instant));
  }

  List<Seen> decisions() {
    return List.copyOf(decisions);
  }

  /** Every picture of an alert, in the order in which they came. */
  List<AlertRecord> alerts() {
    return List.copyOf(alerts);
  }

  @Override
  public void close() {
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(2)));
  }

  /** Everybody whom an alert is about. */
  static Set<String> concerned(AlertRecord alert) {
    Set<String> children = new TreeSet<>(alert.getChildren());
    children.add(alert.getSubject().getRef());
    return children;
  }

  static Seen seen(RiskDecisionRecord decision) {
    Set<String> children = new TreeSet<>(decision.getChildren());
    children.add(decision.getSubject().getRef());
    return new Seen(decision, children);
  }
}
