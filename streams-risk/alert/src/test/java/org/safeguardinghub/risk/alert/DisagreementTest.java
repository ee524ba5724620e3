package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.DisagreementStages;
import org.safeguardinghub.kernel.event.Severity;

/** Somebody thinks that what is done about an alert is wrong. */
final class DisagreementTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");
  private static final String TEACHER = "p-service";

  private final Desks desks = new Desks();

  @BeforeEach
  void answered() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    desks.acknowledge("a-1", MORNING.plusSeconds(60));
  }

  private void disagrees(String actionId, int stage) {
    desks.act(
        new Action.Disagree(
            actionId,
            desks.only().id(),
            TEACHER,
            MORNING.plusSeconds(600),
            stage,
            Desks.words(actionId)));
  }

  private void settles(String actionId) {
    desks.act(
        new Action.Settle(
            actionId,
            desks.only().id(),
            "p-mash",
            MORNING.plusSeconds(900),
            Desks.words(actionId)));
  }

  private Disagreement disagreement() {
    return desks.only().dossier().disagreement().orElseThrow();
  }

  private AlertOutput.Disputed disputed(String actionId, int stage, boolean open) {
    return new AlertOutput.Disputed(desks.only().id(), actionId, stage, open);
  }

  @Test
  void policyWatchesItsTimeAndWhoeverElseKnowsOfTheAlertIsTold() {
    String owner = desks.only().dossier().owner().personId();

    disagrees("d-1", 1);

    assertThat(disagreement().stage()).isEqualTo(1);
    assertThat(disagreement().personId()).isEqualTo(TEACHER);
    assertThat(desks.outputs).contains(disputed("d-1", 1, true));
    assertThat(desks.told()).containsExactly("DISAGREEMENT to " + owner);
  }

  @Test
  void itGoesFromStageToStageAndNoFurtherThanTheLast() {
    for (int stage = 1; stage <= DisagreementStages.LAST; stage++) {
      disagrees("d-" + stage, stage);
      assertThat(disagreement().stage()).isEqualTo(stage);
    }

    disagrees("d-5", DisagreementStages.LAST + 1);

    assertPassedOver("d-5", AlertOutput.Why.STAGE_IS_ANOTHER);
  }

  @Test
  void twoWhoTakeItFurtherAtOnceMeanOneStep() {
    disagrees("d-1", 1);
    disagrees("d-2", 2);

    disagrees("d-3", 2);

    assertPassedOver("d-3", AlertOutput.Why.STAGE_IS_ANOTHER);
    assertThat(disagreement().stage()).isEqualTo(2);
  }

  @Test
  void whatWasSettledStaysReadableAndTheNextBeginsAtTheFirstStage() {
    disagrees("d-1", 1);
    disagrees("d-2", 2);

    settles("s-1");

    assertThat(disagreement().open()).isFalse();
    assertThat(disagreement().settled().orElseThrow().personId()).isEqualTo("p-mash");
    assertThat(desks.outputs).contains(disputed("s-1", 2, false));
    assertThat(desks.told()).contains("DISAGREEMENT to " + TEACHER);

    settles("s-2");
    assertPassedOver("s-2", AlertOutput.Why.NOTHING_TO_SETTLE);

    disagrees("d-3", 1);
    assertThat(desks.outputs).contains(disputed("d-3", 1, true));
  }

  @Test
  void alsoAnAlertThatHasEndedCanHaveEndedWrongly() {
    desks.withdraw("f-1", MORNING.plusSeconds(120));
    String why = desks.only().dossier().stamp().reason();

    disagrees("d-1", 1);

    assertThat(desks.only()).isInstanceOf(Alert.Withdrawn.class);
    assertThat(desks.outputs).contains(disputed("d-1", 1, true));
    assertThat(desks.only().dossier().stamp().reason()).isEqualTo(why);
  }

  private void assertPassedOver(String actionId, AlertOutput.Why why) {
    assertThat(desks.outputs)
        .containsExactly(new AlertOutput.PassedOver(desks.only().id(), actionId, why));
  }
}
