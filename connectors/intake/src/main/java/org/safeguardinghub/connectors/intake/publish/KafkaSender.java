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
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.safeguardinghub.kernel.codec.FramedSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through one idempotent producer per principal: the connector's own, and one per feed,
 * opened when it first sends. After a failure a principal holds off for a moment, so that callers
 * do not each wait for a broker that is away: what is recorded goes out later.
 */
public final class KafkaSender implements RecordSender {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);
  private static final Duration HOLD_OFF = Duration.ofSeconds(3);

  /** Longer than a producer tries, so that no record is still on its way when this gives up. */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final Function<Optional<String>, Producer<String, byte[]>> open;
  private final FramedSerializer<SpecificRecord> serializer;
  private final Map<Optional<String>, Producer<String, byte[]>> producers =
      new ConcurrentHashMap<>();
  private final Map<Optional<String>, Long> holdOffUntil = new ConcurrentHashMap<>();

  /**
   * @param open opens the producer of a feed, or the connector's own
   * @param serializer the Avro serializer of all values
   */
  public KafkaSender(
      Function<Optional<String>, Producer<String, byte[]>> open,
      FramedSerializer<SpecificRecord> serializer) {
    this.open = open;
    this.serializer = serializer;
  }

  /**
   * How these producers differ from other apps': small, and quick to say that the broker is away.
   */
  public static Map<String, Object> tuned(Map<String, Object> producer) {
    producer.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L * 1024 * 1024);
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000);
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // A trip brings thousands of records at once: few requests instead of many.
    producer.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    return producer;
  }

  @Override
  public Set<String> send(List<Outgoing> records) {
    Set<String> failed = new HashSet<>();
    Set<Optional<String>> away = new HashSet<>();
    List<Sent> sent = new ArrayList<>();
    for (Outgoing record : records) {
      if (away.contains(record.feed()) || holdsOff(record.feed())) {
        failed.add(record.receiptId());
      } else if (!sendOne(record, sent)) {
        failed.add(record.receiptId());
        away.add(record.feed());
      }
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (Sent one : sent) {
      if (!acknowledged(one.acknowledgement(), deadline)) {
        failed.add(one.record().receiptId());
        away.add(one.record().feed());
      }
    }
    long until = System.nanoTime() + HOLD_OFF.toNanos();
    away.forEach(principal -> holdOffUntil.put(principal, until));
    if (!failed.isEmpty()) {
      LOG.warn(
          "the broker or the registry did not take the records of {} messages: they are kept and sent later",
          failed.size());
    }
    return failed;
  }

  @Override
  public void close() {
    producers.values().forEach(producer -> producer.close(Duration.ofSeconds(5)));
    serializer.close();
  }

  private record Sent(Outgoing record, Future<RecordMetadata> acknowledgement) {}

  private boolean holdsOff(Optional<String> principal) {
    Long until = holdOffUntil.get(principal);
    return until != null && System.nanoTime() - until < 0;
  }

  private boolean sendOne(Outgoing record, List<Sent> sent) {
    try {
      byte[] value = value(record);
      Producer<String, byte[]> producer = producers.computeIfAbsent(record.feed(), open);
      sent.add(
          new Sent(
              record,
              producer.send(new ProducerRecord<>(record.topic().name(), record.key(), value))));
      return true;
    } catch (KafkaException e) {
      // Messages of Avro may quote a value: only the kind of fault is logged.
      LOG.warn("cannot send to {}: {}", record.topic().name(), e.getClass().getSimpleName());
      return false;
    }
  }

  private byte[] value(Outgoing record) {
    String topic = record.topic().name();
    return record.body().isPresent()
        ? serializer.serialize(topic, record.value(), record.body().get())
        : serializer.serialize(topic, record.value());
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
