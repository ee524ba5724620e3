package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from agreeing on an action, from saying what came of one, and from a decision to
 * share or not to. None of it changes an alert's answer, owner or clocks.
 */
final class MinutesRules {
  private static final Duration FURTHEST = Duration.ofDays(366);

  private MinutesRules() {}

  /** An action is agreed while the alert is being worked on. */
  static Step plan(AlertState state, Alert alert, Action.Plan action, Outputs out) {
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
    PlannedAction planned =
        new PlannedAction(
            action.actionId(),
            action.task(),
            action.personId(),
            action.at(),
            action.reason(),
            Optional.empty());
    return recorded(state, alert, Change.PLANNED, minutes.with(planned), out);
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

  private static Step recorded(
      AlertState state, Alert alert, Change change, Minutes next, Outputs out) {
    Alert noted = alert.with(alert.dossier().with(next).noted(out.at(), change));
    return out.changed(noted).step(state.with(noted));
  }
}
