package org.safeguardinghub.kernel.codec;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.safeguardinghub.schemas.TrustedSchemas;

/**
 * Typed Avro serdes for topic values, by the genuine Confluent serializer. Keys are UTF-8 strings
 * everywhere.
 */
public final class AvroSerdes {
  private final Map<String, Object> registry;

  private AvroSerdes(Map<String, Object> registry) {
    this.registry = Map.copyOf(registry);
    TrustedSchemas.install();
  }

  /**
   * With the registry settings of {@code KafkaSettings.registry()}, or with {@code mock://} for a
   * topology under the test driver.
   */
  public static AvroSerdes of(Map<String, Object> registry) {
    return new AvroSerdes(registry);
  }

  public <T extends SpecificRecord> Serde<T> value(Class<T> type) {
    return Serdes.serdeFrom(serializer(type), deserializer(type));
  }

  public <T extends SpecificRecord> FramedSerializer<T> serializer(Class<T> type) {
    KafkaAvroSerializer avro = new KafkaAvroSerializer();
    avro.configure(registry, false);
    return new FramedSerializer<>(avro);
  }

  public <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
    KafkaAvroDeserializer avro = new KafkaAvroDeserializer();
    avro.configure(registry, false);
    return new Deserializer<>() {
      @Override
      public T deserialize(String topic, byte[] data) {
        return type.cast(avro.deserialize(topic, data));
      }

      @Override
      public void close() {
        avro.close();
      }
    };
  }
}
