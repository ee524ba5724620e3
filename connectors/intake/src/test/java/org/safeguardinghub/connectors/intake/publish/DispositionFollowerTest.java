package org.safeguardinghub.connectors.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.receipt.Answered;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;

final class DispositionFollowerTest {
  private static final String TOPIC = Topics.DISPOSITIONS.name();
  private static final AvroSerdes SERDES =
      AvroSerdes.of(
          Map.of(
              "schema.registry.url",
              "mock://follower",
              "auto.register.schemas",
              true,
              "specific.avro.reader",
              true));

  private final InMemoryReceipts store = new InMemoryReceipts();
  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final DispositionFollower follower =
      new DispositionFollower(consumer, SERDES.deserializer(DispositionRecord.class), store);

  @AfterEach
  void close() {
    follower.close();
  }

  @Test
  void fatesAndPlacesAreKeptTogetherAndPoisonIsPassedOver() {
    begin(0);
    consumer.schedulePollTask(
        () -> {
          add(0, record("r-1", Fate.RECEIVED, false));
          add(1, record("r-1", Fate.ATTRIBUTED, true));
          consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 2, "r-2.0", new byte[] {1, 2, 3}));
          byte[] whole = bytes(record("r-2", Fate.NOT_HELD, false));
          consumer.addRecord(
              new ConsumerRecord<>(TOPIC, 0, 3, "r-2.0", Arrays.copyOf(whole, whole.length - 5)));
          add(4, record("r-3", Fate.NOT_HELD, false));
        });
    follower.start();
    await(() -> store.positions().getOrDefault(0, 0L) == 5L);
    assertThat(
            store.fates().stream()
                .map(fate -> fate.receiptId() + " " + fate.fate() + " " + fate.ledToAlert()))
        .containsExactly("r-1 ATTRIBUTED true", "r-3 NOT_HELD false");
  }

  @Test
  void followerGoesOnWhereItStopped() {
    store.keep(java.util.List.of(), Map.of(0, 7L));
    begin(0);
    consumer.schedulePollTask(() -> add(7, record("r-7", Fate.AWAITING_IDENTITY, false)));
    follower.start();
    await(() -> !store.fates().isEmpty());
    assertThat(store.fates().getFirst().fate()).isEqualTo(SubjectFate.Fate.AWAITING_IDENTITY);
    assertThat(store.positions()).containsEntry(0, 8L);
  }

  @Test
  void whatWasDecidedIsKeptAndALaterRecordWithoutItTakesNothingAway() {
    begin(0);
    consumer.schedulePollTask(
        () -> {
          add(0, answered("r-1", AcknowledgementDecision.ALREADY_KNOWN, Messages.NOW));
          add(1, record("r-1", Fate.ATTRIBUTED, true));
          add(2, answered("r-2", AcknowledgementDecision.UNKNOWN, Messages.NOW));
        });
    follower.start();
    await(() -> store.positions().getOrDefault(0, 0L) == 3L);
    assertThat(store.fates().getFirst().answer())
        .hasValue(new Answered(Answered.Answer.ALREADY_KNOWN, Messages.NOW));
    assertThat(store.fates().getLast().answer()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = AcknowledgementDecision.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "UNKNOWN")
  void everyDecisionHasItsWord(AcknowledgementDecision decision) {
    begin(0);
    consumer.schedulePollTask(() -> add(0, answered("r-1", decision, Messages.NOW)));
    follower.start();
    await(() -> !store.fates().isEmpty());
    assertThat(store.fates().getFirst().answer().map(one -> one.answer().name()))
        .hasValue(decision.name());
  }

  private static DispositionRecord answered(
      String receiptId, AcknowledgementDecision decision, Instant at) {
    return DispositionRecord.newBuilder(record(receiptId, Fate.ATTRIBUTED, true))
        .setAnswer(decision)
        .setAt(at)
        .build();
  }

  private void begin(long offset) {
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    for (int i = 0; i < Topics.DISPOSITIONS.partitions(); i++) {
      beginnings.put(new TopicPartition(TOPIC, i), offset);
    }
    consumer.updateBeginningOffsets(beginnings);
  }

  private void add(long offset, DispositionRecord record) {
    consumer.addRecord(
        new ConsumerRecord<>(TOPIC, 0, offset, record.getReceiptId() + ".0", bytes(record)));
  }

  private static byte[] bytes(DispositionRecord record) {
    return SERDES.serializer(DispositionRecord.class).serialize(TOPIC, record);
  }

  private static DispositionRecord record(String receiptId, Fate fate, boolean ledToAlert) {
    return DispositionRecord.newBuilder()
        .setReceiptId(receiptId)
        .setSubjectIndex(0)
        .setSubjectCount(1)
        .setFeed("a")
        .setFate(fate)
        .setLedToAlert(ledToAlert)
        .setAt(Messages.NOW)
        .build();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
