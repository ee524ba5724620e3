package org.safeguardinghub.risk.alert;

import java.util.Optional;
import org.safeguardinghub.kernel.event.DisagreementStages;

/** What follows from saying that something is wrong, and from settling it. */
final class DisagreementRules {
  private DisagreementRules() {}

  /**
   * A disagreement is opened or taken a stage further. Two people who do so at once mean one step:
   * the second finds that the stage is there already.
   */
  static Step disagree(AlertState state, Alert alert, Action.Disagree action, Outputs out) {
    int stage = Disagreement.next(alert.dossier().disagreement());
    if (action.stage() != stage || stage > DisagreementStages.LAST) {
      return out.passedOver(action, AlertOutput.Why.STAGE_IS_ANOTHER).step(state);
    }
    Disagreement open =
        new Disagreement(stage, action.at(), action.personId(), action.reason(), Optional.empty());
    return recorded(state, alert, action, Change.DISAGREED, open, out);
  }

  static Step settle(AlertState state, Alert alert, Action.Settle action, Outputs out) {
    Optional<Disagreement> now = alert.dossier().disagreement().filter(Disagreement::open);
    if (now.isEmpty()) {
      return out.passedOver(action, AlertOutput.Why.NOTHING_TO_SETTLE).step(state);
    }
    Disagreement settled =
        now.get()
            .settle(new Disagreement.Settlement(action.at(), action.personId(), action.reason()));
    return recorded(state, alert, action, Change.SETTLED, settled, out);
  }

  private static Step recorded(
      AlertState state, Alert alert, Action action, Change change, Disagreement now, Outputs out) {
    Alert disputed = alert.with(alert.dossier().with(now).noted(out.at(), change));
    return out.changed(disputed)
        .disputed(alert.id(), action, now)
        .tellWorkersBut(action.personId(), disputed, Template.DISAGREEMENT)
        .step(state.with(disputed));
  }
}
