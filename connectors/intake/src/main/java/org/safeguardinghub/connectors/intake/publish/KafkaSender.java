package org.safeguardinghub.connectors.intake.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through one idempotent producer per principal: the connector's own, and one per feed, opened when it first
 * sends. After a failure it holds off for a moment, so that callers do not each wait for a broker that is away: what is
 * recorded goes out later.
 */
public final class KafkaSender implements RecordSender {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);
  private static final Duration HOLD_OFF = Duration.ofSeconds(3);

  /** Longer than a producer tries, so that no record is still on its way when this gives up. */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final Function<Optional<String>, Producer<String, byte[]>> open;
  private final Serializer<SpecificRecord> serializer;
  private final Map<Optional<String>, Producer<String, byte[]>> producers = new ConcurrentHashMap<>();
  private final AtomicLong holdOffUntil = new AtomicLong(System.nanoTime());

  /**
   * @param open opens the producer of a feed, or the connector's own
   * @param serializer the Avro serializer of all values
   */
  public KafkaSender(
      Function<Optional<String>, Producer<String, byte[]>> open, Serializer<SpecificRecord> serializer) {
    this.open = open;
    this.serializer = serializer;
  }

  /** How these producers differ from other apps': small, and quick to say that the broker is away. */
  public static Map<String, Object> tuned(Map<String, Object> producer) {
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return producer;
  }

  @Override
  public Set<String> send(List<Outgoing> records) {
    Set<String> failed = new HashSet<>();
    if (System.nanoTime() - holdOffUntil.get() < 0) {
      records.forEach(record -> failed.add(record.receiptId()));
      return failed;
    }
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Outgoing record : records) {
      if (failed.isEmpty()) {
        sendOne(record, failed).ifPresent(sent::add);
      } else {
        failed.add(record.receiptId());
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (int i = 0; i < sent.size(); i++) {
      if (!acknowledged(sent.get(i), deadline)) {
        failed.add(records.get(i).receiptId());
      }
    }
    if (!failed.isEmpty()) {
      holdOffUntil.set(System.nanoTime() + HOLD_OFF.toNanos());
      LOG.warn("the broker or the registry did not take the records of {} messages: they are kept and sent later", failed.size());
    }
    return failed;
  }

  @Override
  public void close() {
    producers.values().forEach(producer -> producer.close(Duration.ofSeconds(5)));
    serializer.close();
  }

  private Optional<Future<RecordMetadata>> sendOne(Outgoing record, Set<String> failed) {
    try {
      byte[] value = serializer.serialize(record.topic().name(), record.value());
      Producer<String, byte[]> producer = producers.computeIfAbsent(record.feed(), open);
      return Optional.of(producer.send(new ProducerRecord<>(record.topic().name(), record.key(), value)));
    } catch (KafkaException e) {
      // Messages of Avro may quote a value: only the kind of fault is logged.
      LOG.warn("cannot send to {}: {}", record.topic().name(), e.getClass().getSimpleName());
      failed.add(record.receiptId());
      return Optional.empty();
    }
  }

  private static boolean acknowledged(Future<RecordMetadata> sent, long deadline) {
    try {
      sent.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      LOG.warn("a record was not acknowledged: {}", cause.getClass().getSimpleName());
      return false;
    }
  }
}
