package org.safeguardinghub.risk.topology.identity;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * The parallel path. It reads every feed by pattern, so that a new feed needs no redeployment, and
 * knows the links as a global table: a co-partitioned one would miss links silently.
 */
public final class AttributionTopology {
  /** Global table of links. */
  static final String LINKS = "identity-links";

  /** Urgent events that wait for the linker. */
  static final String WAITING = "urgent-waiting";

  private static final String READ = "read-concerns";
  private static final String ATTRIBUTE = "attribute-known";

  private AttributionTopology() {}

  public static Topology build(IdentityEdge edge) {
    Topology topology = new Topology();
    FixedTopicSerde<IdentityLinkRecord> links =
        new FixedTopicSerde<>(
            edge.serdes().value(IdentityLinkRecord.class), Topics.IDENTITY_LINKS.name());
    topology.addGlobalStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(LINKS), Serdes.String(), links)
            .withLoggingDisabled(),
        "read-identity-links",
        new StringDeserializer(),
        links.deserializer(),
        Topics.IDENTITY_LINKS.name(),
        "keep-identity-links",
        KeepLinks::new);
    Deserializer<byte[]> bytes = Serdes.ByteArray().deserializer();
    topology.addSource(READ, Serdes.String().deserializer(), bytes, Topics.CONCERNS);
    topology.addProcessor(ATTRIBUTE, () -> new AttributionProcessor(edge), READ);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(WAITING),
                Serdes.String(),
                new FixedTopicSerde<>(
                    edge.serdes().value(ConcernRecord.class), Topics.IDENTITY_REQUESTS.name()))
            .withCachingDisabled(),
        ATTRIBUTE);
    addSinks(topology, edge, ATTRIBUTE);
    return topology;
  }

  private static void addSinks(Topology topology, IdentityEdge edge, String parent) {
    topology.addSink(
        Outbox.REQUESTS,
        Topics.IDENTITY_REQUESTS.name(),
        new StringSerializer(),
        edge.serdes().serializer(ConcernRecord.class),
        parent);
    addSubjectSinks(topology, edge, parent);
  }

  /**
   * Where both paths write: the subject log, partitioned by subject alone, and the dispositions.
   */
  static void addSubjectSinks(Topology topology, IdentityEdge edge, String... parents) {
    topology.addSink(
        Outbox.SUBJECT_EVENTS,
        Topics.SUBJECT_EVENTS.name(),
        new StringSerializer(),
        edge.serdes().serializer(SubjectEventRecord.class),
        (_, key, _, partitions) -> Optional.of(Set.of(SubjectEventKey.partition(key, partitions))),
        parents);
    topology.addSink(
        Outbox.DISPOSITIONS,
        Topics.DISPOSITIONS.name(),
        new StringSerializer(),
        edge.serdes().serializer(DispositionRecord.class),
        parents);
  }

  /** Keeps the newest link of each person reference. */
  private static final class KeepLinks
      implements Processor<String, IdentityLinkRecord, Void, Void> {
    private @Nullable KeyValueStore<String, IdentityLinkRecord> links;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      links = context.getStateStore(LINKS);
    }

    @Override
    public void process(Record<String, IdentityLinkRecord> record) {
      if (links != null) {
        links.put(record.key(), record.value());
      }
    }
  }
}
