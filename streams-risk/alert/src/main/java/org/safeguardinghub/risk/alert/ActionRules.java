package org.safeguardinghub.risk.alert;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/** What follows from what people do with an alert. */
final class ActionRules {
  /** Hears of whoever reads what is not theirs, and reviews it. */
  private static final String GOVERNANCE = "information-governance";

  private final Router router;
  private final RoutingTable table;
  private final WorkingCalendar calendar;

  private final MinutesRules minutes;

  ActionRules(Router router, RoutingTable table, WorkingCalendar calendar, MinutesRules minutes) {
    this.minutes = minutes;
    this.router = router;
    this.table = table;
    this.calendar = calendar;
  }

  Step act(AlertState state, AlertInput.Acted acted) {
    Action action = acted.action();
    Moment moment = acted.moment();
    Outputs out = new Outputs(moment);
    Optional<Alert> found = state.alert(action.alertId());
    if (found.isEmpty()) {
      return out.passedOver(action, AlertOutput.Why.UNKNOWN_ALERT).step(state);
    }
    if (found.get().dossier().actionsSeen().contains(action.actionId())) {
      return out.passedOver(action, AlertOutput.Why.APPLIED_BEFORE).step(state);
    }
    Alert alert = found.get().with(found.get().dossier().withAction(action));
    AlertState seen = state.with(alert);
    return switch (action) {
      case Action.Opened _ -> out.step(seen);
      case Action.Acknowledge answer -> acknowledge(seen, alert, answer, out);
      case Action.NotMine back ->
          give(
              seen,
              alert,
              back,
              router.givenBack(alert.dossier(), moment),
              "Given back as not theirs",
              out);
      case Action.Reassign to when router.confinedTo(alert.dossier().owner()).isPresent() ->
          out.passedOver(to, AlertOutput.Why.CONFINED).step(seen);
      case Action.Reassign to ->
          give(seen, alert, to, reassigned(alert, to, moment), "Given to another role", out);
      case Action.Close close -> close(seen, alert, close, out);
      case Action.PutAside aside -> putAside(seen, alert, aside, out);
      case Action.Confirm confirm -> confirm(seen, alert, confirm, out);
      case Action.BrokeGlass _ -> brokeGlass(seen, alert, out);
      case Action.Disagree disagree -> DisagreementRules.disagree(seen, alert, disagree, out);
      case Action.Settle settle -> DisagreementRules.settle(seen, alert, settle, out);
      case Action.Plan plan -> minutes.plan(seen, alert, plan, out);
      case Action.MarkPlanned mark -> MinutesRules.mark(seen, alert, mark, out);
      case Action.DecideSharing decide -> MinutesRules.share(seen, alert, decide, out);
    };
  }

  private Step acknowledge(AlertState state, Alert alert, Action.Acknowledge answer, Outputs out) {
    Acknowledgement given =
        new Acknowledgement(answer.answer(), answer.reason(), answer.personId(), answer.at());
    boolean stale =
        answer.seenVersion().isPresent()
            && answer.seenVersion().getAsLong() < alert.dossier().reasonsVersion();
    return switch (alert) {
      case Alert.Open open when stale -> {
        Alert told =
            open.with(
                open.dossier()
                    .changed(
                        out.at(),
                        Change.UPDATED,
                        "An answer was given to an earlier picture: the reasons have grown since"));
        out.passedOver(answer, AlertOutput.Why.REASONS_HAVE_GROWN).changed(told);
        yield out.step(state.with(told));
      }
      case Alert.Open open -> {
        Alert answered = open.acknowledge(answered(alert, answer, out), given);
        out.changed(answered).deadlines(open.due(), Optional.empty(), alert.id());
        tellSenders(answered, answer.answer(), out);
        yield out.step(state.with(answered));
      }
      case Alert.Acknowledged earlier -> {
        Alert answered = earlier.answerAgain(answered(alert, answer, out), given);
        out.changed(answered).deadlines(earlier.again(), Optional.empty(), alert.id());
        tellSenders(answered, answer.answer(), out);
        yield out.step(state.with(answered));
      }
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(answer, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  /** Of a confined alert nobody hears anything, and be it that somebody has read it. */
  private void tellSenders(Alert alert, Answer answer, Outputs out) {
    if (router.confinedTo(alert.dossier().owner()).isEmpty()) {
      out.answered(alert, answer);
    }
  }

  private static Dossier answered(Alert alert, Action.Acknowledge answer, Outputs out) {
    return alert
        .dossier()
        .changed(out.at(), Change.ACKNOWLEDGED, "Answered: " + answer.answer().name());
  }

  private Custody reassigned(Alert alert, Action.Reassign to, Moment moment) {
    Owner owner = alert.dossier().owner();
    return router.first(
        new Search(
            to.toRole(),
            owner.agency(),
            owner.routeRow(),
            "Sent to you because the owner before you gave it to your role"),
        alert.dossier(),
        moment);
  }

  private Step give(
      AlertState state, Alert alert, Action action, Custody custody, String reason, Outputs out) {
    return switch (alert) {
      case Alert.Open open -> {
        Dossier next = given(open, custody, reason, out);
        Alert given = open.askAgain(next, router.deadline(next, out.moment()));
        yield out.transferred(open, given).step(state.with(given));
      }
      case Alert.Acknowledged answered -> {
        Dossier next = given(answered, custody, reason, out);
        Alert given = answered.reopen(next, router.deadline(next, out.moment()));
        yield out.transferred(answered, given).step(state.with(given));
      }
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(action, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  private static Dossier given(Alert alert, Custody custody, String reason, Outputs out) {
    return alert.dossier().withCustody(custody).changed(out.at(), Change.REROUTED, reason);
  }

  private static Step close(AlertState state, Alert alert, Action.Close close, Outputs out) {
    return switch (alert) {
      case Alert.Acknowledged answered -> {
        Alert closed =
            answered.close(
                answered.dossier().changed(out.at(), Change.CLOSED, "Closed by its owner"));
        out.changed(closed).deadlines(answered.again(), Optional.empty(), alert.id());
        yield out.step(state.with(closed));
      }
      case Alert.Open _ -> out.passedOver(close, AlertOutput.Why.NOT_ANSWERED_YET).step(state);
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(close, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  /**
   * Puts an answered alert aside until a moment, at which it asks again; at most for as long as its
   * severity allows, however long was asked for. What is not answered cannot be put aside: the
   * ladder would stand still.
   */
  private Step putAside(AlertState state, Alert alert, Action.PutAside aside, Outputs out) {
    return switch (alert) {
      case Alert.Acknowledged answered when aside.until().isAfter(aside.at()) -> {
        Instant end = table.aside(answered.dossier().severity()).endFrom(aside.at(), calendar);
        boolean tooLong = aside.until().isAfter(end);
        Dossier next =
            answered
                .dossier()
                .changed(
                    out.at(),
                    Change.PUT_ASIDE,
                    tooLong
                        ? "Put aside by its owner for as long as its severity allows"
                        : "Put aside by its owner, to be looked at again");
        Alert.Acknowledged waiting =
            answered.lookAgain(
                next,
                new Deadline(
                    Ids.deadline(alert.id(), next.version()),
                    tooLong ? lastMorning(aside.at(), end) : aside.until()));
        out.changed(waiting).deadlines(answered.again(), waiting.again(), alert.id());
        yield out.step(state.with(waiting));
      }
      case Alert.Acknowledged _ ->
          out.passedOver(aside, AlertOutput.Why.TIME_NOT_ALLOWED).step(state);
      case Alert.Open _ -> out.passedOver(aside, AlertOutput.Why.NOT_ANSWERED_YET).step(state);
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(aside, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  /** The morning of the last day: nobody is asked again at midnight, when that day is over. */
  private static Instant lastMorning(Instant from, Instant end) {
    Instant morning =
        end.minusMillis(1)
            .atZone(WorkingCalendar.ZONE)
            .toLocalDate()
            .atTime(9, 0)
            .atZone(WorkingCalendar.ZONE)
            .toInstant();
    return morning.isAfter(from) ? morning : end;
  }

  /** Owner and information governance hear of it at once; nothing else changes. */
  private static Step brokeGlass(AlertState state, Alert alert, Outputs out) {
    Alert read = alert.with(alert.dossier().noted(out.at(), Change.GLASS_BROKEN));
    out.changed(read).tellOwner(read, Template.GLASS_BROKEN);
    return out.tellRole(read, Template.GLASS_BROKEN, GOVERNANCE).step(state.with(read));
  }

  /** Somebody who was told of the alert has read that it was corrected or withdrawn. */
  private static Step confirm(AlertState state, Alert alert, Action.Confirm confirm, Outputs out) {
    Dossier dossier = alert.dossier();
    if (!dossier.audience().toConfirm().contains(confirm.personId())) {
      return out.passedOver(confirm, AlertOutput.Why.NOTHING_TO_CONFIRM).step(state);
    }
    Alert read =
        alert.with(
            dossier
                .noted(out.at(), Change.CONFIRMED)
                .with(dossier.audience().confirmedBy(confirm.personId())));
    return out.changed(read).step(state.with(read));
  }
}
