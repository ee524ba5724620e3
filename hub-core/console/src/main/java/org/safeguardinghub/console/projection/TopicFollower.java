package org.safeguardinghub.console.projection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.safeguardinghub.console.alert.ChangeSignal;
import org.safeguardinghub.console.store.Statements;
import org.safeguardinghub.console.store.Transactions;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.safeguardinghub.kernel.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the topics with one consumer and keeps its place in the database, in the transaction of
 * the rows: a crash neither loses nor repeats a row.
 */
public final class TopicFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long PAUSE_MS = 500;

  private final Consumer<String, byte[]> consumer;
  private final Transactions transactions;
  private final Projector projector;
  private final Undelivered undelivered;
  private final ChangeSignal signal;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  public TopicFollower(
      Consumer<String, byte[]> consumer,
      Transactions transactions,
      Projector projector,
      Undelivered undelivered,
      ChangeSignal signal) {
    this.consumer = consumer;
    this.transactions = transactions;
    this.projector = projector;
    this.undelivered = undelivered;
    this.signal = signal;
    this.thread = Thread.ofPlatform().name("projection").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** Waits until all that was there at the start has rows; false if that takes longer. */
  public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
    return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      while (!closed()) {
        try {
          follow();
        } catch (WakeupException e) {
          return;
        } catch (KafkaException | Transactions.StoreFailure e) {
          // The place is in the database: starting over from there is safe, and the only way that
          // is.
          LOG.atWarn().setCause(e).log("the projection starts over from its last stored place");
          pause();
        }
      }
    }
  }

  private void follow() {
    List<TopicPartition> partitions = partitions();
    consumer.assign(partitions);
    seek(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!closed()) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        store(records);
      }
      if (caughtUp.getCount() > 0
          && ends.entrySet().stream()
              .allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
        caughtUp.countDown();
      }
    }
  }

  private void store(ConsumerRecords<String, byte[]> records) {
    List<ChangeSignal.Change> changed = transactions.call(sql -> apply(sql, records));
    undelivered.wake();
    if (!changed.isEmpty()) {
      signal.changed(changed);
    }
  }

  private List<ChangeSignal.Change> apply(Statements sql, ConsumerRecords<String, byte[]> records)
      throws SQLException {
    List<ChangeSignal.Change> changed = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      applyOne(sql, record, changed);
    }
    for (TopicPartition partition : records.partitions()) {
      sql.update(
          "insert into console.progress (topic, part, next_offset) values (?, ?, ?)"
              + " on conflict (topic, part) do update set next_offset = excluded.next_offset",
          partition.topic(),
          partition.partition(),
          consumer.position(partition));
    }
    undelivered.passOn(sql);
    return changed;
  }

  private void applyOne(
      Statements sql, ConsumerRecord<String, byte[]> record, List<ChangeSignal.Change> changed)
      throws SQLException {
    byte[] value = record.value();
    if (value == null) {
      projector.remove(sql, record.topic(), record.key());
      return;
    }
    try {
      projector.apply(sql, record.topic(), record.key(), value).ifPresent(changed::add);
    } catch (SerializationException e) {
      if (RegistryAway.isCauseOf(e)) {
        // The registry does not answer: that is no fault of the record.
        throw e;
      }
      LOG.atError()
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("a record cannot be read and is passed over");
    }
  }

  private void seek(List<TopicPartition> partitions) {
    Map<TopicPartition, Long> places = new HashMap<>();
    transactions.run(
        sql ->
            sql.query(
                "select topic, part, next_offset from console.progress",
                row ->
                    places.put(
                        new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3))));
    for (TopicPartition partition : partitions) {
      Long place = places.get(partition);
      if (place == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, place);
      }
    }
  }

  private static List<TopicPartition> partitions() {
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic topic : Projector.TOPICS) {
      for (int i = 0; i < topic.partitions(); i++) {
        partitions.add(new TopicPartition(topic.name(), i));
      }
    }
    return partitions;
  }

  private boolean closed() {
    return closing.getCount() == 0;
  }

  private void pause() {
    try {
      closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }
}
