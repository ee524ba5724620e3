package org.safeguardinghub.deploy.local.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.FamilyInformed;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.HouseholdContextRecord;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.PublisherRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRole;

/**
 * Writes invented children to the subject log as attribution does: in order of receipt, dates of
 * birth sealed, in transactions, by subject. They have no words.
 */
final class InventedLog {
  private static final String WRITER = "hub-identity-bench";
  private static final int TRANSACTION = 500;

  private final HubKeys keys;
  private final Serializer<SubjectEventRecord> serializer;

  InventedLog(AvroSerdes serdes, HubKeys keys) {
    this.keys = keys;
    this.serializer = serdes.serializer(SubjectEventRecord.class);
  }

  record Logged(SubjectRef subject, AttributedEvent event) {
    Instant at() {
      return event.receivedAt();
    }
  }

  /**
   * Writes all of them.
   *
   * @param kafka signed in as who writes the subject log
   */
  WrittenLog write(KafkaSettings kafka, List<InventedChildren.Child> children)
      throws ExecutionException, InterruptedException {
    List<Logged> all = new ArrayList<>();
    for (InventedChildren.Child child : children) {
      child.events().forEach(event -> all.add(new Logged(child.subject(), event)));
    }
    all.sort(Comparator.comparing(Logged::at));
    Map<String, Object> settings = kafka.producer(WRITER);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
    Map<Integer, List<Long>> offsets = new HashMap<>();
    try (KafkaProducer<String, SubjectEventRecord> producer =
        new KafkaProducer<>(settings, new StringSerializer(), serializer)) {
      producer.initTransactions();
      for (int from = 0; from < all.size(); from += TRANSACTION) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Logged one : all.subList(from, Math.min(from + TRANSACTION, all.size()))) {
          sent.add(producer.send(record(one)));
        }
        producer.commitTransaction();
        for (Future<RecordMetadata> each : sent) {
          RecordMetadata place = each.get();
          offsets.computeIfAbsent(place.partition(), _ -> new ArrayList<>()).add(place.offset());
        }
      }
    }
    return new WrittenLog(
        Topics.SUBJECT_EVENTS.name(), offsets, all.stream().map(Logged::at).toList());
  }

  ProducerRecord<String, SubjectEventRecord> record(Logged logged) {
    AttributedEvent event = logged.event();
    boolean context = event.whose().context();
    SubjectEventRecord value =
        SubjectEventRecord.newBuilder()
            .setSubject(Refs.toRecord(logged.subject()))
            .setKind(
                context ? SubjectEventKind.HOUSEHOLD_CONTEXT : SubjectEventKind.ATTRIBUTED_EVENT)
            .setRecordId(event.key())
            .setLoggedAt(event.receivedAt())
            .setBody(context ? context(event) : body(event))
            .build();
    String key = SubjectEventKey.of(logged.subject(), value.getKind().name(), value.getRecordId());
    return new ProducerRecord<>(
        Topics.SUBJECT_EVENTS.name(),
        SubjectEventKey.partition(key, Topics.SUBJECT_PARTITIONS),
        key,
        value);
  }

  private HouseholdContextRecord context(AttributedEvent event) {
    Set<String> children = event.whose().children();
    return HouseholdContextRecord.newBuilder()
        .setHouseholdRef(event.places().household())
        .setMemberChildRef(children.iterator().next())
        .setEvent(body(event))
        .build();
  }

  private AttributedEventRecord body(AttributedEvent event) {
    String family = event.publisher().family().name();
    return AttributedEventRecord.newBuilder()
        .setEventId(event.eventId())
        .setReceiptId(event.receiptId())
        .setSubjectIndex(event.subjectIndex())
        .setFeed(event.feed())
        .setPublisher(
            PublisherRecord.newBuilder()
                .setAgency(event.publisher().agency())
                .setFamily(family)
                .build())
        .setType(event.type())
        .setTypeVersion(1)
        .setSubjectRole(SubjectRole.valueOf(event.role().name()))
        .setPersonRef(event.whose().personRef())
        .setIdentityConfirmed(event.whose().identityConfirmed())
        .setHouseholdRef(event.places().household())
        .setOccurredAt(event.occurredAt())
        .setOccurredPrecision(OccurredPrecision.EXACT)
        .setReceivedAt(event.receivedAt())
        .setIncidentRef(event.links().incidentRef())
        .setDerivedFrom(event.links().derivedFrom())
        .setSupersedes(event.links().supersedes())
        .setLevel(LevelRecord.newBuilder().setEffective(event.level()).setMapVersion("1").build())
        .setAssertion(Assertion.valueOf(event.assertion().name()))
        .setHandling(
            HandlingRecord.newBuilder()
                .setHandlingClass(HandlingClassCode.valueOf(event.handling().name()))
                .build())
        .setCountable(event.countable())
        .setFamilyInformed(FamilyInformed.NOT_SAID)
        .setLegalGateway("CA2004-S16LA")
        .setDateOfBirth(sealed(event))
        .build();
  }

  private @org.jspecify.annotations.Nullable SealedRecord sealed(AttributedEvent event) {
    return event
        .birth()
        .map(born -> keys.sealText(HubKeys.DATE_OF_BIRTH, event.eventId(), born.toString()))
        .map(SealedCodec::toRecord)
        .orElse(null);
  }
}
