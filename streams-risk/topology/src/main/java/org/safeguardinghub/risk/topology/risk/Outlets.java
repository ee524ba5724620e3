package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.SubjectEventKey;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.ClockReachedRecord;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRecord;

/** Everything that a task writes to topics, each under its topic's key. */
final class Outlets {
  static final String SUBJECT_EVENTS = "write-subject-events";
  static final String SUBJECTS = "write-subjects";
  static final String RISK_DECISIONS = "write-risk-decisions";
  static final String ALERTS = "write-alerts";
  static final String ALERT_ACTIONS = "write-alert-actions";
  static final String NOTIFICATIONS = "write-notifications";
  static final String DISPOSITIONS = "write-dispositions";
  static final String HELD_FINDINGS = "write-held-findings";
  static final String CLOCK_REACHED = "write-clock-reached";

  private final ProcessorContext<String, SpecificRecord> context;
  private long written;

  Outlets(ProcessorContext<String, SpecificRecord> context) {
    this.context = context;
  }

  /** How many records so far. */
  long written() {
    return written;
  }

  void event(SubjectRef subject, SubjectEventRecord event) {
    event(SubjectEventKey.of(subject, event.getKind().name(), event.getRecordId()), event);
  }

  void event(String key, SubjectEventRecord event) {
    write(SUBJECT_EVENTS, key, event, event.getLoggedAt());
  }

  void subject(SubjectRef subject, SubjectRecord facts) {
    write(SUBJECTS, subject.typed(), facts, facts.getUpdatedAt());
  }

  void decision(SubjectRef subject, RiskDecisionRecord decision) {
    write(RISK_DECISIONS, subject.typed(), decision, decision.getDecidedAt());
  }

  void alert(SubjectRef subject, AlertRecord alert) {
    write(ALERTS, subject.typed(), alert, alert.getChangedAt());
  }

  void action(SubjectRef subject, AlertActionRecord action) {
    write(ALERT_ACTIONS, subject.typed(), action, action.getAt());
  }

  void notification(NotificationRecord notification) {
    write(NOTIFICATIONS, notification.getAlertId(), notification, notification.getCreatedAt());
  }

  void held(SubjectRef subject, HeldFindingRecord held) {
    String key = subject.typed() + '|' + held.getFinding().getFindingId();
    write(HELD_FINDINGS, key, held, held.getChangedAt());
  }

  void disposition(DispositionRecord disposition) {
    String key = disposition.getReceiptId() + '.' + disposition.getSubjectIndex();
    write(DISPOSITIONS, key, disposition, disposition.getAt());
  }

  void clockReached(ClockReachedRecord reached) {
    String key = reached.getApp() + '/' + reached.getPartition();
    write(CLOCK_REACHED, key, reached, reached.getInstant());
  }

  private void write(String sink, String key, SpecificRecord value, Instant at) {
    written++;
    // Topics keep the broker's time; a record before 1970 must not stop a producer.
    context.forward(new Record<>(key, value, Math.max(0, at.toEpochMilli())), sink);
  }
}
