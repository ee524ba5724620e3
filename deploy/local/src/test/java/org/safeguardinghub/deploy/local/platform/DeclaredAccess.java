package org.safeguardinghub.deploy.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.safeguardinghub.deploy.local.provision.Grants;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;

/** Tries every principal on every topic against the real broker, reading and writing. */
final class DeclaredAccess {
  private static final byte[] KEY = {'t'};

  private final Platform platform;
  private final List<String> feeds;
  private final List<Topic> topics;

  DeclaredAccess(Platform platform, List<String> feeds) {
    this.platform = platform;
    this.feeds = feeds;
    this.topics = Topics.all(feeds, false);
  }

  /**
   * Every pair; what could be done and what is declared are compared as one picture per principal.
   */
  void verify() throws InterruptedException {
    Set<String> principals = new TreeSet<>(Grants.principals(feeds, false));
    Map<String, List<String>> written = new TreeMap<>();
    for (String principal : principals) {
      written.put(principal, writable(principal));
    }
    // Only now has every topic a record: a reader that is allowed gets one, any other is refused.
    for (String principal : principals) {
      Set<String> possible = new TreeSet<>(written.get(principal));
      possible.addAll(readable(principal));
      assertThat(possible).as("what %s can do", principal).isEqualTo(declared(principal));
    }
  }

  /** One principal, on topics that hold records already. */
  void verifyOne(String principal) throws InterruptedException {
    Set<String> possible = new TreeSet<>(writable(principal));
    possible.addAll(readable(principal));
    assertThat(possible).as("what %s can do", principal).isEqualTo(declared(principal));
  }

  private Set<String> declared(String principal) {
    Set<String> declared = new TreeSet<>();
    for (Topic topic : topics) {
      if (topic.writers().contains(principal)) {
        declared.add("write " + topic.name());
      }
      if (topic.readers().contains(principal)) {
        declared.add("read " + topic.name());
      }
    }
    return declared;
  }

  private List<String> writable(String principal) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(platform.kafka(principal).producer("try"));
    // A principal that may write nothing is refused already as an idempotent producer: here each
    // topic is tried.
    settings.put("enable.idempotence", false);
    List<String> allowed = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Topic topic : topics) {
        try {
          producer
              .send(new ProducerRecord<>(topic.name(), last(topic).partition(), KEY, null))
              .get();
          allowed.add("write " + topic.name());
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(AuthorizationException.class);
        }
      }
    }
    return allowed;
  }

  private List<String> readable(String principal) {
    List<String> allowed = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            platform.kafka(principal).reader("try"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      for (Topic topic : topics) {
        try {
          consumer.assign(List.of(last(topic)));
          consumer.seekToBeginning(List.of(last(topic)));
          if (!awaitRecord(consumer)) {
            throw new AssertionError("neither a record nor a refusal from " + topic.name());
          }
          allowed.add("read " + topic.name());
        } catch (AuthorizationException refused) {
          // Whether it was to be refused is compared by the caller.
        }
      }
    }
    return allowed;
  }

  private static boolean awaitRecord(KafkaConsumer<byte[], byte[]> consumer) {
    for (int second = 0; second < 30; second++) {
      if (!consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Not the first partition: the tests that read records look at that one. */
  private static TopicPartition last(Topic topic) {
    return new TopicPartition(topic.name(), topic.partitions() - 1);
  }
}
