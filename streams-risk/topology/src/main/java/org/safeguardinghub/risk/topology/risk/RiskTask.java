package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.codec.ActionCodec;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.EntryCodec;
import org.safeguardinghub.risk.codec.HeldCodec;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.codec.SubjectMemory;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.BarrierRecord;
import org.safeguardinghub.schemas.DeadlineReachedRecord;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What exists while a task runs: a partition's subjects with their events, findings and alerts.
 * What it reads decides what it writes; whatever it cannot read is named by topic, partition and
 * offset, and passed over.
 */
final class RiskTask {
  private static final Logger LOG = LoggerFactory.getLogger(RiskTask.class);

  private final ProcessorContext<String, SpecificRecord> context;
  private final RiskEdge edge;
  private final SubjectShelf shelf;
  private final FactShelf facts;
  private final ActivePolicy policy;
  private final DirectoryView directory;
  private final AlertDesk desk;
  private final BrakeDesk brake;
  private final Evaluator evaluator;
  private final PolicyChanges changes;
  private final Carrier carrier;
  private final Moves moves;
  private final Barrier barrier;
  private final Timers timers;
  private final Outlets outlets;
  private final Pace pace;
  private final BytesReader<AlertActionRecord> actions;
  private final BytesReader<HeldRulingRecord> rulings;
  private final Sensor quarantined;

  RiskTask(
      ProcessorContext<String, SpecificRecord> context,
      RiskEdge edge,
      AtomicLong directoryChanges,
      AtomicLong policyChanges) {
    this.context = context;
    this.edge = edge;
    int partition = context.taskId().partition();
    outlets = new Outlets(context);
    pace = new Pace(context, InstantSource.system());
    shelf = new SubjectShelf(context, edge);
    facts = new FactShelf(context, edge);
    policy = new ActivePolicy(context, edge);
    directory = new DirectoryView(context, edge.serdes(), directoryChanges);
    DeadlineShelf deadlines = new DeadlineShelf(context);
    desk = new AlertDesk(edge.rules(), new AlertShelf(context, edge.serdes()), deadlines, outlets);
    brake = new BrakeDesk(new HeldShelf(context, edge.serdes()), desk, outlets);
    evaluator = new Evaluator(shelf, new PublishedShelf(context), facts, deadlines, brake, outlets);
    changes =
        new PolicyChanges(
            partition,
            policy,
            new PolicySchedule(context, edge, policyChanges),
            new Reevaluations(context),
            shelf,
            evaluator,
            outlets,
            this::now);
    carrier = new Carrier(shelf, outlets);
    moves = new Moves(context, shelf, evaluator, carrier, outlets);
    barrier = new Barrier(partition, edge.tokens().get());
    timers =
        new Timers(
            partition,
            edge,
            shelf,
            deadlines,
            desk,
            directory,
            outlets,
            barrier,
            changes::followed);
    actions =
        new BytesReader<>(
            edge.serdes().deserializer(AlertActionRecord.class), Topics.ALERT_ACTIONS.name());
    rulings =
        new BytesReader<>(
            edge.serdes().deserializer(HeldRulingRecord.class), Topics.HELD_RULINGS.name());
    quarantined = counter(context);
  }

  private static Sensor counter(ProcessorContext<?, ?> context) {
    Sensor sensor =
        context
            .metrics()
            .addSensor("risk-quarantined-" + context.taskId(), Sensor.RecordingLevel.INFO);
    sensor.add(
        new MetricName(
            "risk-quarantined-total",
            "hub-risk",
            "records passed over because they cannot be used",
            Map.of("task-id", context.taskId().toString())),
        new CumulativeCount());
    return sensor;
  }

  void tick() {
    long before = outlets.written();
    if (barrier.passed()) {
      changes.tick(edge.clock().instant());
    }
    timers.tick();
    pace.ticked(outlets.written() > before);
  }

  void process(Record<String, byte[]> record) {
    String topic = context.recordMetadata().map(RecordMetadata::topic).orElse("");
    try {
      if (record.value() == null || record.key() == null) {
        // A tombstone: retention has removed a record, and nothing follows from that.
        return;
      }
      if (topic.equals(Topics.ALERT_ACTIONS.name())) {
        act(actions.read(record.value()));
      } else if (topic.equals(Topics.HELD_RULINGS.name())) {
        rule(rulings.read(record.value()));
      } else {
        read(shelf.read(record.value()), record.value());
      }
    } catch (Unusable e) {
      quarantine(topic, e);
    }
    pace.processed(record.timestamp());
  }

  private void quarantine(String topic, Unusable why) {
    quarantined.record();
    LOG.error(
        "record quarantined: topic {}, partition {}, offset {}: {}",
        topic,
        context.recordMetadata().map(RecordMetadata::partition).orElse(-1),
        context.recordMetadata().map(RecordMetadata::offset).orElse(-1L),
        why.getMessage());
  }

  private void act(AlertActionRecord action) {
    SubjectRef subject = subject(action.getSubject());
    changes.before(subject);
    timers.readBack(action.getActionId());
    SubjectMemory memory = shelf.memory(subject);
    Moment moment = new Moment(action.getAt(), directory.directory(), memory.situation());
    desk.fold(
        subject, List.of(ActionCodec.input(action, moment)), () -> shelf.entries(subject).values());
  }

  private void rule(HeldRulingRecord ruling) {
    SubjectRef subject = subject(ruling.getSubject());
    changes.before(subject);
    SubjectMemory memory = shelf.memory(subject);
    Moment moment = new Moment(ruling.getAt(), directory.directory(), memory.situation());
    brake.ruled(
        subject,
        HeldCodec.input(ruling, moment),
        List.copyOf(shelf.entries(subject).values()),
        moment);
  }

  private static SubjectRef subject(SubjectRefRecord about) {
    try {
      return Refs.of(about);
    } catch (IllegalArgumentException e) {
      throw new Unusable("an action about an unknown kind of subject");
    }
  }

  private void read(SubjectEventRecord log, byte[] bytes) {
    switch (log.getBody()) {
      case BarrierRecord marker -> barrier.read(marker);
      case PolicyActivatedRecord marker -> changes.read(marker, log.getLoggedAt());
      default -> subjectRecord(log, bytes);
    }
  }

  private void subjectRecord(SubjectEventRecord log, byte[] bytes) {
    SubjectRef subject = EntryCodec.subject(log);
    Optional<TimelineEntry> entry = shelf.entry(log);
    changes.before(subject);
    Instant asOf = log.getLoggedAt();
    if (log.getBody() instanceof DeadlineReachedRecord reached) {
      timers.readBack(reached.getDeadlineId());
      asOf = reached.getDueAt();
    }
    if (moves.follows(subject, log)) {
      return;
    }
    if (log.getBody() instanceof SubjectFactRecord fact) {
      learn(subject, log, fact);
    }
    if (log.getBody() instanceof MovedRecord moved && moved.getCarried().isPresent()) {
      move(subject, log, moved);
    } else if (entry.isPresent()) {
      evaluator.record(subject, log.getRecordId(), asOf, entry.get(), bytes, now());
    }
    carry(subject, log);
  }

  private void move(SubjectRef subject, SubjectEventRecord log, MovedRecord moved) {
    if (moved.getDirection() == MoveDirection.OUT) {
      moves.out(subject, log, moved, now());
      return;
    }
    for (SubjectEventRecord record : Carried.of(log, moved).orElseThrow().records()) {
      if (record.getBody() instanceof SubjectFactRecord fact) {
        learn(subject, record, fact);
      }
    }
    moves.in(subject, log, moved, now());
  }

  private void learn(SubjectRef subject, SubjectEventRecord log, SubjectFactRecord fact) {
    facts.learn(subject, log, fact).ifPresent(known -> outlets.subject(subject, known));
    if (fact.getFact() != SubjectFactKind.HOUSEHOLD_MEMBER) {
      return;
    }
    if (fact.getUntil().isPresent()) {
      fact.getValue()
          .ifPresent(
              member -> shelf.remember(subject, shelf.memory(subject).withoutMember(member)));
      return;
    }
    fact.getValue()
        .filter(member -> !shelf.memory(subject).members().contains(member))
        .ifPresent(
            member -> {
              shelf.remember(subject, shelf.memory(subject).withMember(member));
              carrier.welcome(subject, member, log.getLoggedAt());
            });
  }

  /** What this record means for the logs of others. */
  private void carry(SubjectRef subject, SubjectEventRecord log) {
    switch (subject.scope()) {
      case HOUSEHOLD -> {
        if (log.getBody() instanceof AttributedEventRecord event) {
          carrier.context(log, event, shelf.memory(subject).members());
        }
      }
      case CHILD, UNBORN, PLACE, SETTING, ADULT, ROLE, FEED -> {
        // Nobody else's log needs what is recorded here.
      }
    }
  }

  private Evaluator.Now now() {
    return new Evaluator.Now(policy.policy(), directory.directory(), edge.clock().instant());
  }
}
