package org.safeguardinghub.risk.topology.identity;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topic values inside a processor, so that one unreadable record is passed over by reference
 * and the partition moves on. A registry that does not answer is not the record's fault: that stops
 * the task, which tries again.
 */
final class RecordReader<T extends SpecificRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

  private final Deserializer<T> deserializer;

  RecordReader(Deserializer<T> deserializer) {
    this.deserializer = deserializer;
  }

  Optional<T> read(Optional<RecordMetadata> where, byte @Nullable [] bytes) {
    String topic = where.map(RecordMetadata::topic).orElse("");
    try {
      // A tombstone says that a record is gone: nothing to do.
      return bytes == null ? Optional.empty() : Optional.of(deserializer.deserialize(topic, bytes));
    } catch (SerializationException | ClassCastException e) {
      if (RegistryAway.isCauseOf(e)) {
        throw e;
      }
      LOG.error(
          "unreadable record passed over: topic {}, partition {}, offset {}, {}",
          topic,
          where.map(RecordMetadata::partition).orElse(-1),
          where.map(RecordMetadata::offset).orElse(-1L),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
