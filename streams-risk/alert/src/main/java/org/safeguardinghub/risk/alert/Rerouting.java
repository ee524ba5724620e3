package org.safeguardinghub.risk.alert;

import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/** Decides again whose an alert is, and until when. */
final class Rerouting {
  private final Router router;

  Rerouting(Router router) {
    this.router = router;
  }

  /**
   * Decides the route again. Another row that matches moves the alert; so does an owner who does
   * not answer any more. The outputs so far come first.
   */
  Step rerouted(AlertState state, Alert alert, Outputs out, Moment moment) {
    return switch (alert) {
      case Alert.Open open -> {
        Optional<Custody> other = elsewhere(open.dossier(), moment);
        if (other.isEmpty()) {
          yield out.step(state);
        }
        boolean climbed = other.get().rung() > 0;
        Dossier next = moved(open.dossier(), other.get(), moment);
        Alert moved = open.askAgain(next, climbed ? open.due() : router.deadline(next, moment));
        yield out.transferred(open, moved).step(state.with(moved));
      }
      case Alert.Acknowledged answered -> {
        Optional<Custody> other = elsewhere(answered.dossier(), moment);
        if (other.isEmpty()) {
          yield out.step(state);
        }
        Alert moved = answered.with(moved(answered.dossier(), other.get(), moment));
        yield out.transferred(answered, moved).step(state.with(moved));
      }
      case Alert.Withdrawn _, Alert.Closed _ -> out.step(state);
    };
  }

  private static Dossier moved(Dossier dossier, Custody other, Moment moment) {
    boolean sameRow = other.owner().routeRow().equals(dossier.owner().routeRow());
    return dossier
        .withCustody(other)
        .changed(
            moment.at(),
            Change.REROUTED,
            sameRow
                ? "The owner could not be reached any more"
                : "Another row of the routing table applies: " + other.owner().routeRow());
  }

  private Optional<Custody> elsewhere(Dossier dossier, Moment moment) {
    Owner owner = dossier.owner();
    RoutingTable.Match match = router.match(dossier, moment);
    if (!match.row().id().equals(owner.routeRow())) {
      return Optional.of(router.route(match, moment));
    }
    if (router.stillAnswers(owner, moment)) {
      return Optional.empty();
    }
    Custody held = dossier.custody();
    Custody inTheRole =
        router.inTheRole(
            owner,
            "Sent to you because the owner before you cannot be reached any more",
            moment,
            held.rung());
    // Before anything climbed the table knows a better answer than the desk of last resort.
    boolean lastResort = inTheRole.owner().role().equals(RoutingTable.DUTY_DESK);
    Custody next = held.rung() == 0 && lastResort ? router.route(match, moment) : inTheRole;
    boolean sameHands =
        next.owner().personId().equals(owner.personId())
            && next.owner().role().equals(owner.role());
    return sameHands ? Optional.empty() : Optional.of(next);
  }

  /** Asked again of whom it is with: the ladder starts from there. */
  static Dossier fromHere(Dossier dossier) {
    Custody held = dossier.custody();
    return dossier.withCustody(
        new Custody(
            held.owner(), held.owner().role(), held.owner().agency(), 0, held.directoryVersion()));
  }

  Dossier routedAfresh(Dossier dossier, Moment moment) {
    return dossier.withCustody(router.route(router.match(dossier, moment), moment));
  }

  /** An alert that grew more urgent is due sooner, never later. */
  Optional<Deadline> sooner(Alert.Open open, Dossier next, Moment moment) {
    Severity before = open.dossier().severity();
    if (!next.severity().moreUrgentThan(before)) {
      return open.due();
    }
    Optional<Deadline> fresh = router.deadline(next, moment);
    boolean earlier =
        open.due().isPresent()
            && fresh.isPresent()
            && !fresh.get().dueAt().isBefore(open.due().get().dueAt());
    return earlier ? open.due() : fresh;
  }
}
