package org.safeguardinghub.risk.topology.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.runtime.WholeTopic;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.topology.risk.PolicyPublication;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the shipped policy where it is not there yet, in one transaction: its markers and
 * itself, or nothing.
 */
final class PolicyPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(PolicyPublisher.class);
  private final KafkaSettings kafka;
  private final AvroSerdes serdes;
  private final String application;

  PolicyPublisher(KafkaSettings kafka, AvroSerdes serdes, String application) {
    this.kafka = kafka;
    this.serdes = serdes;
    this.application = application;
  }

  void publish(PolicyPublication publication) {
    if (isThere(publication.key())) {
      return;
    }
    Map<String, Object> settings = kafka.producer(application + "-policy");
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, application + "-policy");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      publication.markers().forEach((key, marker) -> sent.add(producer.send(marker(key, marker))));
      sent.add(
          producer.send(
              record(
                  Topics.RISK_POLICY,
                  0,
                  publication.key(),
                  publication.version(),
                  PolicyVersionRecord.class)));
      producer.commitTransaction();
      // A record that was refused has failed the commit; this says which one, should that ever
      // change.
      sent.forEach(Future::resultNow);
    }
    LOG.info("policy {} published and activated", publication.key());
  }

  private ProducerRecord<String, byte[]> marker(String key, SubjectEventRecord marker) {
    int partition = SubjectEventKey.partition(key, Topics.SUBJECT_PARTITIONS);
    return record(Topics.SUBJECT_EVENTS, partition, key, marker, SubjectEventRecord.class);
  }

  private <T extends SpecificRecord> ProducerRecord<String, byte[]> record(
      Topic topic, int partition, String key, T value, Class<T> type) {
    byte[] bytes = serdes.serializer(type).serialize(topic.name(), value);
    return new ProducerRecord<>(topic.name(), partition, key, bytes);
  }

  private boolean isThere(String key) {
    Set<String> keys = new HashSet<>();
    WholeTopic.each(
        kafka, application + "-policy-reader", Topics.RISK_POLICY, read -> keys.add(read.key()));
    return keys.contains(key);
  }
}
