package org.safeguardinghub.risk.codec;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Action;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Answer;
import org.safeguardinghub.risk.alert.Deadline;
import org.safeguardinghub.risk.alert.FeedSilence;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.RoleReach;
import org.safeguardinghub.schemas.AcknowledgementDecision;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.PlanMarkRecord;
import org.safeguardinghub.schemas.SilenceRecord;

/** Actions on alerts, and due times that were reached. */
public final class ActionCodec {
  private ActionCodec() {}

  /**
   * The input that follows from a record.
   *
   * @throws Unusable where something is missing that its kind needs
   */
  public static AlertInput input(AlertActionRecord stored, Moment moment) {
    return switch (stored.getKind()) {
      case OPENED ->
          acted(
              new Action.Opened(
                  stored.getActionId(), stored.getAlertId(), person(stored), stored.getAt()),
              moment);
      case ACKNOWLEDGED -> acted(acknowledge(stored), moment);
      case REASSIGNED ->
          acted(
              new Action.Reassign(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  needed(stored.getToRole(), "toRole")),
              moment);
      case NOT_MINE ->
          acted(
              new Action.NotMine(
                  stored.getActionId(), stored.getAlertId(), person(stored), stored.getAt()),
              moment);
      case CLOSED ->
          acted(
              new Action.Close(
                  stored.getActionId(), stored.getAlertId(), person(stored), stored.getAt()),
              moment);
      case PUT_ASIDE ->
          acted(
              new Action.PutAside(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  needed(stored.getUntil(), "until")),
              moment);
      case CONFIRMED ->
          acted(
              new Action.Confirm(
                  stored.getActionId(), stored.getAlertId(), person(stored), stored.getAt()),
              moment);
      case GLASS_BROKEN ->
          acted(
              new Action.BrokeGlass(
                  stored.getActionId(), stored.getAlertId(), person(stored), stored.getAt()),
              moment);
      case DISAGREED ->
          acted(
              new Action.Disagree(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  needed(stored.getStage(), "stage"),
                  reason(stored)),
              moment);
      case SETTLED ->
          acted(
              new Action.Settle(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  reason(stored)),
              moment);
      case PLANNED ->
          acted(
              new Action.Plan(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  MinutesCodec.task(needed(stored.getPlanned(), "planned")),
                  reason(stored)),
              moment);
      case PLAN_MARKED -> acted(marked(stored), moment);
      case SHARING_DECIDED ->
          acted(
              new Action.DecideSharing(
                  stored.getActionId(),
                  stored.getAlertId(),
                  person(stored),
                  stored.getAt(),
                  MinutesCodec.sharing(needed(stored.getSharing(), "sharing")),
                  reason(stored)),
              moment);
      case DEADLINE_REACHED ->
          new AlertInput.DeadlineReached(
              stored.getAlertId(),
              needed(stored.getDeadlineId(), "deadlineId"),
              needed(stored.getDueAt(), "dueAt"),
              moment);
      case UNDELIVERED ->
          new AlertInput.Undelivered(
              stored.getActionId(),
              stored.getAlertId(),
              person(stored),
              stored.getProviderCode().orElse("no code"),
              moment);
      case ROLE_UNREACHED ->
          RoleReach.nobody(stored.getAlertId(), Refs.of(stored.getSubject()), moment);
      case ROLE_REACHED -> RoleReach.somebody(stored.getAlertId(), moment);
      case FEED_SILENT ->
          FeedSilence.silent(
              stored.getAlertId(), Refs.of(stored.getSubject()), silence(stored), moment);
      case FEED_HEARD -> FeedSilence.heard(stored.getAlertId(), moment);
      case UNKNOWN -> throw new Unusable("an action of unknown kind");
    };
  }

  /** The record that says that a due time of an alert was reached. */
  public static AlertActionRecord reached(
      SubjectRef subject, String alertId, Deadline deadline, Instant at) {
    return AlertActionRecord.newBuilder()
        .setActionId(deadline.id())
        .setAlertId(alertId)
        .setSubject(Refs.toRecord(subject))
        .setKind(AlertActionKind.DEADLINE_REACHED)
        .setDeadlineId(deadline.id())
        .setDueAt(deadline.dueAt())
        .setAt(at)
        .build();
  }

  private static AlertInput acted(Action action, Moment moment) {
    return new AlertInput.Acted(action, moment);
  }

  private static Action acknowledge(AlertActionRecord stored) {
    AcknowledgementDecision decision = needed(stored.getDecision(), "decision");
    if (decision == AcknowledgementDecision.UNKNOWN) {
      throw new Unusable("an acknowledgement of unknown decision");
    }
    return new Action.Acknowledge(
        stored.getActionId(),
        stored.getAlertId(),
        person(stored),
        stored.getAt(),
        Answer.valueOf(decision.name()),
        reason(stored),
        stored.getExpectedVersion().map(OptionalLong::of).orElse(OptionalLong.empty()));
  }

  private static FeedSilence.Silence silence(AlertActionRecord stored) {
    SilenceRecord silence = needed(stored.getSilence(), "silence");
    return new FeedSilence.Silence(
        silence.getEventType(), silence.getSince(), Duration.ofHours(silence.getWithinHours()));
  }

  private static Action marked(AlertActionRecord stored) {
    PlanMarkRecord marked = needed(stored.getMarked(), "marked");
    return new Action.MarkPlanned(
        stored.getActionId(),
        stored.getAlertId(),
        person(stored),
        stored.getAt(),
        marked.getPlannedId(),
        marked.getDone(),
        reason(stored));
  }

  private static String person(AlertActionRecord stored) {
    return needed(stored.getPersonId(), "personId");
  }

  private static Sealed reason(AlertActionRecord stored) {
    return SealedCodec.fromRecord(needed(stored.getReason(), "reason"));
  }

  private static <T> T needed(Optional<T> value, String field) {
    return value.orElseThrow(() -> new Unusable("an action without " + field));
  }
}
