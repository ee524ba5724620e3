package org.safeguardinghub.risk.topology.risk;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.kernel.topics.Topic;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.version.PolicyVersion;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.ClockReachedRecord;
import org.safeguardinghub.schemas.DirectoryEntryRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldRulingDecision;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.PersonRecord;
import org.safeguardinghub.schemas.PlanMarkRecord;
import org.safeguardinghub.schemas.PlanPartyKind;
import org.safeguardinghub.schemas.PlanStepRecord;
import org.safeguardinghub.schemas.PolicyVersionRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.RoleHolderRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SharingRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRecord;

/**
 * The real topology under the test driver, with a small directory and a clock that is set by hand.
 */
final class RiskDriver implements AutoCloseable {
  static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

  private static final List<String> STORES =
      List.of(
          Stored.EVENTS,
          Stored.SUBJECTS,
          Stored.PUBLISHED,
          Stored.FACTS,
          Stored.ALERTS,
          Stored.DEADLINES,
          Stored.HELD);

  final HubKeys keys;
  final Log log;
  final AtomicReference<Instant> clock;
  private final AvroSerdes serdes =
      AvroSerdes.of(
          Map.of(
              "schema.registry.url", "mock://risk-driver",
              "auto.register.schemas", true,
              "specific.avro.reader", true));
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, SubjectEventRecord> events;
  private final TestInputTopic<String, AlertActionRecord> actions;
  private final TestInputTopic<String, DirectoryEntryRecord> directory;
  private final TestInputTopic<String, PolicyVersionRecord> policies;
  private final TestInputTopic<String, HeldRulingRecord> rulings;
  private final TestOutputTopic<String, HeldFindingRecord> held;
  private final TestOutputTopic<String, SubjectEventRecord> eventsOut;
  private final TestOutputTopic<String, AlertActionRecord> actionsOut;
  private final TestOutputTopic<String, RiskDecisionRecord> decisions;
  private final TestOutputTopic<String, AlertRecord> alerts;
  private final TestOutputTopic<String, NotificationRecord> notifications;
  private final TestOutputTopic<String, DispositionRecord> dispositions;
  private final TestOutputTopic<String, SubjectRecord> subjects;
  private final TestOutputTopic<String, ClockReachedRecord> reached;
  private final Map<String, DirectoryEntryRecord> entries = new java.util.TreeMap<>();
  private final String description;
  private long directoryVersion;
  private @Nullable AlertActionRecord lastAction;

  private static final Set<AlertActionKind> WITH_REASON =
      EnumSet.of(
          AlertActionKind.ACKNOWLEDGED,
          AlertActionKind.DISAGREED,
          AlertActionKind.SETTLED,
          AlertActionKind.PLANNED,
          AlertActionKind.PLAN_MARKED,
          AlertActionKind.SHARING_DECIDED);

  RiskDriver(Path folder, Instant start) {
    this(folder, start, HubKeys.generate(), "token-1");
  }

  /** A later life of a task, with the same keys. */
  RiskDriver(Path folder, Instant start, HubKeys keys, String token) {
    this.keys = keys;
    log = new Log(keys);
    clock = new AtomicReference<>(start);
    EventCatalogue catalogue = EventCatalogue.load();
    RiskEdge edge =
        new RiskEdge(
            serdes,
            keys,
            catalogue,
            AlertRules.load(),
            PolicyFile.shipped(catalogue),
            yaml ->
                switch (PolicyFile.read("published", yaml, catalogue)) {
                  case PolicyFile.Reading.Sound(Policy policy) -> policy;
                  case PolicyFile.Reading.Faulty(var faults) ->
                      throw new IllegalStateException(faults.toString());
                },
            clock::get,
            true,
            () -> token);
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "hub-risk");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    Topology topology = RiskTopology.build(edge);
    description = topology.describe().toString();
    driver = new TopologyTestDriver(topology, settings, EVER);
    events = in(Topics.SUBJECT_EVENTS, SubjectEventRecord.class);
    actions = in(Topics.ALERT_ACTIONS, AlertActionRecord.class);
    directory = in(Topics.DIRECTORY, DirectoryEntryRecord.class);
    policies = in(Topics.RISK_POLICY, PolicyVersionRecord.class);
    rulings = in(Topics.HELD_RULINGS, HeldRulingRecord.class);
    held = out(Topics.HELD_FINDINGS, HeldFindingRecord.class);
    eventsOut = out(Topics.SUBJECT_EVENTS, SubjectEventRecord.class);
    actionsOut = out(Topics.ALERT_ACTIONS, AlertActionRecord.class);
    decisions = out(Topics.RISK_DECISIONS, RiskDecisionRecord.class);
    alerts = out(Topics.ALERTS, AlertRecord.class);
    notifications = out(Topics.NOTIFICATIONS, NotificationRecord.class);
    dispositions = out(Topics.DISPOSITIONS, DispositionRecord.class);
    subjects = out(Topics.SUBJECTS, SubjectRecord.class);
    reached = out(Topics.CLOCK_REACHED, ClockReachedRecord.class);
    role("mash-manager", "service-manager", "p-mash", "p-mash-deputy");
    role("service-manager", "head-of-service", "p-service");
    role("la-missing-coordinator", "service-manager", "p-missing");
    role("edt", "service-manager", "p-edt");
    role("administrator", "service-manager", "p-administrator");
  }

  void role(String role, String manager, String... persons) {
    entry(
        "role:" + role,
        DirectoryEntryRecord.newBuilder()
            .setVersion(++directoryVersion)
            .setEntry(
                RoleHolderRecord.newBuilder()
                    .setRole(role)
                    .setPersonIds(List.of(persons))
                    .setManagerRole(manager)
                    .setFrom(EVER)
                    .build())
            .build());
    for (String person : persons) {
      person(person, null);
    }
  }

  /** A role of one agency. */
  void roleIn(String role, String agency, String person) {
    entry(
        "role:" + role + "@" + agency,
        DirectoryEntryRecord.newBuilder()
            .setVersion(++directoryVersion)
            .setEntry(
                RoleHolderRecord.newBuilder()
                    .setRole(role)
                    .setAgency(agency)
                    .setPersonIds(List.of(person))
                    .setFrom(EVER)
                    .build())
            .build());
    person(person, null);
  }

  private void entry(String key, DirectoryEntryRecord entry) {
    entries.put(key, entry);
    directory.pipeInput(key, entry);
  }

  Map<String, DirectoryEntryRecord> directoryEntries() {
    return Map.copyOf(entries);
  }

  String description() {
    return description;
  }

  AlertActionRecord lastAction() {
    return java.util.Objects.requireNonNull(lastAction);
  }

  void person(String person, @Nullable Instant until) {
    entry(
        "person:" + person,
        DirectoryEntryRecord.newBuilder()
            .setVersion(++directoryVersion)
            .setEntry(
                PersonRecord.newBuilder()
                    .setPersonId(person)
                    .setDisplayName(
                        SealedCodec.toRecord(keys.sealText(HubKeys.DIRECTORY, person, "a name")))
                    .setChannels(List.of(Channel.EMAIL))
                    .setFrom(EVER)
                    .setUntil(until)
                    .build())
            .build());
  }

  /**
   * One record of the subject log arrives; the clock goes on to the time at which it was logged.
   */
  RiskDriver arrives(SubjectEventRecord record) {
    clock.accumulateAndGet(record.getLoggedAt(), (a, b) -> b.isAfter(a) ? b : a);
    again(record);
    return this;
  }

  /** One record of the subject log, whatever the clock says. */
  void again(SubjectEventRecord record) {
    if (record.getKind() == SubjectEventKind.BARRIER) {
      return;
    }
    SubjectRef subject = Refs.of(record.getSubject());
    events.pipeInput(
        SubjectEventKey.of(subject, record.getKind().name(), record.getRecordId()), record);
  }

  void raw(String key, byte @Nullable [] value) {
    driver
        .createInputTopic(
            Topics.SUBJECT_EVENTS.name(),
            new StringSerializer(),
            new org.apache.kafka.common.serialization.ByteArraySerializer())
        .pipeInput(key, value);
  }

  RiskDriver acts(AlertRecord alert, AlertActionKind kind, String actionId, Instant at) {
    clock.set(at);
    AlertActionRecord action =
        AlertActionRecord.newBuilder()
            .setActionId(actionId)
            .setAlertId(alert.getAlertId())
            .setSubject(alert.getSubject())
            .setKind(kind)
            .setPersonId(alert.getOwner().getPersonId())
            .setDecision(kind == AlertActionKind.ACKNOWLEDGED ? AcknowledgementDecision.ACT : null)
            .setReason(
                WITH_REASON.contains(kind)
                    ? SealedCodec.toRecord(keys.sealText(HubKeys.REASON, actionId, "because"))
                    : null)
            .setStage(kind == AlertActionKind.DISAGREED ? 1 : null)
            .setPlanned(kind == AlertActionKind.PLANNED ? planned(actionId, at) : null)
            .setMarked(kind == AlertActionKind.PLAN_MARKED ? marked(alert) : null)
            .setSharing(kind == AlertActionKind.SHARING_DECIDED ? sharing(actionId) : null)
            .setExpectedVersion(alert.getVersion())
            .setAt(at)
            .build();
    lastAction = action;
    actions.pipeInput(Refs.of(alert.getSubject()).typed(), action);
    return this;
  }

  private PlanStepRecord planned(String actionId, Instant at) {
    return PlanStepRecord.newBuilder()
        .setWhat(SealedCodec.toRecord(keys.sealText(HubKeys.REASON, actionId, "a visit")))
        .setPartyKind(PlanPartyKind.ROLE)
        .setParty("named-nurse")
        .setDueAt(at.plus(Duration.ofDays(2)))
        .build();
  }

  private static PlanMarkRecord marked(AlertRecord alert) {
    return PlanMarkRecord.newBuilder()
        .setPlannedId(
            alert.getPlan().isEmpty() ? "nothing" : alert.getPlan().getFirst().getPlannedId())
        .setDone(true)
        .build();
  }

  private SharingRecord sharing(String actionId) {
    SealedRecord words = SealedCodec.toRecord(keys.sealText(HubKeys.REASON, actionId, "words"));
    return SharingRecord.newBuilder()
        .setShared(false)
        .setWithWhom(words)
        .setWhat(words)
        .setBasis("DETRIMENT")
        .build();
  }

  /** The clock is set, and ticks until everything that is due has been dealt with. */
  RiskDriver passes(Instant until) {
    clock.set(until);
    for (int tick = 0; tick < 4; tick++) {
      tick();
    }
    return this;
  }

  void tick() {
    driver.advanceWallClockTime(Duration.ofMillis(100));
  }

  /** Reads all outputs, so that what is read next was written after this. */
  void drain() {
    decisions();
    alerts();
    notifications();
    dispositions();
    written();
    writtenActions();
    held();
    reached();
  }

  List<String> decisions() {
    return decisionRecords().stream()
        .map(d -> d.getDecision() + " " + d.getPattern() + " " + d.getSeverity())
        .toList();
  }

  List<RiskDecisionRecord> decisionRecords() {
    return decisions.readValuesToList();
  }

  List<AlertRecord> alerts() {
    return alerts.readValuesToList();
  }

  List<String> pictures() {
    return alerts().stream()
        .map(
            a ->
                "%s %s %s %s/%s rung %d v%d"
                    .formatted(
                        a.getChange(),
                        a.getState(),
                        a.getSeverity(),
                        a.getOwner().getRole(),
                        a.getOwner().getPersonId(),
                        a.getRung(),
                        a.getVersion()))
        .toList();
  }

  /** A version of the shipped policy whose text was changed, published with its date. */
  PolicyVersionRecord publishes(int version, Instant effectiveFrom, UnaryOperator<String> edit) {
    String yaml =
        edit.apply(
            PolicyFile.shippedText().replace("\nversion: 1\n", "\nversion: " + version + "\n"));
    PolicyVersionRecord record =
        PolicyPublication.record(
            new PolicyVersion(
                "partnership-default",
                version,
                effectiveFrom,
                PolicyPublication.sha256(yaml),
                clock.get(),
                "p-administrator"),
            yaml);
    policies.pipeInput("partnership-default/" + version, record);
    return record;
  }

  HeldRulingRecord rules(HeldFindingRecord finding, HeldRulingDecision decision, Instant at) {
    clock.set(at);
    String id = "ruling-" + finding.getFinding().getFindingId();
    HeldRulingRecord ruling =
        HeldRulingRecord.newBuilder()
            .setRulingId(id)
            .setSubject(finding.getSubject())
            .setFindingId(finding.getFinding().getFindingId())
            .setDecision(decision)
            .setReason(SealedCodec.toRecord(keys.sealText(HubKeys.REASON, id, "looked at it")))
            .setBy("p-administrator")
            .setAt(at)
            .build();
    rulings.pipeInput(Refs.of(finding.getSubject()).typed(), ruling);
    return ruling;
  }

  List<HeldFindingRecord> held() {
    return held.readValuesToList();
  }

  List<NotificationRecord> notifications() {
    return notifications.readValuesToList();
  }

  List<DispositionRecord> dispositions() {
    return dispositions.readValuesToList();
  }

  List<SubjectRecord> subjects() {
    return subjects.readValuesToList();
  }

  List<KeyValue<String, SubjectEventRecord>> written() {
    return eventsOut.readKeyValuesToList();
  }

  List<AlertActionRecord> writtenActions() {
    return actionsOut.readValuesToList();
  }

  List<ClockReachedRecord> reached() {
    return reached.readValuesToList();
  }

  /** One record of a store's changelog; never compared, so an array may be a component. */
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(String store, String key, byte @Nullable [] value) {}

  /** What the stores' changelogs hold. */
  List<Kept> changelogs() {
    List<Kept> all = new ArrayList<>();
    for (String store : STORES) {
      driver
          .createOutputTopic(
              "hub-risk-" + store + "-changelog",
              new StringDeserializer(),
              new ByteArrayDeserializer())
          .readKeyValuesToList()
          .forEach(entry -> all.add(new Kept(store, entry.key, entry.value)));
    }
    return all;
  }

  /** Brings the stores back from changelogs, as a restart on a wiped disk does. */
  void restore(List<Kept> changelogs) {
    for (Kept kept : changelogs) {
      driver.<String, byte[]>getKeyValueStore(kept.store()).put(kept.key(), kept.value());
    }
  }

  /** Every store entry, as text. */
  List<String> contents() {
    List<String> all = new ArrayList<>();
    for (String name : STORES) {
      KeyValueStore<String, byte[]> store = driver.getKeyValueStore(name);
      try (KeyValueIterator<String, byte[]> entries = store.all()) {
        entries.forEachRemaining(
            entry ->
                all.add(
                    name
                        + " "
                        + entry.key
                        + " "
                        + java.util.HexFormat.of().formatHex(entry.value)));
      }
    }
    return all;
  }

  private <T extends SpecificRecord> TestInputTopic<String, T> in(Topic topic, Class<T> type) {
    return driver.createInputTopic(topic.name(), new StringSerializer(), serdes.serializer(type));
  }

  private <T extends SpecificRecord> TestOutputTopic<String, T> out(Topic topic, Class<T> type) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), serdes.deserializer(type));
  }

  @Override
  public void close() {
    driver.close();
  }
}
