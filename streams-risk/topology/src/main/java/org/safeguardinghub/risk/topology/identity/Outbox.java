package org.safeguardinghub.risk.topology.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * Sends records to the right sink under the right key; all of one input's records are one
 * transaction.
 */
final class Outbox {
  static final String REQUESTS = "write-identity-requests";
  static final String LEDGER = "write-identity-ledger";
  static final String LINKS = "write-identity-links";
  static final String TASKS = "write-identity-tasks";
  static final String SUBJECT_EVENTS = "write-subject-events";
  static final String DISPOSITIONS = "write-dispositions";

  private final ProcessorContext<String, SpecificRecord> context;
  private final InstantSource clock;

  Outbox(ProcessorContext<String, SpecificRecord> context, InstantSource clock) {
    this.context = context;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  void request(ConcernRecord concern) {
    send(REQUESTS, concern.getPersonRef(), concern);
  }

  void ledger(IdentityDecisionRecord decision) {
    send(LEDGER, decision.getChildRef(), decision);
  }

  void link(IdentityLinkRecord link) {
    send(LINKS, link.getPersonRef(), link);
  }

  void task(IdentityTaskRecord task) {
    send(TASKS, task.getTaskId(), task);
  }

  void subject(SubjectEventRecord event) {
    SubjectRef subject =
        new SubjectRef(
            Scope.valueOf(event.getSubject().getScope().name()), event.getSubject().getRef());
    send(
        SUBJECT_EVENTS,
        SubjectEventKey.of(subject, event.getKind().name(), event.getRecordId()),
        event);
  }

  void subjects(List<SubjectEventRecord> events) {
    events.forEach(this::subject);
  }

  void disposition(
      ConcernRecord concern, Fate fate, @Nullable String reasonCode, @Nullable String childRef) {
    DispositionRecord disposition =
        DispositionRecord.newBuilder()
            .setReceiptId(concern.getReceiptId())
            .setSubjectIndex(concern.getSubjectIndex())
            .setSubjectCount(concern.getSubjectCount())
            .setFeed(concern.getFeed())
            .setEventId(concern.getEventId())
            .setFate(fate)
            .setReasonCode(reasonCode)
            .setChildRef(childRef)
            .setLedToAlert(false)
            .setAt(now())
            .build();
    send(DISPOSITIONS, concern.getReceiptId() + '.' + concern.getSubjectIndex(), disposition);
  }

  private void send(String sink, String key, SpecificRecord value) {
    context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
  }
}
