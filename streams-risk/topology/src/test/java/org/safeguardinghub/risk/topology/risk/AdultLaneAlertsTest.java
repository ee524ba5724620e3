package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.DisputeState;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;

/** P27, CLK-19 and P28's notice, from the log of the adult lane to the LADO and to nobody else. */
final class AdultLaneAlertsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant MONTH_BEFORE = MONDAY.minus(Duration.ofDays(30));
  private static final SubjectRef ADULT = new SubjectRef(Scope.ADULT, "adult1");
  private static final SubjectRef SETTING = new SubjectRef(Scope.ADULT, "setting1");

  @TempDir Path folder;

  private RiskDriver driver() {
    RiskDriver risk = new RiskDriver(folder, MONDAY.minus(Duration.ofDays(40)));
    risk.role("lado", "head-of-service", "p-lado", "p-lado-deputy");
    return risk;
  }

  private static SubjectEventRecord alleged(
      RiskDriver risk, SubjectRef subject, String id, String type, String adult, Instant at) {
    return Log.wrap(
        subject,
        SubjectEventKind.ATTRIBUTED_EVENT,
        id + ".0",
        at,
        risk.log
            .body(subject, id, type, at, at)
            .setHandling(HandlingRecord.newBuilder().setHandlingClass(HandlingClassCode.H5).build())
            .setPersonRef(subject.ref())
            .setAdultRef(adult)
            .setSettingRef("setting1")
            .build());
  }

  /** Two concerns about one adult, a month apart. */
  private RiskDriver twice() {
    RiskDriver risk = driver();
    risk.arrives(alleged(risk, ADULT, "e1", "LAD-LOW-01", "adult1", MONTH_BEFORE));
    risk.arrives(alleged(risk, ADULT, "e2", "LAD-ALG-01", "adult1", MONDAY));
    return risk;
  }

  private static List<String> told(RiskDriver risk) {
    return risk.notifications().stream().map(NotificationRecord::getPersonId).toList();
  }

  @Test
  void theLadoIsToldAndTheAlertNamesNobody() {
    try (RiskDriver risk = twice()) {
      assertThat(risk.decisions()).containsExactly("RAISE P27 S1");
      List<AlertRecord> alerts = risk.alerts();
      assertThat(alerts).hasSize(1);
      assertThat(alerts.getFirst().getOwner().getRole()).isEqualTo("lado");
      assertThat(alerts.getFirst().getChildren()).isEmpty();
      assertThat(told(risk)).containsExactly("p-lado");
    }
  }

  @Test
  void noSenderLearnsThatOthersReportedTheSameAdult() {
    try (RiskDriver risk = twice()) {
      assertThat(risk.dispositions()).isEmpty();
    }
  }

  @Test
  void unansweredItIsNobodyElses() {
    try (RiskDriver risk = twice()) {
      AlertRecord alert = risk.alerts().getFirst();
      // A disagreement about it is confined as it is.
      risk.arrives(risk.log.dispute(ADULT, alert.getAlertId(), 1, DisputeState.OPENED, MONDAY));
      for (int day = 1; day <= 30; day++) {
        risk.passes(MONDAY.plus(Duration.ofDays(day)));
      }
      assertThat(risk.alerts())
          .hasSizeGreaterThan(5)
          .allMatch(picture -> picture.getOwner().getRole().equals("lado"));
      assertThat(told(risk)).containsOnly("p-lado", "p-lado-deputy");
      assertThat(risk.decisions()).contains("RAISE P37 S3");
    }
  }

  @Test
  void itIsAnsweredLikeAnyOther() {
    try (RiskDriver risk = twice()) {
      AlertRecord alert = risk.alerts().getFirst();
      risk.acts(alert, AlertActionKind.ACKNOWLEDGED, "x1", MONDAY.plusSeconds(60));
      assertThat(risk.pictures())
          .containsExactly("ACKNOWLEDGED ACKNOWLEDGED S1 lado/p-lado rung 0 v2");
      assertThat(risk.dispositions()).as("nobody learns that it was read").isEmpty();
    }
  }

  @Test
  void theClockOfAnAllegationRunsThere() {
    try (RiskDriver risk = driver()) {
      risk.arrives(alleged(risk, ADULT, "e1", "HOM-ALG-01", "adult1", MONDAY));
      risk.passes(Instant.parse("2026-03-03T23:59:59Z"));
      assertThat(risk.decisions()).isEmpty();
      risk.passes(Instant.parse("2026-03-04T00:00:00Z"));
      assertThat(risk.decisions()).containsExactly("RAISE P29 S3");
      assertThat(risk.alerts().getFirst().getOwner().getRole()).isEqualTo("lado");
    }
  }

  @Test
  void allegationsThatGatherInOneSettingAreANoticeToTheLado() {
    try (RiskDriver risk = driver()) {
      risk.arrives(alleged(risk, SETTING, "e1", "LAD-LOW-01", "adult1", MONTH_BEFORE));
      risk.arrives(alleged(risk, SETTING, "e2", "LAD-LOW-01", "adult2", MONDAY));
      assertThat(risk.decisions()).containsExactly("NOTICE P28 S2");
      assertThat(risk.alerts().getFirst().getOwner().getRole()).isEqualTo("lado");
      assertThat(told(risk)).containsExactly("p-lado");
    }
  }
}
