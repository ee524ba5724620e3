package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.topology.risk.Log.ROWAN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertChange;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DisputeRecord;
import org.safeguardinghub.schemas.DisputeState;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/** A disagreement about an alert, from its record on the subject log to whoever decides it. */
final class DisputeTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant FIVE_WORKING_DAYS_LATER = Instant.parse("2026-03-10T00:00:00Z");

  @TempDir Path folder;

  private RiskDriver raised() {
    RiskDriver risk = new RiskDriver(folder, MONDAY.minus(Duration.ofDays(30)));
    risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(Duration.ofDays(20))));
    risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));
    return risk;
  }

  private RiskDriver disputed() {
    RiskDriver risk = raised();
    String alert = risk.alerts().getFirst().getAlertId();
    risk.arrives(risk.log.dispute(ROWAN, alert, 1, DisputeState.OPENED, MONDAY));
    return risk;
  }

  private static List<RiskDecisionRecord> disagreements(RiskDriver risk) {
    return risk.decisionRecords().stream()
        .filter(decision -> decision.getPattern().equals("P37"))
        .toList();
  }

  private static List<AlertRecord> alertsAboutIt(RiskDriver risk) {
    return risk.alerts().stream()
        .filter(alert -> alert.getFindings().getFirst().getPattern().equals("P37"))
        .toList();
  }

  @Test
  void whenItsTimeHasPassedTheNextRungIsAskedInAnAlertOfItsOwn() {
    try (RiskDriver risk = disputed()) {
      risk.passes(FIVE_WORKING_DAYS_LATER.minusMillis(1));
      assertThat(disagreements(risk)).isEmpty();
      risk.notifications();
      // A new alert of the same day does not take it in.
      risk.arrives(
          risk.log.event(
              ROWAN, "e3", "HV-PHY-01", FIVE_WORKING_DAYS_LATER.minus(Duration.ofHours(1))));
      risk.alerts();

      risk.passes(FIVE_WORKING_DAYS_LATER);

      assertThat(disagreements(risk)).hasSize(1);
      List<AlertRecord> alerts = alertsAboutIt(risk);
      assertThat(alerts).hasSize(1);
      assertThat(alerts.getFirst().getFindings()).hasSize(1);
      assertThat(alerts.getFirst().getOwner().getPersonId()).isEqualTo("p-service");
      assertThat(alerts.getFirst().getReceiptKeys()).isEmpty();
      assertThat(risk.notifications())
          .extracting(NotificationRecord::getPersonId)
          .contains("p-service");
    }
  }

  @Test
  void settledInTimeNobodyIsAsked() {
    try (RiskDriver risk = disputed()) {
      risk.arrives(
          risk.log.dispute(
              ROWAN,
              "not this alert",
              1,
              DisputeState.RESOLVED,
              FIVE_WORKING_DAYS_LATER.minus(Duration.ofDays(2))));
      String alert = alertOf(risk);
      risk.arrives(
          risk.log.dispute(
              ROWAN,
              alert,
              1,
              DisputeState.RESOLVED,
              FIVE_WORKING_DAYS_LATER.minus(Duration.ofDays(1))));

      risk.passes(FIVE_WORKING_DAYS_LATER.plus(Duration.ofDays(1)));

      assertThat(disagreements(risk)).isEmpty();
    }
  }

  @Test
  void whoeverDisagreesStartsTheClockAndWhoeverSettlesItStopsIt() {
    try (RiskDriver risk = raised()) {
      AlertRecord alert = risk.alerts().getFirst();
      risk.acts(alert, AlertActionKind.DISAGREED, "d-1", MONDAY.plusSeconds(60));
      risk.acts(alert, AlertActionKind.DISAGREED, "d-1", MONDAY.plusSeconds(60));

      risk.passes(FIVE_WORKING_DAYS_LATER);

      assertThat(disagreements(risk)).hasSize(1);
      assertThat(disputes(risk)).containsExactly(DisputeState.OPENED);

      risk.acts(alert, AlertActionKind.SETTLED, "s-1", FIVE_WORKING_DAYS_LATER.plusSeconds(60));
      assertThat(disputes(risk)).containsExactly(DisputeState.RESOLVED);
      List<AlertRecord> pictures = risk.alerts();
      assertThat(pictures.getLast().getChange()).isEqualTo(AlertChange.SETTLED);
      assertThat(pictures.getLast().getDisagreement().orElseThrow().getSettled()).isPresent();
    }
  }

  @Test
  void whatIsSettledInTimeAsksNobody() {
    try (RiskDriver risk = raised()) {
      AlertRecord alert = risk.alerts().getFirst();
      risk.acts(alert, AlertActionKind.DISAGREED, "d-1", MONDAY.plusSeconds(60));
      risk.acts(
          alert, AlertActionKind.SETTLED, "s-1", FIVE_WORKING_DAYS_LATER.minus(Duration.ofDays(1)));

      risk.passes(FIVE_WORKING_DAYS_LATER.plus(Duration.ofDays(1)));

      assertThat(disagreements(risk)).isEmpty();
    }
  }

  private static List<DisputeState> disputes(RiskDriver risk) {
    return risk.written().stream()
        .map(written -> written.value.getBody())
        .filter(DisputeRecord.class::isInstance)
        .map(body -> ((DisputeRecord) body).getState())
        .toList();
  }

  private static String alertOf(RiskDriver risk) {
    risk.passes(FIVE_WORKING_DAYS_LATER.minus(Duration.ofDays(1)));
    return risk.alerts().getFirst().getAlertId();
  }
}
