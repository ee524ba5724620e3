package org.safeguardinghub.risk.topology.risk;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.risk.codec.Unusable;

/**
 * Reads topic values inside a processor, so that one unreadable record is quarantined and the
 * partition moves on. A registry that does not answer is not the record's fault: that stops the
 * task, which tries again.
 */
final class BytesReader<T extends SpecificRecord> {
  private static final int NOT_FOUND = 404;

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
      if (registryAway(e)) {
        throw e;
      }
      throw new Unusable("the value is not a record of the topic's schema");
    }
  }

  private static boolean registryAway(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof UnknownHostException
          || cause instanceof InterruptedIOException
          || (cause instanceof RestClientException answer && answer.getStatus() != NOT_FOUND)) {
        return true;
      }
    }
    return false;
  }
}
