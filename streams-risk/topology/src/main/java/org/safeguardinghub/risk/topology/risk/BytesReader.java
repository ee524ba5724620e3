package org.safeguardinghub.risk.topology.risk;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.safeguardinghub.risk.codec.Unusable;

/**
 * Reads topic values inside a processor, so that one unreadable record is quarantined and the
 * partition moves on. A registry that does not answer is not the record's fault: that stops the
 * task, which tries again.
 */
final class BytesReader<T extends SpecificRecord> {

  private final Deserializer<T> deserializer;
  private final String topic;

  BytesReader(Deserializer<T> deserializer, String topic) {
    this.deserializer = deserializer;
    this.topic = topic;
  }

  T read(byte[] bytes) {
    try {
      return deserializer.deserialize(topic, bytes);
    } catch (SerializationException | ClassCastException e) {
      if (RegistryAway.isCauseOf(e)) {
        throw e;
      }
      throw new Unusable("the value is not a record of the topic's schema");
    }
  }
}
