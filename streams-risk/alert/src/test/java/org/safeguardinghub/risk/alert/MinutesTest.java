package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
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
