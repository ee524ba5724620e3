package org.safeguardinghub.risk.topology.identity;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serde that always names one topic. State stores would name their changelog, whose schema nobody
 * registers; with this they use the schema of the topic that carries the same record.
 */
final class FixedTopicSerde<T> implements Serde<T> {
  private final Serde<T> inner;
  private final String topic;

  FixedTopicSerde(Serde<T> inner, String topic) {
    this.inner = inner;
    this.topic = topic;
  }

  @Override
  public Serializer<T> serializer() {
    return (_, value) -> inner.serializer().serialize(topic, value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (_, bytes) -> inner.deserializer().deserialize(topic, bytes);
  }
}
