package org.safeguardinghub.connectors.intake.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.connectors.intake.receipt.Answered;
import org.safeguardinghub.connectors.intake.receipt.FateStore;
import org.safeguardinghub.connectors.intake.receipt.StoreUnavailable;
import org.safeguardinghub.connectors.intake.receipt.SubjectFate;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the dispositions topic and keeps each fate. Its place is kept in the same transaction as
 * what it read, so that it needs no consumer group and misses nothing.
 */
public final class DispositionFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DispositionFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Consumer<String, byte[]> consumer;
  private final Deserializer<DispositionRecord> deserializer;
  private final FateStore fates;
  private final Thread thread;
  private volatile boolean closed;

  public DispositionFollower(
      Consumer<String, byte[]> consumer,
      Deserializer<DispositionRecord> deserializer,
      FateStore fates) {
    this.consumer = consumer;
    this.deserializer = deserializer;
    this.fates = fates;
    this.thread = Thread.ofPlatform().name("disposition-follower").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.DISPOSITIONS.partitions())
            .mapToObj(number -> new TopicPartition(Topics.DISPOSITIONS.name(), number))
            .toList();
    boolean placed = false;
    try (consumer) {
      consumer.assign(partitions);
      while (!closed) {
        try {
          if (!placed) {
            place(partitions);
            placed = true;
          }
          keep(consumer.poll(POLL));
        } catch (StoreUnavailable | KafkaException e) {
          if (closed || e instanceof WakeupException) {
            break;
          }
          // Nothing was kept: read the same records again from the place that was kept last.
          LOG.warn("cannot follow dispositions, trying again: {}", e.getClass().getSimpleName());
          placed = false;
          pause();
        }
      }
    }
  }

  private void place(List<TopicPartition> partitions) {
    Map<Integer, Long> positions = fates.positions();
    for (TopicPartition partition : partitions) {
      Long next = positions.get(partition.partition());
      if (next == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
  }

  private void keep(ConsumerRecords<String, byte[]> records) {
    if (records.isEmpty()) {
      return;
    }
    List<SubjectFate> found = new ArrayList<>();
    Map<Integer, Long> next = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record).flatMap(DispositionFollower::fate).ifPresent(found::add);
      next.merge(record.partition(), record.offset() + 1, Math::max);
    }
    fates.keep(found, next);
  }

  /**
   * A record that cannot be read is passed over; a registry that is away is not the record's fault.
   */
  private Optional<DispositionRecord> read(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(deserializer.deserialize(record.topic(), record.value()));
    } catch (KafkaException e) {
      if (RegistryAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error(
          "disposition at partition {} offset {} cannot be read",
          record.partition(),
          record.offset());
      return Optional.empty();
    }
  }

  /** That it was received, or refused, the receipt itself knows. */
  private static Optional<SubjectFate> fate(DispositionRecord record) {
    if (record.getFate() == Fate.RECEIVED || record.getFate() == Fate.REFUSED) {
      return Optional.empty();
    }
    SubjectFate.Fate fate =
        switch (record.getFate()) {
          case ATTRIBUTED -> SubjectFate.Fate.ATTRIBUTED;
          case AWAITING_IDENTITY -> SubjectFate.Fate.AWAITING_IDENTITY;
          case UNCONFIRMED -> SubjectFate.Fate.UNCONFIRMED;
          case NOT_HELD -> SubjectFate.Fate.NOT_HELD;
          case RECEIVED, REFUSED, UNKNOWN -> SubjectFate.Fate.RECEIVED;
        };
    return Optional.of(
        new SubjectFate(
            record.getReceiptId(),
            record.getSubjectIndex(),
            record.getFeed(),
            fate,
            record.getLedToAlert(),
            record.getAt(),
            answer(record)));
  }

  /** An answer that this version has no word for is not told. */
  private static Optional<Answered> answer(DispositionRecord record) {
    return record
        .getAnswer()
        .flatMap(DispositionFollower::answer)
        .map(answer -> new Answered(answer, record.getAt()));
  }

  private static Optional<Answered.Answer> answer(AcknowledgementDecision decision) {
    return switch (decision) {
      case ACT -> Optional.of(Answered.Answer.ACT);
      case ALREADY_KNOWN -> Optional.of(Answered.Answer.ALREADY_KNOWN);
      case NOT_RELEVANT -> Optional.of(Answered.Answer.NOT_RELEVANT);
      case WRONG_CHILD -> Optional.of(Answered.Answer.WRONG_CHILD);
      case NEED_MORE -> Optional.of(Answered.Answer.NEED_MORE);
      case UNKNOWN -> Optional.empty();
    };
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }
}
