package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.AlertOutput;
import org.safeguardinghub.risk.alert.AlertRules;
import org.safeguardinghub.risk.alert.AlertState;
import org.safeguardinghub.risk.alert.Deadline;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.Step;
import org.safeguardinghub.risk.codec.AlertCodec;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.Channel;
import org.safeguardinghub.schemas.DispositionRecord;
import org.safeguardinghub.schemas.DisputeRecord;
import org.safeguardinghub.schemas.DisputeState;
import org.safeguardinghub.schemas.Fate;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.NotificationTemplate;
import org.safeguardinghub.schemas.SeverityCode;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folds inputs into a subject's alerts, keeps the state and writes what follows. */
final class AlertDesk {
  private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

  private final AlertRules rules;
  private final AlertShelf shelf;
  private final DeadlineShelf deadlines;
  private final Outlets outlets;

  AlertDesk(AlertRules rules, AlertShelf shelf, DeadlineShelf deadlines, Outlets outlets) {
    this.rules = rules;
    this.shelf = shelf;
    this.deadlines = deadlines;
    this.outlets = outlets;
  }

  List<SubjectRef> live() {
    return shelf.live();
  }

  /**
   * Folds inputs of one subject in order.
   *
   * @param entries the subject's log, for the dispositions of the evidence: asked for only when
   *     there is something to tell its senders
   */
  void fold(
      SubjectRef subject, List<AlertInput> inputs, Supplier<Collection<TimelineEntry>> entries) {
    AlertState before = shelf.state(subject);
    if (before.alerts().isEmpty() && inputs.stream().noneMatch(AlertDesk::mayRaise)) {
      return;
    }
    AlertState state = before;
    // What is published of an alert is kept too.
    IdentityHashMap<Alert, AlertRecord> pictures = new IdentityHashMap<>(2);
    Function<Alert, AlertRecord> picture =
        alert -> pictures.computeIfAbsent(alert, AlertCodec::toRecord);
    for (AlertInput input : inputs) {
      Step step = rules.fold(state, input);
      state = step.state();
      for (AlertOutput output : step.outputs()) {
        write(subject, output, picture, entries, input.moment().at());
      }
    }
    shelf.keep(before, state, picture);
  }

  /** Gives up all alerts of a subject, because they go on under another. */
  List<Alert> giveUp(SubjectRef subject, Moment moment) {
    AlertState before = shelf.state(subject);
    if (!before.alerts().isEmpty()) {
      fold(subject, List.of(new AlertInput.MovedOut(moment)), List::of);
    }
    return List.copyOf(before.alerts().values());
  }

  private static boolean mayRaise(AlertInput input) {
    return !(input instanceof AlertInput.SurroundingsChanged);
  }

  private void write(
      SubjectRef subject,
      AlertOutput output,
      Function<Alert, AlertRecord> picture,
      Supplier<Collection<TimelineEntry>> entries,
      Instant at) {
    switch (output) {
      case AlertOutput.AlertChanged changed ->
          outlets.alert(subject, picture.apply(changed.alert()));
      case AlertOutput.Notify notify -> outlets.notification(notification(notify));
      case AlertOutput.DeadlineSet set ->
          deadlines.put(due(subject, set.alertId(), set.deadline()));
      case AlertOutput.DeadlineDropped dropped ->
          deadlines.remove(due(subject, dropped.alertId(), dropped.deadline()));
      case AlertOutput.LedToAlert led ->
          dispositions(subject, led.receiptKeys(), Optional.empty(), entries.get(), at);
      case AlertOutput.Answered answered ->
          dispositions(
              subject,
              answered.receiptKeys(),
              Optional.of(AcknowledgementDecision.valueOf(answered.answer().name())),
              entries.get(),
              at);
      case AlertOutput.Disputed disputed -> outlets.event(subject, dispute(subject, disputed, at));
      case AlertOutput.PassedOver passed ->
          LOG.info(
              "action passed over: alert {}, action {}, {}",
              passed.alertId(),
              passed.actionId(),
              passed.why());
    }
  }

  /** It goes to the subject's log, where policy watches its time. */
  private static SubjectEventRecord dispute(
      SubjectRef subject, AlertOutput.Disputed disputed, Instant at) {
    return SubjectEventRecord.newBuilder()
        .setSubject(Refs.toRecord(subject))
        .setKind(SubjectEventKind.DISPUTE)
        .setRecordId(disputed.actionId())
        .setLoggedAt(at)
        .setBody(
            DisputeRecord.newBuilder()
                .setAlertId(disputed.alertId())
                .setStage(disputed.stage())
                .setState(disputed.open() ? DisputeState.OPENED : DisputeState.RESOLVED)
                .setAt(at)
                .build())
        .build();
  }

  private static DeadlineShelf.Due due(SubjectRef subject, String alertId, Deadline deadline) {
    return new DeadlineShelf.Due(
        DeadlineShelf.Kind.A, subject, deadline.id(), deadline.dueAt(), alertId);
  }

  static NotificationRecord notification(AlertOutput.Notify notify) {
    List<Channel> channels =
        notify.channels().stream().map(channel -> Channel.valueOf(channel.name())).toList();
    return NotificationRecord.newBuilder()
        .setNotificationId(notify.notificationId())
        .setAlertId(notify.alertId())
        .setPersonId(notify.personId())
        .setRole(notify.role())
        .setChannel(channels.getFirst())
        .setOtherChannels(channels.subList(1, channels.size()))
        .setTemplate(NotificationTemplate.valueOf(notify.template().name()))
        .setSeverity(SeverityCode.valueOf(notify.severity().name()))
        .setReference(notify.reference())
        .setDueAt(notify.dueAt().orElse(null))
        .setCreatedAt(notify.createdAt())
        .build();
  }

  /**
   * The sender of the evidence may see that it led to an alert, and what was answered. About an
   * adult that would tell an employer that somebody else has reported the same person.
   */
  private void dispositions(
      SubjectRef subject,
      Set<String> receiptKeys,
      Optional<AcknowledgementDecision> answer,
      Collection<TimelineEntry> entries,
      Instant at) {
    if (subject.scope() == Scope.ADULT) {
      return;
    }
    Map<String, AttributedEvent> byReceipt = new HashMap<>();
    for (TimelineEntry entry : entries) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        String key = event.receiptKey();
        if (receiptKeys.contains(key)) {
          byReceipt.putIfAbsent(key, event);
        }
      }
    }
    for (AttributedEvent event : byReceipt.values()) {
      String child =
          subject.scope() == Scope.CHILD
              ? subject.ref()
              : event.whose().children().stream().sorted().findFirst().orElse(null);
      outlets.disposition(
          DispositionRecord.newBuilder()
              .setReceiptId(event.receiptId())
              .setSubjectIndex(event.subjectIndex())
              // The subject log does not say how many subjects the message had; this is the least.
              .setSubjectCount(event.subjectIndex() + 1)
              .setFeed(event.feed())
              .setEventId(event.eventId())
              .setFate(event.whose().identityConfirmed() ? Fate.ATTRIBUTED : Fate.UNCONFIRMED)
              .setChildRef(child)
              .setLedToAlert(true)
              .setAnswer(answer.orElse(null))
              .setAt(at)
              .build());
    }
  }
}
