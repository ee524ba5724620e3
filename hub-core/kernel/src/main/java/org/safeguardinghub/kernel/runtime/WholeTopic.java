package org.safeguardinghub.kernel.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.safeguardinghub.kernel.topics.Topic;

/** Reads a topic from its beginning to where it ends when the reading begins. */
public final class WholeTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private WholeTopic() {}

  /**
   * Every record, in order within its partition.
   *
   * @param kafka as whom is read
   * @param client name under which the broker knows the reader
   */
  public static void each(
      KafkaSettings kafka,
      String client,
      Topic topic,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            kafka.reader(client), new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < end(ends, one))) {
        for (ConsumerRecord<String, byte[]> read : consumer.poll(POLL)) {
          if (read.offset() < end(ends, new TopicPartition(read.topic(), read.partition()))) {
            each.accept(read);
          }
        }
      }
    }
  }

  private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
    return ends.getOrDefault(partition, 0L);
  }
}
