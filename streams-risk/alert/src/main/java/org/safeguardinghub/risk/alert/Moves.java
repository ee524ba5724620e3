package org.safeguardinghub.risk.alert;

import java.util.List;
import java.util.Optional;

/**
 * Alerts that go on under another subject: an expected child was born, or a person has settled whom
 * an event is about. Owner, rung, answer and due time stay, and nobody is told again.
 */
final class Moves {
  private Moves() {}

  static Step in(AlertState state, AlertInput.MovedIn moved) {
    Outputs out = new Outputs(moved.moment());
    AlertState next = state;
    for (Alert alert : moved.alerts()) {
      if (state.alert(alert.id()).isEmpty()) {
        Alert here =
            alert.with(
                alert
                    .dossier()
                    .with(
                        alert
                            .dossier()
                            .audience()
                            .renamed(alert.dossier().subject().ref(), state.subject().ref()))
                    .about(state.subject())
                    .changed(moved.moment().at(), Change.UPDATED, moved.reason()));
        next = next.with(here);
        out.changed(here);
        out.deadlines(Optional.empty(), here.due(), here.id());
        waiting(here).forEach(due -> out.waitFor(here.id(), due));
      }
    }
    return out.step(next);
  }

  static Step out(AlertState state, Moment moment) {
    Outputs out = new Outputs(moment);
    state
        .alerts()
        .values()
        .forEach(
            alert -> {
              out.deadlines(alert.due(), Optional.empty(), alert.id());
              waiting(alert).forEach(due -> out.waitNoMore(alert.id(), due));
            });
    return out.step(AlertState.empty(state.subject()));
  }

  /** The times of what was agreed that have not been reached yet. */
  private static List<Deadline> waiting(Alert alert) {
    Dossier dossier = alert.dossier();
    return dossier.minutes().toDo().stream()
        .map(planned -> planned.deadline(alert.id()))
        .filter(due -> !dossier.actionsSeen().contains(due.id()))
        .toList();
  }
}
