package org.safeguardinghub.notifier.app;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.kernel.codec.RegistryAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes records one by one. A registry that is away is waited for; a record that nobody can read
 * is a value, so that the partition moves on.
 */
final class PatientDecoder<T> {
  private static final Logger LOG = LoggerFactory.getLogger(PatientDecoder.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final Deserializer<T> deserializer;
  private final CountDownLatch closed;

  PatientDecoder(Deserializer<T> deserializer, CountDownLatch closed) {
    this.deserializer = deserializer;
    this.closed = closed;
  }

  /** Empty: unreadable. */
  Optional<T> decode(String topic, byte[] bytes) throws InterruptedException {
    while (true) {
      try {
        return Optional.of(deserializer.deserialize(topic, bytes));
      } catch (RetriableException | SerializationException e) {
        if (!RegistryAway.isCauseOf(e)) {
          return Optional.empty();
        }
        LOG.warn("the schema registry does not answer, trying again: topic={}", topic);
        if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw new InterruptedException("closing");
        }
      } catch (AvroRuntimeException | ClassCastException _) {
        return Optional.empty();
      }
    }
  }
}
