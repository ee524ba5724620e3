package org.safeguardinghub.deploy.local.story;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.ClockRecord;

/** Moves the story clock; it only goes forward. */
public final class StoryClockHand implements AutoCloseable {
  private final KafkaProducer<String, ClockRecord> producer;
  private final InstantSource wall;
  private Instant now = Instant.EPOCH;

  public StoryClockHand(KafkaSettings story, AvroSerdes serdes, InstantSource wall) {
    this.producer =
        new KafkaProducer<>(
            story.producer("story-clock"),
            new StringSerializer(),
            serdes.serializer(ClockRecord.class));
    this.wall = wall;
  }

  /** Sets the clock; says whether it moved. */
  public boolean moveTo(Instant instant) {
    if (!instant.isAfter(now)) {
      return false;
    }
    ClockRecord record =
        ClockRecord.newBuilder().setInstant(instant).setSetAt(wall.instant()).build();
    try {
      producer.send(new ProducerRecord<>(Topics.CLOCK.name(), "clock", record)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryPlayer.PlayStopped("interrupted while moving the clock");
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker did not take the clock", e.getCause());
    }
    now = instant;
    return true;
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(2));
  }
}
