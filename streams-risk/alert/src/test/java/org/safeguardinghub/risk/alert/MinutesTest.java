package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Severity;

/** What people agree to do about an alert, and what they decide to share. */
final class MinutesTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");
  private static final Instant IN_TWO_DAYS = MORNING.plus(Duration.ofDays(2));

  private final Desks desks = new Desks();

  @BeforeEach
  void raised() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
  }

  private void plans(String actionId, Instant dueAt) {
    desks.act(Desks.plan(actionId, desks.only(), MORNING.plusSeconds(60), dueAt));
  }

  private void marks(String actionId, String plannedId, boolean done) {
    desks.act(
        new Action.MarkPlanned(
            actionId,
            desks.only().id(),
            "p-service",
            MORNING.plusSeconds(600),
            plannedId,
            done,
            Desks.words(actionId)));
  }

  private void decides(String actionId, boolean shared) {
    desks.act(Desks.share(actionId, desks.only(), MORNING.plusSeconds(900), shared));
  }

  private Minutes minutes() {
    return desks.only().dossier().minutes();
  }

  private Change lastChange() {
    return desks.only().dossier().stamp().change();
  }

  @Test
  void whatIsAgreedStandsOnTheAlertUntilItIsMarkedOnce() {
    String why = desks.only().dossier().stamp().reason();

    plans("p-1", IN_TWO_DAYS);
    plans("p-2", IN_TWO_DAYS.plusSeconds(1));
    marks("m-1", "p-1", false);

    assertThat(minutes().plan())
        .extracting(PlannedAction::id, PlannedAction::open)
        .containsExactly(tuple("p-1", false), tuple("p-2", true));
    PlannedAction.Outcome outcome = minutes().plan().getFirst().outcome().orElseThrow();
    assertThat(outcome.done()).isFalse();
    assertThat(outcome.personId()).isEqualTo("p-service");
    assertThat(outcome.reason()).isEqualTo(Desks.words("m-1"));
    assertThat(lastChange()).isEqualTo(Change.PLAN_MARKED);
    assertThat(desks.only().dossier().stamp().reason()).isEqualTo(why);

    marks("m-2", "p-1", true);
    assertPassedOver("m-2", AlertOutput.Why.MARKED_BEFORE);
    marks("m-3", "p-9", true);
    assertPassedOver("m-3", AlertOutput.Why.NOT_PLANNED);
  }

  @Test
  void nothingIsAgreedForThePastOrForYearsOrOnAnAlertThatHasEnded() {
    plans("p-1", MORNING);
    assertPassedOver("p-1", AlertOutput.Why.TIME_NOT_ALLOWED);
    plans("p-2", MORNING.plus(Duration.ofDays(400)));
    assertPassedOver("p-2", AlertOutput.Why.TIME_NOT_ALLOWED);
    plans("p-3", IN_TWO_DAYS);

    desks.withdraw("f-1", MORNING.plusSeconds(120));
    plans("p-4", IN_TWO_DAYS);

    assertPassedOver("p-4", AlertOutput.Why.NOT_OPEN);
    marks("m-1", "p-3", true);
    assertThat(minutes().plan().getFirst().open())
        .as("what was agreed is marked all the same")
        .isFalse();
  }

  @Test
  void aDecisionNotToShareIsKeptLikeOneToShare() {
    decides("s-1", false);
    desks.withdraw("f-1", MORNING.plusSeconds(950));
    decides("s-2", true);

    assertThat(minutes().sharing())
        .extracting(SharingDecision::id, one -> one.sharing().shared())
        .containsExactly(tuple("s-1", false), tuple("s-2", true));
    assertThat(lastChange()).isEqualTo(Change.SHARING_DECIDED);
  }

  private void passes(String plannedId) {
    String id = desks.only().id();
    desks.fold(
        new AlertInput.DeadlineReached(
            id, id + "/plan/" + plannedId, IN_TWO_DAYS, desks.moment(IN_TWO_DAYS)));
  }

  @Test
  void whoeverIsToDoItIsToldOnceWhenItIsAgreedAndOnceWhenItIsOverdue() {
    plans("p-1", IN_TWO_DAYS);
    AlertOutput.Notify told = notices().getFirst();
    assertThat(desks.told()).containsExactly("ACTION_AGREED to p-nurse");
    assertThat(told.dueAt()).contains(IN_TWO_DAYS);
    assertThat(told.role()).isEqualTo("named-nurse");
    assertThat(desks.outputs)
        .contains(
            new AlertOutput.DeadlineSet(
                desks.only().id(), new Deadline(desks.only().id() + "/plan/p-1", IN_TWO_DAYS)));
    Optional<Deadline> due = desks.only().due();

    passes("p-1");
    assertThat(desks.told()).containsExactly("ACTION_OVERDUE to p-nurse");
    assertThat(lastChange()).isEqualTo(Change.PLAN_OVERDUE);
    assertThat(desks.only().due()).as("the alert's own clock goes on").isEqualTo(due);

    passes("p-1");
    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void whatIsMarkedInTimeIsNeverOverdue() {
    plans("p-1", IN_TWO_DAYS);
    marks("m-1", "p-1", true);
    assertThat(desks.outputs)
        .contains(
            new AlertOutput.DeadlineDropped(
                desks.only().id(), new Deadline(desks.only().id() + "/plan/p-1", IN_TWO_DAYS)));

    passes("p-1");
    assertThat(desks.outputs).isEmpty();
  }

  @Test
  void whoFollowsIsToldOfWhatIsOverdueAndWhoIsInConflictOfNothing() {
    plans("p-1", IN_TWO_DAYS);
    desks.leaves("p-nurse", MORNING.plusSeconds(60));
    passes("p-1");
    assertThat(desks.told()).as("nobody is left in the role").isEmpty();
    assertThat(minutes().plan().getFirst().told()).contains("p-nurse");

    Desks others = new Desks();
    others.directory =
        others.directory.with(
            8,
            new Contact(
                "p-nurse",
                List.of(Channel.EMAIL),
                Desks.EVER,
                Optional.empty(),
                Optional.empty(),
                Set.of("child/c-rowan")));
    others.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    others.act(Desks.plan("p-1", others.only(), MORNING.plusSeconds(60), IN_TWO_DAYS));
    assertThat(others.told()).isEmpty();
    assertThat(others.only().dossier().minutes().plan().getFirst().told()).isEmpty();
  }

  @Test
  void anAgencyIsToldThroughItsRoleAndNobodyOfWhatIsProtected() {
    desks.act(planFor(PlannedAction.Party.Kind.AGENCY, "tumbledown-primary", "p-1"));
    assertThat(desks.told()).containsExactly("ACTION_AGREED to p-dsl");
    desks.act(planFor(PlannedAction.Party.Kind.AGENCY, "fablewick-nhs", "p-2"));
    assertThat(desks.told()).as("no role of that agency is known").isEmpty();
    desks.act(planFor(PlannedAction.Party.Kind.PERSON, "p-mash", "p-3"));
    assertThat(desks.told()).as("who writes it down knows it").isEmpty();

    desks.situation = Situation.of(new ChildSituation(true, Set.of(), false, false, false, false));
    desks.act(planFor(PlannedAction.Party.Kind.ROLE, "named-nurse", "p-4"));
    assertThat(desks.told()).isEmpty();
  }

  private Action.Plan planFor(PlannedAction.Party.Kind kind, String ref, String actionId) {
    return new Action.Plan(
        actionId,
        desks.only().id(),
        "p-mash",
        MORNING.plusSeconds(60),
        new PlannedAction.Task(
            Desks.words(actionId), new PlannedAction.Party(kind, ref), IN_TWO_DAYS),
        Desks.words(actionId));
  }

  @Test
  void whatIsAgreedGoesOnWithItsTimeUnderAnotherSubject() {
    plans("p-1", IN_TWO_DAYS);
    Alert alert = desks.only();
    Deadline due = new Deadline(alert.id() + "/plan/p-1", IN_TWO_DAYS);

    desks.fold(new AlertInput.MovedOut(desks.moment(MORNING.plusSeconds(90))));
    assertThat(desks.outputs).contains(new AlertOutput.DeadlineDropped(alert.id(), due));

    desks.fold(
        new AlertInput.MovedIn(List.of(alert), "born", desks.moment(MORNING.plusSeconds(90))));
    assertThat(desks.outputs).contains(new AlertOutput.DeadlineSet(alert.id(), due));
    assertThat(desks.told()).isEmpty();
  }

  private List<AlertOutput.Notify> notices() {
    return desks.outputs.stream()
        .filter(AlertOutput.Notify.class::isInstance)
        .map(AlertOutput.Notify.class::cast)
        .toList();
  }

  @Test
  void whatAnAlertHoldsHasAnEnd() {
    for (int i = 0; i < Minutes.MOST; i++) {
      plans("p-" + i, IN_TWO_DAYS);
      decides("s-" + i, true);
    }

    plans("one-more", IN_TWO_DAYS);
    assertPassedOver("one-more", AlertOutput.Why.TOO_MANY);
    decides("another", true);
    assertPassedOver("another", AlertOutput.Why.TOO_MANY);
  }

  private void assertPassedOver(String actionId, AlertOutput.Why why) {
    assertThat(desks.outputs)
        .containsExactly(new AlertOutput.PassedOver(desks.only().id(), actionId, why));
  }
}
