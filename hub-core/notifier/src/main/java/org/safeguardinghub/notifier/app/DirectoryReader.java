package org.safeguardinghub.notifier.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.notifier.codec.DirectoryCodec;
import org.safeguardinghub.notifier.contact.ContactBook;
import org.safeguardinghub.notifier.dispatch.Loop;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows {@code directory.v1} from its start into the contact book. */
final class DirectoryReader implements Loop {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final List<TopicPartition> PARTITIONS =
      List.of(new TopicPartition(Topics.DIRECTORY.name(), 0));

  private final Consumer<String, byte[]> consumer;
  private final ContactBook book;
  private final CountDownLatch caughtUp = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final PatientDecoder<DirectoryEntryRecord> decoder;

  DirectoryReader(
      Consumer<String, byte[]> consumer,
      Deserializer<DirectoryEntryRecord> deserializer,
      ContactBook book) {
    this.consumer = consumer;
    this.decoder = new PatientDecoder<>(deserializer, closed);
    this.book = book;
  }

  /** Waits until what stood in the topic at the start is known. */
  boolean awaitCaughtUp(Duration most) throws InterruptedException {
    return caughtUp.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs until closed. */
  @Override
  public void run() {
    try (consumer) {
      consumer.assign(PARTITIONS);
      consumer.seekToBeginning(PARTITIONS);
      Map<TopicPartition, Long> ends = consumer.endOffsets(PARTITIONS);
      while (closed.getCount() > 0) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
        if (ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue())) {
          caughtUp.countDown();
        }
      }
    } catch (WakeupException _) {
      LOG.debug("closed");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) throws InterruptedException {
    if (record.value() == null) {
      DirectoryCodec.apply(book, record.key(), null);
      return;
    }
    Optional<DirectoryEntryRecord> entry = decoder.decode(record.topic(), record.value());
    if (entry.isPresent()) {
      DirectoryCodec.apply(book, record.key(), entry.get());
    } else {
      LOG.error("a directory entry cannot be read: offset={}", record.offset());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    consumer.wakeup();
  }
}
