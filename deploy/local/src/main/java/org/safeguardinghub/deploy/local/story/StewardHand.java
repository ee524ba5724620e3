package org.safeguardinghub.deploy.local.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;

/**
 * Answers a question about identity as a story's steward does. It writes as the console, by which
 * stewards answer: the player's own principal may write nothing but the clock.
 */
final class StewardHand {
  private static final String STEWARD = "story-steward";
  private static final String REASON = "as the story tells";
  private static final Duration LOOK = Duration.ofMillis(100);

  private final KafkaSettings console;
  private final AvroSerdes serdes;
  private final HubKeys keys;
  private final InstantSource wall;

  /**
   * With what a steward at the console has.
   *
   * @param keys with the key of reasons
   */
  StewardHand(KafkaSettings console, AvroSerdes serdes, HubKeys keys, InstantSource wall) {
    this.console = console;
    this.serdes = serdes;
    this.keys = keys;
    this.wall = wall;
  }

  /**
   * Says whose a message is.
   *
   * @param child the child who it is; empty for one of its own
   * @param at the moment of the story
   * @return false where the hub asks nothing about that message
   */
  boolean answer(
      String receiptId, int subjectIndex, Optional<String> child, Instant at, Duration patience) {
    Instant until = wall.instant().plus(patience);
    Optional<IdentityTaskRecord> question = question(receiptId, subjectIndex, until);
    question.ifPresent(
        task ->
            answer(
                IdentityRulingRecord.newBuilder()
                    .setTaskId(task.getTaskId())
                    .setDecision(
                        child.isPresent()
                            ? IdentityRulingDecision.SAME
                            : IdentityRulingDecision.NEW)
                    .setChildRef(child.orElse(null))
                    .setActor(STEWARD)
                    .setReason(
                        SealedCodec.toRecord(
                            keys.sealText(HubKeys.REASON, task.getTaskId(), REASON)))
                    .setAt(at)
                    .build(),
                until));
    return question.isPresent();
  }

  private Optional<IdentityTaskRecord> question(String receiptId, int subjectIndex, Instant until) {
    TopicPartition all = new TopicPartition(Topics.IDENTITY_TASKS.name(), 0);
    try (KafkaConsumer<String, IdentityTaskRecord> consumer =
        new KafkaConsumer<>(
            console.reader("story-steward"),
            new StringDeserializer(),
            serdes.deserializer(IdentityTaskRecord.class))) {
      consumer.assign(List.of(all));
      consumer.seekToBeginning(List.of(all));
      while (wall.instant().isBefore(until)) {
        for (ConsumerRecord<String, IdentityTaskRecord> record :
            patiently(until, () -> consumer.poll(LOOK))) {
          IdentityTaskRecord task = record.value();
          if (task != null
              && task.getState() == IdentityTaskState.OPEN
              && task.getReceiptId().equals(receiptId)
              && task.getSubjectIndex() == subjectIndex) {
            return Optional.of(task);
          }
        }
      }
      return Optional.empty();
    }
  }

  /**
   * While the registry is away nothing can be read or written, and nothing was: it is tried again.
   */
  private <T> T patiently(Instant until, Supplier<T> action) {
    while (true) {
      try {
        return action.get();
      } catch (SerializationException e) {
        if (!RegistryAway.isCauseOf(e) || !wall.instant().isBefore(until)) {
          throw e;
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
    }
  }

  private void answer(IdentityRulingRecord ruling, Instant until) {
    try (KafkaProducer<String, IdentityRulingRecord> producer =
        new KafkaProducer<>(
            console.producer("story-steward"),
            new StringSerializer(),
            serdes.serializer(IdentityRulingRecord.class))) {
      var record = new ProducerRecord<>(Topics.IDENTITY_RULINGS.name(), ruling.getTaskId(), ruling);
      patiently(until, () -> producer.send(record)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryPlayer.PlayStopped("interrupted while a steward answered");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take the steward's answer", e.getCause());
    }
  }
}
