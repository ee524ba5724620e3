package org.safeguardinghub.risk.alert;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/**
 * The life of an alert. The streams processor, the replay and the tests call the same {@link
 * #fold}.
 */
public final class AlertRules {
  /** Patterns on one subject within this time make one alert with several reasons. */
  private static final Duration BUNDLE = Duration.ofHours(24);

  private final Router router;
  private final Rerouting routes;
  private final MinutesRules minutes;
  private final ActionRules actions;
  private final UndeliveredRules undelivered;
  private final CopyRules copies;

  public AlertRules(RoutingTable table, WorkingCalendar calendar) {
    this.router = new Router(table, calendar);
    this.routes = new Rerouting(router);
    this.minutes = new MinutesRules(new ActionParties(table, calendar));
    this.actions = new ActionRules(router, table, calendar, minutes);
    this.undelivered = new UndeliveredRules(router);
    this.copies = new CopyRules(table, calendar);
  }

  /** The shipped table and calendar. */
  public static AlertRules load() {
    return new AlertRules(RoutingTable.load(), WorkingCalendar.load());
  }

  /** The next state, and what follows. */
  public Step fold(AlertState state, AlertInput input) {
    Step step = decided(state, input);
    return switch (input) {
      // Who else has copies follows from the surroundings: when they change, that is an input.
      case AlertInput.Raised _, AlertInput.Strengthened _, AlertInput.Withdrawn _ ->
          copies.after(state, step, alert -> !isIn(state, alert), input.moment());
      case AlertInput.SurroundingsChanged _ -> copies.after(state, step, _ -> true, input.moment());
      // What a person does, or a due time, gives nobody a copy.
      case AlertInput.Acted _,
          AlertInput.DeadlineReached _,
          AlertInput.Undelivered _,
          AlertInput.MovedIn _,
          AlertInput.MovedOut _ ->
          step;
    };
  }

  @SuppressWarnings("ReferenceEquality") // An alert of which nothing changed is the same object.
  private static boolean isIn(AlertState state, Alert alert) {
    return state.alerts().get(alert.id()) == alert;
  }

  private Step decided(AlertState state, AlertInput input) {
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
      case AlertInput.Acted acted -> actions.act(state, acted);
      case AlertInput.DeadlineReached reached -> reached(state, reached);
      case AlertInput.Undelivered notice -> undelivered.undelivered(state, notice);
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
            Set.of(),
            Audience.NOBODY,
            Optional.empty(),
            Minutes.NONE);
    Dossier routed = draft.withCustody(router.route(router.match(draft, moment), draft, moment));
    Alert.Open open = new Alert.Open(routed, router.deadline(routed, moment), Optional.empty());
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
    boolean asks = newReason || rises || wakes(alert, earlier, finding);
    boolean told = rings || asks;
    Dossier grown =
        before
            .withFinding(finding, succeeds.orElse(finding.id()), policy)
            .changed(
                moment.at(),
                told ? Change.STRENGTHENED : Change.UPDATED,
                growth(finding, newReason, rises));
    Dossier next = told ? grown.withReasonsGrown() : grown;
    return settle(state, alert, next, asks, told, moment);
  }

  /**
   * Whether somebody who put an answered alert aside must look at it now: another agency has
   * reported, the level is higher, or it names another child.
   */
  private static boolean wakes(Alert alert, Optional<Finding> earlier, Finding finding) {
    return alert instanceof Alert.Acknowledged answered
        && answered.again().isPresent()
        && earlier.map(before -> finding.addsTo(before)).orElse(true);
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
              asks ? open.askAgain(next, routes.sooner(open, next, moment)) : open.with(next);
          case Alert.Acknowledged answered -> {
            Dossier asked = asks ? Rerouting.fromHere(next) : next;
            yield asks
                ? answered.reopen(asked, router.deadline(asked, moment))
                : answered.with(next);
          }
          case Alert.Withdrawn gone -> {
            Dossier asked = routes.routedAfresh(next, moment);
            yield gone.reopen(asked, router.deadline(asked, moment));
          }
          case Alert.Closed closed -> {
            Dossier asked = told ? routes.routedAfresh(next, moment) : next;
            yield told ? closed.reopen(asked, router.deadline(asked, moment)) : closed.with(next);
          }
        };
    out.changed(settled);
    out.deadlines(alert.due(), settled.due(), settled.id());
    boolean wasLive = alert instanceof Alert.Open || alert instanceof Alert.Acknowledged;
    if (told) {
      out.tellOwner(settled, wasLive ? Template.STRENGTHENED : Template.NEW_ALERT);
    }
    out.ledToAlert(alert.id(), alert.dossier().receiptKeys(), next.receiptKeys());
    return routes.rerouted(state.with(settled), settled, out, moment);
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
    Dossier next =
        without
            .changed(moment.at(), last ? Change.WITHDRAWN : Change.UPDATED, reason)
            .with(without.audience().everybodyMustConfirm());
    Outputs out = new Outputs(moment);
    Alert settled =
        switch (alert) {
          case Alert.Open open -> last ? open.withdraw(next) : open.with(next);
          case Alert.Acknowledged answered -> last ? answered.withdraw(next) : answered.with(next);
          case Alert.Withdrawn gone -> gone.with(next);
          case Alert.Closed closed ->
              closed.with(
                  without
                      .changed(moment.at(), Change.UPDATED, reason)
                      .with(without.audience().everybodyMustConfirm()));
        };
    out.changed(settled);
    out.deadlines(alert.due(), settled.due(), settled.id());
    boolean gone = settled instanceof Alert.Withdrawn;
    out.tellEverybody(settled, gone ? Template.WITHDRAWN : Template.CORRECTED);
    if (gone) {
      return out.step(state.with(settled));
    }
    return routes.rerouted(state.with(settled), settled, out, moment);
  }

  /**
   * A due time that is neither the alert's present one nor that of something agreed was answered or
   * reached before.
   */
  private Step reached(AlertState state, AlertInput.DeadlineReached reached) {
    Optional<Alert> current =
        state
            .alert(reached.alertId())
            .filter(
                alert ->
                    alert.due().filter(due -> due.id().equals(reached.deadlineId())).isPresent());
    if (current.isEmpty()) {
      return state
          .alert(reached.alertId())
          .flatMap(alert -> minutes.overdue(state, alert, reached))
          .orElseGet(() -> new Step(state, List.of()));
    }
    return switch (current.get()) {
      case Alert.Open open -> climb(state, open, reached.moment());
      case Alert.Acknowledged answered -> lookAgain(state, answered, reached.moment());
      case Alert.Withdrawn _, Alert.Closed _ -> new Step(state, List.of());
    };
  }

  private Step climb(AlertState state, Alert.Open open, Moment moment) {
    Custody higher = router.climb(open.dossier(), moment);
    Dossier next =
        open.dossier()
            .withCustody(higher)
            .changed(
                moment.at(),
                Change.CLIMBED,
                "Nobody answered in time: rung " + higher.rung() + " of the ladder");
    Alert.Open climbed = open.askAgain(next, router.deadline(next, moment));
    Outputs out = new Outputs(moment);
    out.changed(climbed);
    out.deadlines(open.due(), climbed.due(), open.id());
    out.tellOwner(climbed, Template.OVERDUE_TO_DEPUTY);
    return out.step(state.with(climbed));
  }

  /** The time for which an answered alert was put aside is over. */
  private Step lookAgain(AlertState state, Alert.Acknowledged answered, Moment moment) {
    Dossier next =
        Rerouting.fromHere(answered.dossier())
            .changed(moment.at(), Change.REOPENED, "The time for which it was put aside is over");
    Alert.Open open = answered.reopen(next, router.deadline(next, moment));
    Outputs out = new Outputs(moment);
    out.changed(open);
    out.deadlines(answered.again(), open.due(), open.id());
    out.tellOwner(open, Template.LOOK_AGAIN);
    return out.step(state.with(open));
  }

  private Step surroundings(AlertState state, Moment moment) {
    Outputs out = new Outputs(moment);
    AlertState current = state;
    for (Alert alert : state.alerts().values()) {
      current = routes.rerouted(current, alert, out, moment).state();
    }
    return out.step(current);
  }
}
