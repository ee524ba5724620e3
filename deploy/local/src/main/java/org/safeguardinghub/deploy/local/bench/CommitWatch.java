package org.safeguardinghub.deploy.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of a streams application, watched: when its first record of a log came, and when how
 * much of the log was committed. It costs a clock reading for each poll and each transaction.
 */
final class CommitWatch implements KafkaClientSupplier {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final WrittenLog log;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Map<Integer, Long> committed = new HashMap<>();
  private final List<Mark> marks = new ArrayList<>();

  CommitWatch(WrittenLog log) {
    this.log = log;
  }

  /**
   * What was reached at a moment.
   *
   * @param nanos the moment, by {@link System#nanoTime}
   * @param cpuNanos what this process had used of the processors by then
   * @param events events that were committed by then
   */
  record Mark(long nanos, long cpuNanos, int events) {}

  private static Mark mark(int events) {
    return new Mark(System.nanoTime(), SYSTEM.getProcessCpuTime(), events);
  }

  /** Whether the whole log was committed within so long. */
  boolean awaitEnd(Duration within) throws InterruptedException {
    return done.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Events of the log that are committed by now. */
  synchronized int events() {
    return marks.isEmpty() ? 0 : marks.getLast().events();
  }

  /** The time as the events tell it: when the latest of those that are committed was received. */
  Instant reached() {
    return log.receivedAt(events());
  }

  /** The reading of the first record with nothing committed, then every commit of the log. */
  synchronized List<Mark> marks() {
    return List.copyOf(marks);
  }

  private synchronized void polled(ConsumerRecords<byte[], byte[]> records) {
    if (marks.isEmpty() && records.records(log.topic()).iterator().hasNext()) {
      marks.add(mark(0));
    }
  }

  private synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    boolean moved = false;
    for (Map.Entry<TopicPartition, OffsetAndMetadata> entry : offsets.entrySet()) {
      if (entry.getKey().topic().equals(log.topic())) {
        committed.put(entry.getKey().partition(), entry.getValue().offset());
        moved = true;
      }
    }
    if (moved && !marks.isEmpty() && done.getCount() > 0) {
      int events = log.eventsBefore(committed);
      marks.add(mark(events));
      if (events == log.events()) {
        done.countDown();
      }
    }
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
      private final Map<TopicPartition, OffsetAndMetadata> sent = new HashMap<>();

      @Override
      public void sendOffsetsToTransaction(
          Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        super.sendOffsetsToTransaction(offsets, group);
        sent.putAll(offsets);
      }

      @Override
      public void commitTransaction() {
        super.commitTransaction();
        committed(sent);
        sent.clear();
      }
    };
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
      @Override
      public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
        polled(records);
        return records;
      }
    };
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return plain(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return plain(config);
  }

  private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
