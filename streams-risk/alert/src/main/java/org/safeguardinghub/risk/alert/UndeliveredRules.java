package org.safeguardinghub.risk.alert;

import java.util.Optional;

/**
 * What follows when a notice reached its person on no channel. An owner who cannot be told is as
 * none: an open alert goes to the next rung at once, and whoever is there is told. Everything else
 * is recorded on the alert.
 */
final class UndeliveredRules {
  private final Router router;

  UndeliveredRules(Router router) {
    this.router = router;
  }

  Step undelivered(AlertState state, AlertInput.Undelivered notice) {
    Outputs out = new Outputs(notice.moment());
    Optional<Alert> found = state.alert(notice.alertId());
    if (found.isEmpty()) {
      return out.passedOver(notice.alertId(), notice.id(), AlertOutput.Why.UNKNOWN_ALERT)
          .step(state);
    }
    Dossier before = found.get().dossier();
    if (before.actionsSeen().contains(notice.id())) {
      return out.passedOver(notice.alertId(), notice.id(), AlertOutput.Why.APPLIED_BEFORE)
          .step(state);
    }
    Alert alert = found.get().with(before.withSeen(notice.id()));
    return switch (alert) {
      case Alert.Open open when before.owner().personId().equals(notice.personId()) ->
          nextRung(open, notice)
              .map(custody -> climb(state, open, custody, notice, out))
              .orElseGet(() -> note(state, open, said(open, notice), out));
      case Alert.Open _, Alert.Acknowledged _ -> note(state, alert, said(alert, notice), out);
      // The reason of the picture stays: it says why the alert ended.
      case Alert.Withdrawn _, Alert.Closed _ -> note(state, alert, before.stamp().reason(), out);
    };
  }

  /**
   * Absent where nobody else is left: the owner keeps it, and at its due time is told again. To
   * tell the same person at once would go on for ever.
   */
  private Optional<Custody> nextRung(Alert.Open open, AlertInput.Undelivered notice) {
    Dossier dossier = open.dossier();
    if (dossier.custody().rung() >= Ladder.LAST) {
      return Optional.empty();
    }
    return Optional.of(router.pastWhoeverCannotBeTold(dossier, notice.moment()))
        .filter(next -> !next.owner().personId().equals(dossier.owner().personId()));
  }

  private Step climb(
      AlertState state,
      Alert.Open open,
      Custody higher,
      AlertInput.Undelivered notice,
      Outputs out) {
    Dossier next =
        open.dossier()
            .withCustody(higher)
            .changed(
                out.at(),
                Change.UNDELIVERED,
                said(open, notice) + ": rung " + higher.rung() + " of the ladder");
    Alert.Open climbed = open.askAgain(next, router.deadline(next, out.moment()));
    return out.transferred(open, climbed).step(state.with(climbed));
  }

  private static Step note(AlertState state, Alert alert, String reason, Outputs out) {
    Alert noted = alert.with(alert.dossier().changed(out.at(), Change.UNDELIVERED, reason));
    return out.changed(noted).step(state.with(noted));
  }

  private static String said(Alert alert, AlertInput.Undelivered notice) {
    Dossier dossier = alert.dossier();
    String role =
        dossier.audience().informed().getOrDefault(notice.personId(), dossier.owner().role());
    return "The %s could not be told (%s)".formatted(Router.words(role), notice.code());
  }
}
