package org.safeguardinghub.risk.alert;

import java.time.Instant;
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
        Optional<Elsewhere> other =
            elsewhere(open.dossier(), open.due().map(Deadline::dueAt), moment);
        if (other.isEmpty()) {
          yield out.step(state);
        }
        Dossier next = moved(open.dossier(), other.get(), moment);
        boolean keeps = other.get().keepsDue();
        Alert moved = open.askAgain(next, keeps ? open.due() : router.deadline(next, moment));
        yield out.transferred(open, moved).step(state.with(moved));
      }
      case Alert.Acknowledged answered -> {
        // What is answered waits for nobody's hours.
        Optional<Elsewhere> other = elsewhere(answered.dossier(), Optional.empty(), moment);
        if (other.isEmpty()) {
          yield out.step(state);
        }
        Alert moved = answered.with(moved(answered.dossier(), other.get(), moment));
        yield out.transferred(answered, moved).step(state.with(moved));
      }
      case Alert.Withdrawn _, Alert.Closed _ -> out.step(state);
    };
  }

  /**
   * Whose it is now.
   *
   * @param why in words, for the picture
   * @param keepsDue whether it stays due when it was
   */
  private record Elsewhere(Custody custody, String why, boolean keepsDue) {}

  private static Dossier moved(Dossier dossier, Elsewhere other, Moment moment) {
    return dossier.withCustody(other.custody()).changed(moment.at(), Change.REROUTED, other.why());
  }

  private Optional<Elsewhere> elsewhere(Dossier dossier, Optional<Instant> due, Moment moment) {
    RoutingTable.Match match = router.match(dossier, moment);
    String row = match.row().id();
    if (!row.equals(dossier.owner().routeRow())) {
      return Optional.of(
          new Elsewhere(
              router.route(match, dossier, moment),
              "Another row of the routing table applies: " + row,
              false));
    }
    return router
        .gone(dossier, due, moment)
        .map(gone -> followed(dossier, gone, due, match, moment))
        .filter(other -> !sameHands(other.custody().owner(), dossier.owner()));
  }

  private Elsewhere followed(
      Dossier dossier,
      Candidates.Gone gone,
      Optional<Instant> due,
      RoutingTable.Match match,
      Moment moment) {
    Custody held = dossier.custody();
    // What has climbed goes on climbing, and whoever takes over a shift has no longer than it had:
    // so somebody is looked for who is at work before that. Nor does the desk of last resort give
    // more time: an alert would go to and fro between it and an owner with hours for ever.
    boolean keeps =
        gone == Candidates.Gone.NOT_AT_WORK
            || held.rung() > 0
            || held.owner().role().equals(RoutingTable.DUTY_DESK);
    Optional<Instant> until = keeps ? due : Optional.empty();
    Custody inTheRole =
        router.inTheRole(
            dossier, "Sent to you because the owner before you " + words(gone), until, moment);
    // Before anything climbed the table knows a better answer than the desk of last resort.
    boolean lastResort = inTheRole.owner().role().equals(RoutingTable.DUTY_DESK);
    return new Elsewhere(
        held.rung() == 0 && lastResort ? router.route(match, dossier, until, moment) : inTheRole,
        "The owner " + words(gone),
        keeps);
  }

  private static String words(Candidates.Gone gone) {
    return switch (gone) {
      case LEFT -> "cannot be reached any more";
      case CONFLICT -> Router.CONFLICT;
      case NOT_AT_WORK -> "is not at work before it is due";
    };
  }

  private static boolean sameHands(Owner one, Owner other) {
    return one.personId().equals(other.personId()) && one.role().equals(other.role());
  }

  /** Asked again of whom it is with: the ladder starts from there. */
  static Dossier fromHere(Dossier dossier) {
    Custody held = dossier.custody();
    return dossier.withCustody(
        new Custody(
            held.owner(), held.owner().role(), held.owner().agency(), 0, held.directoryVersion()));
  }

  Dossier routedAfresh(Dossier dossier, Moment moment) {
    return dossier.withCustody(router.route(router.match(dossier, moment), dossier, moment));
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
