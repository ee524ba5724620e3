package org.safeguardinghub.risk.topology.identity;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.identity.ChildRefs;
import org.safeguardinghub.risk.identity.Claims;
import org.safeguardinghub.risk.identity.HomeMove;
import org.safeguardinghub.risk.identity.IdentityRules;
import org.safeguardinghub.risk.identity.Outcome;
import org.safeguardinghub.risk.identity.Request;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attributes known persons at once; sends everybody else to the linker. What is urgent waits at
 * most two seconds for the linker's answer and then goes on under a provisional reference, whatever
 * became of the linker.
 */
final class AttributionProcessor implements Processor<String, byte[], String, SpecificRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(AttributionProcessor.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final IdentityEdge edge;
  private final RecordReader<ConcernRecord> reader;
  private final Requests requests;
  private final SubjectEvents events;
  private @Nullable Task task;

  AttributionProcessor(IdentityEdge edge) {
    this.edge = edge;
    this.reader = new RecordReader<>(edge.serdes().deserializer(ConcernRecord.class));
    this.requests = new Requests(edge);
    this.events = new SubjectEvents(edge);
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    task = new Task(context);
    context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, now -> task().lookAtWaiting(now));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    reader.read(task().context.recordMetadata(), record.value()).ifPresent(task()::attribute);
  }

  private Task task() {
    Task started = task;
    if (started == null) {
      throw new IllegalStateException("not initialised");
    }
    return started;
  }

  /** The parts that exist once the task runs. */
  private final class Task {
    private final ProcessorContext<String, SpecificRecord> context;
    private final KeyValueStore<String, IdentityLinkRecord> links;
    private final KeyValueStore<String, ConcernRecord> waiting;
    private final Outbox outbox;

    Task(ProcessorContext<String, SpecificRecord> context) {
      this.context = context;
      this.links = context.getStateStore(AttributionTopology.LINKS);
      this.waiting = context.getStateStore(AttributionTopology.WAITING);
      this.outbox = new Outbox(context, edge.clock());
    }

    void attribute(ConcernRecord concern) {
      if (Requests.handling(concern) == HandlingClass.H5) {
        adultLane(concern);
        return;
      }
      Optional<Claims> claims = requests.claims(concern);
      if (claims.isEmpty()) {
        outbox.disposition(concern, Fate.AWAITING_IDENTITY, "CLAIMS_UNREADABLE", null);
        return;
      }
      Optional<IdentityLinkRecord> link = link(concern);
      // The linker keeps the wall around protected identities, and who lives where: it must see
      // each event that tells of it.
      boolean open =
          Requests.handling(concern) != HandlingClass.H4
              && HomeMove.of(edge.catalogue(), concern.getType(), concern.getOccurredAt())
                  .isEmpty();
      if (open && link.filter(known -> Links.settles(known, concern)).isPresent()) {
        known(concern, link.get(), claims.get().dateOfBirth());
      } else {
        unknown(concern, requests.request(concern, claims.get()));
      }
    }

    /** What names neither an adult nor a setting has no log in that lane, and goes nowhere else. */
    private void adultLane(ConcernRecord concern) {
      List<SubjectEventRecord> records = events.adultLane(concern);
      outbox.subjects(records);
      if (records.isEmpty()) {
        outbox.disposition(concern, Fate.AWAITING_IDENTITY, "ADULT_UNKNOWN", null);
      } else {
        outbox.disposition(concern, Fate.ATTRIBUTED, null, null);
      }
    }

    private void known(ConcernRecord sent, IdentityLinkRecord link, Optional<LocalDate> born) {
      String childRef = link.getChildRef();
      Optional<String> household = sent.getHouseholdRef().or(link::getHouseholdRef);
      ConcernRecord concern =
          ConcernRecord.newBuilder(sent).setHouseholdRef(household.orElse(null)).build();
      outbox.subjects(events.confirmed(concern, SubjectRef.child(childRef), born));
      outbox.disposition(concern, Fate.ATTRIBUTED, null, childRef);
    }

    private void unknown(ConcernRecord concern, Request request) {
      if (IdentityRules.withoutIndex(request).orElse(null) instanceof Outcome.WithoutChild) {
        outbox.subjects(events.withoutChild(concern));
        outbox.disposition(concern, Fate.ATTRIBUTED, null, null);
        return;
      }
      outbox.request(concern);
      if (request.urgent()) {
        waiting.put(waitingKey(context.currentSystemTimeMs(), concern), concern);
      }
    }

    /** Urgent events that the linker answered are forgotten; those that waited too long go on. */
    void lookAtWaiting(long now) {
      List<KeyValue<String, ConcernRecord>> all = new ArrayList<>();
      try (KeyValueIterator<String, ConcernRecord> entries = waiting.all()) {
        entries.forEachRemaining(all::add);
      }
      for (KeyValue<String, ConcernRecord> entry : all) {
        boolean answered =
            link(entry.value).filter(link -> Links.answers(link, entry.value)).isPresent();
        boolean late = now - sentAt(entry.key) >= LONGEST_WAIT.toMillis();
        if (!answered && late) {
          goOn(entry.value);
        }
        if (answered || late) {
          waiting.delete(entry.key);
        }
      }
    }

    private void goOn(ConcernRecord concern) {
      String childRef = ChildRefs.provisional(edge.keys()::hash, Requests.eventKey(concern));
      LOG.warn("event {} goes on under a provisional reference", concern.getEventId());
      Optional<LocalDate> born = requests.claims(concern).flatMap(Claims::dateOfBirth);
      outbox.subject(events.unconfirmed(concern, childRef, born));
      outbox.disposition(concern, Fate.UNCONFIRMED, "IDENTITY_OPEN", childRef);
      // The linker has to know, so that its answer can settle the provisional reference.
      outbox.request(ConcernRecord.newBuilder(concern).setAttributedHint(childRef).build());
    }

    private Optional<IdentityLinkRecord> link(ConcernRecord concern) {
      return Optional.ofNullable(links.get(concern.getPersonRef()));
    }
  }

  private static String waitingKey(long sentAt, ConcernRecord concern) {
    return "%015d/%s".formatted(sentAt, Requests.eventKey(concern));
  }

  private static long sentAt(String waitingKey) {
    return Long.parseLong(waitingKey, 0, waitingKey.indexOf('/'), 10);
  }
}
