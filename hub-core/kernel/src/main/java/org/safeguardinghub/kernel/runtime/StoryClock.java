package org.safeguardinghub.kernel.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.ClockRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code clock.v1}. It only moves forward: an earlier instant on the topic is passed over.
 */
final class StoryClock implements HubClock {
  private static final Logger LOG = LoggerFactory.getLogger(StoryClock.class);
  private static final TopicPartition CLOCK = new TopicPartition(Topics.CLOCK.name(), 0);
  private static final Duration POLL = Duration.ofMillis(50);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final KafkaConsumer<String, ClockRecord> consumer;
  private final Thread thread;
  private volatile boolean closed;

  private StoryClock(KafkaConsumer<String, ClockRecord> consumer) {
    this.consumer = consumer;
    this.thread = Thread.ofPlatform().name("story-clock").daemon().unstarted(this::follow);
  }

  static StoryClock follow(KafkaSettings kafka, AvroSerdes serdes, String app) {
    StoryClock clock =
        new StoryClock(
            new KafkaConsumer<>(
                kafka.reader(app + "-clock"),
                new StringDeserializer(),
                serdes.deserializer(ClockRecord.class)));
    clock.thread.start();
    clock.awaitCaughtUp();
    return clock;
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public boolean story() {
    return true;
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
  }

  private void awaitCaughtUp() {
    try {
      if (!caughtUp.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the story clock does not answer: is the broker up?");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the story clock", e);
    }
  }

  private void follow() {
    try (consumer) {
      consumer.assign(List.of(CLOCK));
      consumer.seekToBeginning(List.of(CLOCK));
      long end = consumer.endOffsets(List.of(CLOCK)).getOrDefault(CLOCK, 0L);
      while (!closed) {
        for (ConsumerRecord<String, ClockRecord> read : consumer.poll(POLL)) {
          now.accumulateAndGet(read.value().getInstant(), (a, b) -> b.isAfter(a) ? b : a);
        }
        if (caughtUp.getCount() > 0 && consumer.position(CLOCK) >= end) {
          caughtUp.countDown();
        }
      }
    } catch (WakeupException e) {
      LOG.debug("story clock closed");
    } catch (KafkaException e) {
      LOG.error("the story clock stopped: time stands still until this app is restarted", e);
    }
  }
}
