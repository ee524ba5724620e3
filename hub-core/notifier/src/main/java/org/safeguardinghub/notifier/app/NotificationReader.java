package org.safeguardinghub.notifier.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.notifier.codec.NotificationCodec;
import org.safeguardinghub.notifier.delivery.Deliveries;
import org.safeguardinghub.notifier.delivery.Notification;
import org.safeguardinghub.notifier.dispatch.Loop;
import org.safeguardinghub.notifier.dispatch.Signal;
import org.safeguardinghub.schemas.NotificationRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings {@code notifications.v1} into the store, and only then commits the place. It is the only
 * topic that can cause a notice: no replay writes to it.
 */
final class NotificationReader implements Loop {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long STORE_PAUSE_MILLIS = 1_000;

  private final Consumer<String, byte[]> consumer;
  private final Deliveries deliveries;
  private final InstantSource realTime;
  private final Signal due;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final PatientDecoder<NotificationRecord> decoder;

  NotificationReader(
      Consumer<String, byte[]> consumer,
      Deserializer<NotificationRecord> deserializer,
      Deliveries deliveries,
      InstantSource realTime,
      Signal due) {
    this.consumer = consumer;
    this.decoder = new PatientDecoder<>(deserializer, closed);
    this.deliveries = deliveries;
    this.realTime = realTime;
    this.due = due;
  }

  /** Runs until closed. */
  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(List.of(Topics.NOTIFICATIONS.name()));
      while (closed.getCount() > 0) {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          keep(records);
          due.raise();
          commit();
        }
      }
    } catch (WakeupException _) {
      LOG.debug("closed");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(ConsumerRecords<String, byte[]> records) throws InterruptedException {
    List<Notification> readable = new ArrayList<>();
    List<Deliveries.Unreadable> unreadable = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      Optional<Notification> notification =
          record.value() == null
              ? Optional.empty()
              : decoder.decode(record.topic(), record.value()).flatMap(NotificationCodec::read);
      if (notification.isPresent()) {
        readable.add(notification.get());
      } else {
        LOG.error(
            "a notification cannot be read and is set aside: topic={} partition={} offset={}",
            record.topic(),
            record.partition(),
            record.offset());
        unreadable.add(
            new Deliveries.Unreadable(record.topic(), record.partition(), record.offset()));
      }
    }
    while (!keep(readable, unreadable)) {
      if (closed.await(STORE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("closing");
      }
    }
  }

  private boolean keep(List<Notification> readable, List<Deliveries.Unreadable> unreadable) {
    try {
      deliveries.accept(readable, realTime.instant());
      unreadable.forEach(record -> deliveries.quarantine(record, realTime.instant()));
      return true;
    } catch (Deliveries.StoreUnavailable e) {
      LOG.warn("cannot keep notifications, trying again", e);
      return false;
    }
  }

  private void commit() {
    try {
      consumer.commitSync();
    } catch (CommitFailedException | RetriableException e) {
      // They will be read again and change nothing.
      LOG.warn("the place in the topic was not committed", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    consumer.wakeup();
  }
}
