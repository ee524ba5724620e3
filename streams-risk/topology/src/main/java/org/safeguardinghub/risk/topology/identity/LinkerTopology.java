package org.safeguardinghub.risk.topology.identity;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;

/** The one ordered linker: whatever it writes about one event is one transaction. */
public final class LinkerTopology {
  private static final String READ_REQUESTS = "read-identity-requests";
  private static final String READ_RULINGS = "read-identity-rulings";
  private static final String LINK = "link-persons";
  private static final String RULE = "apply-rulings";

  private LinkerTopology() {}

  public static Topology build(IdentityEdge edge) {
    Topology topology = new Topology();
    addSource(topology, READ_REQUESTS, Topics.IDENTITY_REQUESTS);
    addSource(topology, READ_RULINGS, Topics.IDENTITY_RULINGS);
    topology.addProcessor(LINK, () -> new LinkerProcessor.OfRequests(edge), READ_REQUESTS);
    topology.addProcessor(RULE, () -> new LinkerProcessor.OfRulings(edge), READ_RULINGS);
    topology.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(LinkIndex.KEYS), Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled(),
        LINK,
        RULE);
    topology.addStateStore(
        store(edge, LinkIndex.PEOPLE, IdentityLinkRecord.class, Topics.IDENTITY_LINKS), LINK, RULE);
    topology.addStateStore(
        store(edge, LinkIndex.QUESTIONS, IdentityTaskRecord.class, Topics.IDENTITY_TASKS),
        LINK,
        RULE);
    topology.addStateStore(
        store(edge, LinkIndex.DECISIONS, IdentityDecisionRecord.class, Topics.IDENTITY_LEDGER),
        LINK,
        RULE);
    addSink(topology, edge, Outbox.LEDGER, Topics.IDENTITY_LEDGER, IdentityDecisionRecord.class);
    addSink(topology, edge, Outbox.LINKS, Topics.IDENTITY_LINKS, IdentityLinkRecord.class);
    addSink(topology, edge, Outbox.TASKS, Topics.IDENTITY_TASKS, IdentityTaskRecord.class);
    AttributionTopology.addSubjectSinks(topology, edge, LINK, RULE);
    return topology;
  }

  private static void addSource(Topology topology, String name, Topic topic) {
    topology.addSource(
        name, new StringDeserializer(), Serdes.ByteArray().deserializer(), topic.name());
  }

  private static <T extends SpecificRecord> StoreBuilder<KeyValueStore<String, T>> store(
      IdentityEdge edge, String name, Class<T> type, Topic topic) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name),
            Serdes.String(),
            new FixedTopicSerde<>(edge.serdes().value(type), topic.name()))
        .withCachingDisabled();
  }

  private static <T extends SpecificRecord> void addSink(
      Topology topology, IdentityEdge edge, String name, Topic topic, Class<T> type) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), edge.serdes().serializer(type), LINK, RULE);
  }
}
