package org.safeguardinghub.connectors.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.publish.RecordSender.Outgoing;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.FeedHealthRecord;

final class KafkaSenderTest {
  private final Map<Optional<String>, MockProducer<String, byte[]>> producers = new HashMap<>();
  private final List<Optional<String>> opened = new ArrayList<>();
  private final KafkaSender sender =
      new KafkaSender(
          principal -> {
            opened.add(principal);
            return producers.computeIfAbsent(principal, _ -> producer());
          },
          AvroSerdes.of(
                  Map.of(
                      "schema.registry.url", "mock://kafka-sender", "auto.register.schemas", true))
              .serializer(SpecificRecord.class));

  @Test
  void eachPrincipalHasOneProducer() {
    List<Outgoing> records =
        List.of(
            record(Optional.empty(), "r1"),
            record(Optional.of("a"), "r1"),
            record(Optional.of("a"), "r2"));
    assertThat(sender.send(records)).isEmpty();
    assertThat(opened).containsExactly(Optional.empty(), Optional.of("a"));
    assertThat(producerOf("a").history()).hasSize(2);
    assertThat(producerOf("a").history().getFirst().topic()).isEqualTo(Topics.FEED_HEALTH.name());
  }

  @Test
  void failureOfOnePrincipalHoldsOffThatOneOnly() {
    MockProducer<String, byte[]> away = producer();
    away.sendException = new TimeoutException("no metadata");
    producers.put(Optional.of("a"), away);
    List<Outgoing> records =
        List.of(
            record(Optional.of("a"), "r1"),
            record(Optional.of("a"), "r2"),
            record(Optional.of("b"), "r3"));
    assertThat(sender.send(records)).containsExactlyInAnyOrder("r1", "r2");
    away.sendException = null;
    assertThat(sender.send(records))
        .as("right after the failure")
        .containsExactlyInAnyOrder("r1", "r2");
    assertThat(producerOf("b").history()).hasSize(2);
  }

  @Test
  void recordThatTheBrokerRejectsIsNotCounted() throws InterruptedException {
    MockProducer<String, byte[]> rejecting =
        new MockProducer<>(
            false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    producers.put(Optional.empty(), rejecting);
    Thread broker =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!rejecting.errorNext(new TimeoutException("not acknowledged"))) {
                    Thread.onSpinWait();
                  }
                });
    assertThat(sender.send(List.of(record(Optional.empty(), "r1")))).containsExactly("r1");
    assertThat(broker.join(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void producersGiveUpBeforeTheSenderDoes() {
    Map<String, Object> tuned =
        KafkaSender.tuned(
            new KafkaSettings("localhost:1", "u", "p", "http://localhost:2").producer("test"));
    assertThat(tuned)
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all");
    assertThat((Integer) tuned.get(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG)).isLessThan(9_000);
  }

  private MockProducer<String, byte[]> producerOf(String feed) {
    return Objects.requireNonNull(producers.get(Optional.of(feed)));
  }

  private static MockProducer<String, byte[]> producer() {
    return new MockProducer<>(
        true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
  }

  private static Outgoing record(Optional<String> feed, String receiptId) {
    FeedHealthRecord value =
        FeedHealthRecord.newBuilder()
            .setFeed("a")
            .setConnector("connector-test")
            .setAccepted(1)
            .setRefused(0)
            .setAt(Messages.NOW)
            .build();
    return new Outgoing(feed, receiptId, Topics.FEED_HEALTH, "a", value);
  }
}
