package org.safeguardinghub.notifier.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.notifier.delivery.Fixtures.NOON;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.InMemoryDeliveries;
import org.safeguardinghub.notifier.dispatch.Signal;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.NotificationTemplate;
import org.safeguardinghub.schemas.SeverityCode;

final class NotificationReaderTest {
  private static final String TOPIC = Topics.NOTIFICATIONS.name();
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 1);
  private static final AvroSerdes SERDES =
      AvroSerdes.of(
          Map.of("schema.registry.url", "mock://notifier-reader", "specific.avro.reader", true));

  private final InMemoryDeliveries store = new InMemoryDeliveries();
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private long committed;

  @Test
  void thePlaceIsCommittedOnlyAfterTheStoreHasTheRecordAndPoisonIsSetAside() {
    store.failAccepting(1);
    read(
        List.of(
            record(0, avro("n1", NotificationTemplate.NEW_ALERT, Channel.EMAIL)),
            record(1, new byte[] {0, 0, 0, 0, 99, 1, 2}),
            record(2, new byte[] {7}),
            record(3, avro("n2", NotificationTemplate.UNKNOWN, Channel.EMAIL)),
            record(4, null),
            record(5, avro("n3", NotificationTemplate.WITHDRAWN, Channel.WEBHOOK))));

    assertThat(store.ids()).containsExactlyInAnyOrder("n1", "n3");
    assertThat(store.unreadable())
        .containsExactlyInAnyOrder(
            new Deliveries.Unreadable(TOPIC, 1, 1),
            new Deliveries.Unreadable(TOPIC, 1, 2),
            new Deliveries.Unreadable(TOPIC, 1, 3),
            new Deliveries.Unreadable(TOPIC, 1, 4));
    assertThat(committed).isEqualTo(6);
  }

  /** Runs the reader over the records and ends it at the following poll. */
  private void read(List<ConsumerRecord<String, byte[]>> records) {
    NotificationReader reader =
        new NotificationReader(
            consumer,
            SERDES.deserializer(NotificationRecord.class),
            store,
            InstantSource.fixed(NOON),
            new Signal());
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.schedulePollTask(
        () -> {
          consumer.rebalance(List.of(PARTITION));
          records.forEach(consumer::addRecord);
        });
    consumer.schedulePollTask(
        () -> {
          committed =
              Objects.requireNonNull(consumer.committed(Set.of(PARTITION)).get(PARTITION)).offset();
          reader.close();
        });
    reader.run();
  }

  private static ConsumerRecord<String, byte[]> record(long offset, byte @Nullable [] value) {
    return new ConsumerRecord<>(TOPIC, 1, offset, "alert", value);
  }

  private static byte[] avro(String id, NotificationTemplate template, Channel channel) {
    NotificationRecord record =
        NotificationRecord.newBuilder()
            .setNotificationId(id)
            .setAlertId("a1")
            .setPersonId("p1")
            .setRole("dsl")
            .setChannel(channel)
            .setTemplate(template)
            .setSeverity(SeverityCode.S2)
            .setReference("R-1")
            .setCreatedAt(NOON)
            .build();
    return SERDES.serializer(NotificationRecord.class).serialize(TOPIC, record);
  }
}
