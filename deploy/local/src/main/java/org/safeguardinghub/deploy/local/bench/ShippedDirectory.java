package org.safeguardinghub.deploy.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.console.codec.SentCodec;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.DirectoryKey;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.DirectoryEntryRecord;

/** Publishes the shipped lead directory where no console runs: alerts need owners. */
final class ShippedDirectory {
  private static final String WRITER = "hub-console-bench";

  private ShippedDirectory() {}

  /**
   * Publishes all of it as its first version.
   *
   * @param kafka signed in as who writes the directory
   */
  static void publish(KafkaSettings kafka, AvroSerdes serdes, HubKeys keys)
      throws ExecutionException, InterruptedException {
    LeadDirectory directory = DirectoryFile.shipped();
    Serializer<DirectoryEntryRecord> serializer = serdes.serializer(DirectoryEntryRecord.class);
    try (KafkaProducer<String, DirectoryEntryRecord> producer =
        new KafkaProducer<>(kafka.producer(WRITER), new StringSerializer(), serializer)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (var person : directory.persons()) {
        sent.add(
            producer.send(
                entry(
                    DirectoryKey.ofPerson(person.id()),
                    SentCodec.person(directory, person, directory.effectiveFrom(), keys, 1))));
      }
      for (var role : directory.roles()) {
        sent.add(producer.send(entry(role.key(), SentCodec.role(directory, role, 1))));
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  private static ProducerRecord<String, DirectoryEntryRecord> entry(
      String key, DirectoryEntryRecord value) {
    return new ProducerRecord<>(Topics.DIRECTORY.name(), key, value);
  }
}
