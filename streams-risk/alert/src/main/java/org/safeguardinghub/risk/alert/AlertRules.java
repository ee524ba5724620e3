package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/**
 * The life of an alert. The streams processor, the replay and the tests call the same {@link
 * #fold}.
 */
public final class AlertRules {
  /** Patterns on one subject within this time make one alert with several reasons. */
  private static final Duration BUNDLE = Duration.ofHours(24);

  private final Router router;

  public AlertRules(RoutingTable table, WorkingCalendar calendar) {
    this.router = new Router(table, calendar);
  }

  /** The shipped table and calendar. */
  public static AlertRules load() {
    return new AlertRules(RoutingTable.load(), WorkingCalendar.load());
  }

  /** The next state, and what follows. */
  public Step fold(AlertState state, AlertInput input) {
    return switch (input) {
      case AlertInput.Raised raised ->
          found(
              state,
              raised.finding(),
              raised.succeeds(),
              true,
              raised.policyVersion(),
              raised.moment());
      case AlertInput.Strengthened stronger ->
          found(
              state,
              stronger.finding(),
              stronger.succeeds(),
              stronger.rings(),
              stronger.policyVersion(),
              stronger.moment());
      case AlertInput.Withdrawn withdrawn -> withdraw(state, withdrawn);
      case AlertInput.Acted acted -> act(state, acted);
      case AlertInput.DeadlineReached reached -> climb(state, reached);
      case AlertInput.MovedIn moved -> Moves.in(state, moved);
      case AlertInput.MovedOut moved -> Moves.out(state, moved.moment());
      case AlertInput.SurroundingsChanged changed -> surroundings(state, changed.moment());
    };
  }

  private Step found(
      AlertState state,
      Finding finding,
      Optional<String> succeeds,
      boolean rings,
      int policy,
      Moment moment) {
    Optional<Alert> holding =
        state.holding(finding.id()).or(() -> succeeds.flatMap(state::holding));
    if (holding.isPresent()) {
      return grow(state, holding.get(), finding, succeeds, rings, policy, moment);
    }
    return bundle(state, finding, moment)
        .map(alert -> grow(state, alert, finding, succeeds, true, policy, moment))
        .orElseGet(() -> raise(state, finding, policy, moment));
  }

  /**
   * The live alert of this subject that a further pattern joins. A steward's task joins none, and
   * nothing joins it: they have different owners. So it is with what the table sets apart.
   */
  private Optional<Alert> bundle(AlertState state, Finding finding, Moment moment) {
    Predicate<Alert> live =
        alert -> alert instanceof Alert.Open || alert instanceof Alert.Acknowledged;
    return state.alerts().values().stream()
        .filter(live)
        .filter(
            alert ->
                alert.dossier().findings().stream()
                    .allMatch(other -> router.together(other, finding)))
        .filter(alert -> moment.at().isBefore(alert.dossier().raisedAt().plus(BUNDLE)))
        .max(
            Comparator.comparing((Alert alert) -> alert.dossier().raisedAt())
                .thenComparing(Alert::id));
  }

  private Step raise(AlertState state, Finding finding, int policy, Moment moment) {
    Dossier.Stamp stamp =
        new Dossier.Stamp(
            1, moment.at(), Change.RAISED, finding.pattern() + ": " + finding.title());
    // Routing looks at the dossier's reasons; the placeholder's custody is replaced before anybody
    // sees it.
    Custody nobody =
        new Custody(
            new Owner(
                RoutingTable.DUTY_DESK, Optional.empty(), RoutingTable.DUTY_DESK_PERSON, "", ""),
            RoutingTable.DUTY_DESK,
            Optional.empty(),
            0,
            moment.directory().version());
    Dossier draft =
        new Dossier(
            Ids.alert(finding.id()),
            state.subject(),
            List.of(finding),
            nobody,
            moment.at(),
            stamp,
            1,
            policy,
            Set.of());
    Dossier routed = draft.withCustody(router.route(router.match(draft, moment), moment));
    Alert.Open open = new Alert.Open(routed, deadline(routed, moment), Optional.empty());
    Outputs out = new Outputs(moment);
    out.changed(open);
    out.deadlines(Optional.empty(), open.due(), open.id());
    out.tellOwner(open, Template.NEW_ALERT);
    out.ledToAlert(open.id(), Set.of(), routed.receiptKeys());
    return out.step(state.with(open));
  }

  private Step grow(
      AlertState state,
      Alert alert,
      Finding finding,
      Optional<String> succeeds,
      boolean rings,
      int policy,
      Moment moment) {
    Dossier before = alert.dossier();
    Optional<Finding> earlier =
        before.finding(finding.id()).or(() -> succeeds.flatMap(before::finding));
    if (earlier.filter(finding::equals).isPresent()) {
      return new Step(state, List.of());
    }
    boolean newReason = earlier.filter(Finding::standing).isEmpty();
    boolean rises =
        before.standing().isEmpty() || finding.severity().moreUrgentThan(before.severity());
    boolean told = rings || newReason || rises;
    Dossier grown =
        before
            .withFinding(finding, succeeds.orElse(finding.id()), policy)
            .changed(
                moment.at(),
                told ? Change.STRENGTHENED : Change.UPDATED,
                growth(finding, newReason, rises));
    Dossier next = told ? grown.withReasonsGrown() : grown;
    return settle(state, alert, next, newReason || rises, told, moment);
  }

  private static String growth(Finding finding, boolean newReason, boolean rises) {
    String reason = finding.pattern() + ": " + finding.title();
    if (newReason) {
      return "A further reason: " + reason;
    }
    String how = finding.how().map(text -> " (" + text + ")").orElse("");
    return (rises ? "More urgent: " : "Further evidence: ") + reason + how;
  }

  /** Puts a grown alert into the state that its growth asks for, and decides its route again. */
  private Step settle(
      AlertState state, Alert alert, Dossier next, boolean asks, boolean told, Moment moment) {
    Outputs out = new Outputs(moment);
    Alert settled =
        switch (alert) {
          case Alert.Open open ->
              asks ? open.askAgain(next, sooner(open, next, moment)) : open.with(next);
          case Alert.Acknowledged answered -> {
            Dossier asked = asks ? fromHere(next) : next;
            yield asks ? answered.reopen(asked, deadline(asked, moment)) : answered.with(next);
          }
          case Alert.Withdrawn gone -> {
            Dossier asked = routedAfresh(next, moment);
            yield gone.reopen(asked, deadline(asked, moment));
          }
          case Alert.Closed closed -> {
            Dossier asked = told ? routedAfresh(next, moment) : next;
            yield told ? closed.reopen(asked, deadline(asked, moment)) : closed.with(next);
          }
        };
    out.changed(settled);
    out.deadlines(due(alert), due(settled), settled.id());
    boolean wasLive = alert instanceof Alert.Open || alert instanceof Alert.Acknowledged;
    if (told) {
      out.tellOwner(settled, wasLive ? Template.STRENGTHENED : Template.NEW_ALERT);
    }
    out.ledToAlert(alert.id(), alert.dossier().receiptKeys(), next.receiptKeys());
    return rerouted(state.with(settled), settled, out, moment);
  }

  private Step withdraw(AlertState state, AlertInput.Withdrawn input) {
    Moment moment = input.moment();
    Optional<Alert> holding = state.holding(input.findingId());
    Optional<Finding> finding =
        holding
            .flatMap(alert -> alert.dossier().finding(input.findingId()))
            .filter(Finding::standing);
    if (holding.isEmpty() || finding.isEmpty()) {
      return new Step(state, List.of());
    }
    Alert alert = holding.get();
    Dossier without =
        alert
            .dossier()
            .withFinding(
                finding.get().withdrawn(input.reason()), input.findingId(), input.policyVersion());
    boolean last = without.standing().isEmpty();
    String reason = finding.get().pattern() + " withdrawn: " + input.reason();
    Dossier next = without.changed(moment.at(), last ? Change.WITHDRAWN : Change.UPDATED, reason);
    Outputs out = new Outputs(moment);
    Alert settled =
        switch (alert) {
          case Alert.Open open -> last ? open.withdraw(next) : open.with(next);
          case Alert.Acknowledged answered -> last ? answered.withdraw(next) : answered.with(next);
          case Alert.Withdrawn gone -> gone.with(next);
          case Alert.Closed closed ->
              closed.with(without.changed(moment.at(), Change.UPDATED, reason));
        };
    out.changed(settled);
    out.deadlines(due(alert), due(settled), settled.id());
    if (settled instanceof Alert.Withdrawn) {
      out.tellOwner(settled, Template.WITHDRAWN);
      return out.step(state.with(settled));
    }
    return rerouted(state.with(settled), settled, out, moment);
  }

  private Step act(AlertState state, AlertInput.Acted acted) {
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
    Alert alert = found.get().with(found.get().dossier().withAction(action.actionId()));
    AlertState seen = state.with(alert);
    return switch (action) {
      case Action.Opened _ -> out.step(seen);
      case Action.Acknowledge answer -> acknowledge(seen, alert, answer, out);
      case Action.NotMine back ->
          give(
              seen,
              alert,
              back,
              router.givenBack(alert.dossier().owner(), moment),
              "Given back as not theirs",
              out);
      case Action.Reassign to when router.confinedTo(alert.dossier().owner()).isPresent() ->
          out.passedOver(to, AlertOutput.Why.CONFINED).step(seen);
      case Action.Reassign to ->
          give(seen, alert, to, reassigned(alert, to, moment), "Given to another role", out);
      case Action.Close close -> close(seen, alert, close, out);
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
        yield out.step(state.with(answered));
      }
      case Alert.Acknowledged earlier -> {
        Alert answered = earlier.answerAgain(answered(alert, answer, out), given);
        out.changed(answered);
        yield out.step(state.with(answered));
      }
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(answer, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  private static Dossier answered(Alert alert, Action.Acknowledge answer, Outputs out) {
    return alert
        .dossier()
        .changed(out.at(), Change.ACKNOWLEDGED, "Answered: " + answer.answer().name());
  }

  private Custody reassigned(Alert alert, Action.Reassign to, Moment moment) {
    Owner owner = alert.dossier().owner();
    return router.first(
        to.toRole(),
        owner.agency(),
        owner.routeRow(),
        "Sent to you because the owner before you gave it to your role",
        moment,
        0);
  }

  private Step give(
      AlertState state, Alert alert, Action action, Custody custody, String reason, Outputs out) {
    return switch (alert) {
      case Alert.Open open -> {
        Dossier next = given(open, custody, reason, out);
        Alert given = open.askAgain(next, deadline(next, out.moment()));
        yield out.transferred(open, given).step(state.with(given));
      }
      case Alert.Acknowledged answered -> {
        Dossier next = given(answered, custody, reason, out);
        Alert given = answered.reopen(next, deadline(next, out.moment()));
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
        yield out.changed(closed).step(state.with(closed));
      }
      case Alert.Open _ -> out.passedOver(close, AlertOutput.Why.NOT_ANSWERED_YET).step(state);
      case Alert.Withdrawn _, Alert.Closed _ ->
          out.passedOver(close, AlertOutput.Why.NOT_OPEN).step(state);
    };
  }

  /** A due time that is not the alert's present one was answered or reached before. */
  private Step climb(AlertState state, AlertInput.DeadlineReached reached) {
    Moment moment = reached.moment();
    boolean current =
        state
            .alert(reached.alertId())
            .flatMap(AlertRules::due)
            .filter(due -> due.id().equals(reached.deadlineId()))
            .isPresent();
    if (!current || !(state.alerts().get(reached.alertId()) instanceof Alert.Open open)) {
      return new Step(state, List.of());
    }
    Custody higher = router.climb(open.dossier(), moment);
    Dossier next =
        open.dossier()
            .withCustody(higher)
            .changed(
                moment.at(),
                Change.CLIMBED,
                "Nobody answered in time: rung " + higher.rung() + " of the ladder");
    Alert.Open climbed = open.askAgain(next, deadline(next, moment));
    Outputs out = new Outputs(moment);
    out.changed(climbed);
    out.deadlines(open.due(), climbed.due(), open.id());
    out.tellOwner(climbed, Template.OVERDUE_TO_DEPUTY);
    return out.step(state.with(climbed));
  }

  private Step surroundings(AlertState state, Moment moment) {
    Outputs out = new Outputs(moment);
    AlertState current = state;
    for (Alert alert : state.inOrder().values()) {
      current = rerouted(current, alert, out, moment).state();
    }
    return out.step(current);
  }

  /**
   * Decides the route again. Another row that matches moves the alert; so does an owner who does
   * not answer any more. The outputs so far come first.
   */
  private Step rerouted(AlertState state, Alert alert, Outputs out, Moment moment) {
    return switch (alert) {
      case Alert.Open open -> {
        Optional<Custody> other = elsewhere(open.dossier(), moment);
        if (other.isEmpty()) {
          yield out.step(state);
        }
        boolean climbed = other.get().rung() > 0;
        Dossier next = moved(open.dossier(), other.get(), moment);
        Alert moved = open.askAgain(next, climbed ? open.due() : deadline(next, moment));
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
  private static Dossier fromHere(Dossier dossier) {
    Custody held = dossier.custody();
    return dossier.withCustody(
        new Custody(
            held.owner(), held.owner().role(), held.owner().agency(), 0, held.directoryVersion()));
  }

  private Dossier routedAfresh(Dossier dossier, Moment moment) {
    return dossier.withCustody(router.route(router.match(dossier, moment), moment));
  }

  private Optional<Deadline> deadline(Dossier dossier, Moment moment) {
    return router
        .due(dossier, moment.at())
        .map(dueAt -> new Deadline(Ids.deadline(dossier.alertId(), dossier.version()), dueAt));
  }

  /** An alert that grew more urgent is due sooner, never later. */
  private Optional<Deadline> sooner(Alert.Open open, Dossier next, Moment moment) {
    Severity before = open.dossier().severity();
    if (!next.severity().moreUrgentThan(before)) {
      return open.due();
    }
    Optional<Deadline> fresh = deadline(next, moment);
    boolean earlier =
        open.due().isPresent()
            && fresh.isPresent()
            && !fresh.get().dueAt().isBefore(open.due().get().dueAt());
    return earlier ? open.due() : fresh;
  }

  static Optional<Deadline> due(Alert alert) {
    return switch (alert) {
      case Alert.Open open -> open.due();
      case Alert.Acknowledged _, Alert.Withdrawn _, Alert.Closed _ -> Optional.empty();
    };
  }
}
