package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Severity;

/** Who hears that an alert is no longer what they were told, and that they have to confirm it. */
final class CorrectionTest {
  private static final Instant MORNING = Desks.at("2026-03-02T10:00:00");

  private final Desks desks = new Desks();

  @Test
  void aWithdrawalReachesTheOwnersBeforeAndWhoeverReadIt() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    String first = desks.only().dossier().owner().personId();
    desks.dueTimePasses(Desks.at("2026-03-03T17:00:00"));
    String deputy = desks.only().dossier().owner().personId();
    desks.act(
        new Action.Opened("o-1", desks.only().id(), "p-service", Desks.at("2026-03-03T18:00:00")));

    desks.withdraw("f-1", Desks.at("2026-03-04T09:00:00"));

    assertThat(first).isNotEqualTo(deputy);
    assertThat(desks.told())
        .containsExactlyInAnyOrder(
            "WITHDRAWN to " + first, "WITHDRAWN to " + deputy, "WITHDRAWN to p-service");
    assertThat(desks.only().dossier().audience().toConfirm())
        .containsExactlyInAnyOrder(first, deputy, "p-service");
  }

  @Test
  void aReasonThatFallsIsACorrectionOfAnAlertThatStands() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    desks.raise(Desks.finding("f-2", "P05", Severity.S3), MORNING.plusSeconds(60));

    desks.withdraw("f-2", MORNING.plusSeconds(120));

    assertThat(desks.only()).isInstanceOf(Alert.Open.class);
    assertThat(desks.told()).first().asString().startsWith("CORRECTED to ");
  }

  @Test
  void whoConfirmsIsAskedNoMoreAndTheReasonStays() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    String owner = desks.only().dossier().owner().personId();
    desks.withdraw("f-1", MORNING.plusSeconds(60));
    String why = desks.only().dossier().stamp().reason();

    desks.act(new Action.Confirm("c-1", desks.only().id(), owner, MORNING.plusSeconds(120)));

    assertThat(desks.only().dossier().audience().toConfirm()).isEmpty();
    assertThat(desks.only().dossier().stamp().reason()).isEqualTo(why);
    assertThat(desks.told()).isEmpty();
  }

  @Test
  void whoWasNeverToldHasNothingToConfirm() {
    desks.raise(Desks.finding("f-1", "P03", Severity.S3), MORNING);
    desks.withdraw("f-1", MORNING.plusSeconds(60));

    desks.act(new Action.Confirm("c-1", desks.only().id(), "p-lado", MORNING.plusSeconds(120)));

    assertThat(desks.outputs)
        .containsExactly(
            new AlertOutput.PassedOver(
                desks.only().id(), "c-1", AlertOutput.Why.NOTHING_TO_CONFIRM));
  }
}
