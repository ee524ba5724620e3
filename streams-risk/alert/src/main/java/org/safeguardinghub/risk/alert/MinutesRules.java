package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from agreeing on an action, from its time passing, from saying what came of one, and
 * from a decision to share or not to. None of it changes an alert's answer, owner or clocks.
 */
final class MinutesRules {
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final ActionParties parties;

  MinutesRules(ActionParties parties) {
    this.parties = parties;
  }

  /** An action is agreed while the alert is being worked on. */
  Step plan(AlertState state, Alert alert, Action.Plan action, Outputs out) {
    Minutes minutes = alert.dossier().minutes();
    if (alert instanceof Alert.Withdrawn || alert instanceof Alert.Closed) {
      return out.passedOver(action, AlertOutput.Why.NOT_OPEN).step(state);
    }
    if (minutes.plan().size() >= Minutes.MOST) {
      return out.passedOver(action, AlertOutput.Why.TOO_MANY).step(state);
    }
    Instant due = action.task().dueAt();
    if (!due.isAfter(action.at()) || due.isAfter(action.at().plus(FURTHEST))) {
      return out.passedOver(action, AlertOutput.Why.TIME_NOT_ALLOWED).step(state);
    }
    Optional<ActionParties.Doer> doer =
        parties.find(action.task().who(), alert.dossier(), out.moment());
    PlannedAction planned =
        new PlannedAction(
            action.actionId(),
            action.task(),
            action.personId(),
            action.at(),
            action.reason(),
            Optional.empty(),
            doer.map(ActionParties.Doer::personId));
    Alert noted = noted(alert, Change.PLANNED, minutes.with(planned), doer, out);
    out.changed(noted).waitFor(alert.id(), planned.deadline(alert.id()));
    // Who writes down what they are to do themselves knows it.
    doer.map(ActionParties.Doer::personId)
        .filter(person -> !person.equals(action.personId()))
        .ifPresent(person -> out.tellOfAction(noted, Template.ACTION_AGREED, person, planned));
    return out.step(state.with(noted));
  }

  /**
   * The time by when something was to be done has passed: whoever is to do it is told once. Absent
   * where nothing of the alert waits for this time.
   */
  Optional<Step> overdue(AlertState state, Alert alert, AlertInput.DeadlineReached reached) {
    String due = reached.deadlineId();
    return alert.dossier().minutes().toDo().stream()
        .filter(planned -> Ids.planned(alert.id(), planned.id()).equals(due))
        .filter(_ -> !alert.dossier().actionsSeen().contains(due))
        .findFirst()
        .map(planned -> overdue(state, alert, planned, due, new Outputs(reached.moment())));
  }

  private Step overdue(
      AlertState state, Alert alert, PlannedAction planned, String due, Outputs out) {
    Dossier dossier = alert.dossier();
    Optional<ActionParties.Doer> doer =
        parties.find(planned.task().who(), planned.told(), dossier, out.moment());
    PlannedAction told = planned.toldTo(doer.map(ActionParties.Doer::personId));
    Alert noted =
        noted(
            alert.with(dossier.withSeen(due)),
            Change.PLAN_OVERDUE,
            dossier.minutes().with(told),
            doer,
            out);
    out.changed(noted);
    doer.ifPresent(
        one -> out.tellOfAction(noted, Template.ACTION_OVERDUE, one.personId(), planned));
    return out.step(state.with(noted));
  }

  /** What was agreed is marked also after the alert has ended: it was to be done all the same. */
  static Step mark(AlertState state, Alert alert, Action.MarkPlanned action, Outputs out) {
    Minutes minutes = alert.dossier().minutes();
    Optional<PlannedAction> planned = minutes.planned(action.plannedId());
    if (planned.isEmpty()) {
      return out.passedOver(action, AlertOutput.Why.NOT_PLANNED).step(state);
    }
    if (!planned.get().open()) {
      return out.passedOver(action, AlertOutput.Why.MARKED_BEFORE).step(state);
    }
    PlannedAction marked =
        planned
            .get()
            .marked(
                new PlannedAction.Outcome(
                    action.done(), action.personId(), action.at(), action.reason()));
    out.waitNoMore(alert.id(), marked.deadline(alert.id()));
    return recorded(state, alert, Change.PLAN_MARKED, minutes.with(marked), out);
  }

  /** Also what has ended is shared, or is not. */
  static Step share(AlertState state, Alert alert, Action.DecideSharing action, Outputs out) {
    Minutes minutes = alert.dossier().minutes();
    if (minutes.sharing().size() >= Minutes.MOST) {
      return out.passedOver(action, AlertOutput.Why.TOO_MANY).step(state);
    }
    SharingDecision decision =
        new SharingDecision(
            action.actionId(), action.sharing(), action.personId(), action.at(), action.reason());
    return recorded(state, alert, Change.SHARING_DECIDED, minutes.with(decision), out);
  }

  /** Who is told knows of the alert, as far as that they are to do something about it. */
  private static Alert noted(
      Alert alert, Change change, Minutes next, Optional<ActionParties.Doer> doer, Outputs out) {
    Dossier dossier = alert.dossier().with(next).noted(out.at(), change);
    Audience audience = dossier.audience();
    return alert.with(
        dossier.with(
            doer.filter(one -> !audience.informed().containsKey(one.personId()))
                .map(one -> audience.with(one.personId(), one.role()))
                .orElse(audience)));
  }

  private static Step recorded(
      AlertState state, Alert alert, Change change, Minutes next, Outputs out) {
    Alert noted = alert.with(alert.dossier().with(next).noted(out.at(), change));
    return out.changed(noted).step(state.with(noted));
  }
}
