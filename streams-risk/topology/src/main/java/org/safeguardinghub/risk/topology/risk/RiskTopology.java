package org.safeguardinghub.risk.topology.risk;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.ClockReachedRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRecord;

/**
 * The risk application: the subject log and what people did come in, decisions, alerts and
 * notifications go out. It reads what it writes to the subject log and to the actions: deadlines
 * are evaluated in the order of the log, as everything else.
 */
public final class RiskTopology {
  private static final String PROCESSOR = "correlate-risk";

  private RiskTopology() {}

  public static Topology build(RiskEdge edge) {
    Topology topology = new Topology();
    AtomicLong directoryChanges = new AtomicLong();
    AtomicLong policyChanges = new AtomicLong();
    source(topology, "read-subject-events", Topics.SUBJECT_EVENTS);
    source(topology, "read-alert-actions", Topics.ALERT_ACTIONS);
    source(topology, "read-held-rulings", Topics.HELD_RULINGS);
    globalTable(topology, "directory", Stored.DIRECTORY, Topics.DIRECTORY, directoryChanges);
    globalTable(topology, "policies", Stored.POLICIES, Topics.RISK_POLICY, policyChanges);
    topology.addProcessor(
        PROCESSOR,
        new ProcessorSupplier<String, byte[], String, SpecificRecord>() {
          @Override
          public Processor<String, byte[], String, SpecificRecord> get() {
            return new RiskProcessor(edge, directoryChanges, policyChanges);
          }

          @Override
          public Set<StoreBuilder<?>> stores() {
            return Stored.perTask();
          }
        },
        "read-subject-events",
        "read-alert-actions",
        "read-held-rulings");
    sinks(topology, edge);
    return topology;
  }

  private static void sinks(Topology topology, RiskEdge edge) {
    // Keys carry more than the subject; the partition follows the subject alone.
    StreamPartitioner<String, SubjectEventRecord> bySubject =
        (_, key, _, partitions) -> Optional.of(Set.of(SubjectEventKey.partition(key, partitions)));
    topology.addSink(
        Outlets.SUBJECT_EVENTS,
        Topics.SUBJECT_EVENTS.name(),
        new StringSerializer(),
        edge.serdes().serializer(SubjectEventRecord.class),
        bySubject,
        PROCESSOR);
    sink(topology, edge, Outlets.SUBJECTS, Topics.SUBJECTS, SubjectRecord.class);
    sink(topology, edge, Outlets.RISK_DECISIONS, Topics.RISK_DECISIONS, RiskDecisionRecord.class);
    sink(topology, edge, Outlets.ALERTS, Topics.ALERTS, AlertRecord.class);
    sink(topology, edge, Outlets.ALERT_ACTIONS, Topics.ALERT_ACTIONS, AlertActionRecord.class);
    sink(topology, edge, Outlets.NOTIFICATIONS, Topics.NOTIFICATIONS, NotificationRecord.class);
    topology.addSink(
        Outlets.HELD_FINDINGS,
        Topics.HELD_FINDINGS.name(),
        new StringSerializer(),
        edge.serdes().serializer(HeldFindingRecord.class),
        (_, key, _, partitions) -> Optional.of(Set.of(SubjectEventKey.partition(key, partitions))),
        PROCESSOR);
    sink(topology, edge, Outlets.DISPOSITIONS, Topics.DISPOSITIONS, DispositionRecord.class);
    if (edge.story()) {
      sink(topology, edge, Outlets.CLOCK_REACHED, Topics.CLOCK_REACHED, ClockReachedRecord.class);
    }
  }

  private static <T extends SpecificRecord> void sink(
      Topology topology, RiskEdge edge, String name, Topic topic, Class<T> type) {
    topology.addSink(
        name, topic.name(), new StringSerializer(), edge.serdes().serializer(type), PROCESSOR);
  }

  private static void source(Topology topology, String name, Topic topic) {
    topology.addSource(name, new StringDeserializer(), new ByteArrayDeserializer(), topic.name());
  }

  private static void globalTable(
      Topology topology, String name, String store, Topic topic, AtomicLong changes) {
    topology.addGlobalStore(
        Stored.global(store),
        "read-" + name,
        new StringDeserializer(),
        new ByteArrayDeserializer(),
        topic.name(),
        "keep-" + name,
        () -> new GlobalTable(store, changes));
  }
}
