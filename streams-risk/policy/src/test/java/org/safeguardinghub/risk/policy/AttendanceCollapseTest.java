package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P31: attendance breaks off while another agency is concerned. */
final class AttendanceCollapseTest {
  private static Told attendance(String at, int before, int now) {
    return told("EDU-ABS-03", at).with("attendanceFrom", before).with("attendanceTo", now);
  }

  private static final Told CONCERN = told("HV-NEG-01", "2026-01-15T10:00");

  @Test
  void fromNinetyToUnderFiftyWithAConcernElsewhere() {
    Story story =
        Story.child()
            .given(CONCERN, attendance("2026-03-02T10:00", 90, 49))
            .then("2026-03-02 P31 raised S3");
    assertThat(story.only("P31").because())
        .isEqualTo(
            "Attendance fell from 90% or more to under 50%, reported on 2 March 2026, and within 120 days Health "
                + "reported concerns of their own (1).");
    Story.child()
        .given(CONCERN, told("EDU-ABS-02", "2026-03-02T10:00"))
        .then("2026-03-02 P31 raised S3");
  }

  @Test
  void aSmallerFallOrAnUnknownOneIsNone() {
    Story.child().given(CONCERN, attendance("2026-03-02T10:00", 89, 49)).thenNothing();
    Story.child().given(CONCERN, attendance("2026-03-02T10:00", 90, 50)).thenNothing();
    Story.child().given(CONCERN, told("EDU-ABS-03", "2026-03-02T10:00")).thenNothing();
    Story.child()
        .given(CONCERN, told("EDU-ABS-03", "2026-03-02T10:00").with("attendanceTo", 10))
        .thenNothing();
    Story.child().given(CONCERN, told("EDU-ABS-01", "2026-03-02T10:00")).thenNothing();
  }

  @Test
  void theConcernMayComeAfterIt() {
    Story.child()
        .given(attendance("2026-03-02T10:00", 95, 20), told("POL-PPN-02", "2026-04-15T10:00"))
        .then("2026-04-15 P31 raised S3");
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 120 days of 24 hours end at 11:00 by summer time.
    Story.child().given(CONCERN, attendance("2026-05-15T11:00", 95, 20)).thenNothing();
    Story.child()
        .given(CONCERN, attendance("2026-05-15T10:59", 95, 20))
        .then("2026-05-15 P31 raised S3");
  }

  @Test
  void theConcernIsOfAnotherFamilyOfLevelTwoAndNoMereFact() {
    for (Told none :
        new Told[] {
          told("EDU-NEG-02", "2026-01-15T10:00"),
          told("NUR-NEG-01", "2026-01-15T10:00"),
          told("HSG-ASB-01", "2026-01-15T10:00").level(1),
          told("ED-ATT-01", "2026-01-15T10:00"),
          told("HV-NEG-01", "2026-01-15T10:00").echoing("unknown"),
          told("HV-NEG-01", "2026-01-15T10:00").asContext(),
          told("CSC-CIN-01", "2026-02-25T10:00")
        }) {
      Story.child().given(none, attendance("2026-03-02T10:00", 95, 20)).thenNothing();
    }
  }

  @Test
  void medicalEvidenceOrAnAgreedPlanExplainIt() {
    for (String reason : new String[] {"medicalEvidence", "agreedPartTime"}) {
      Story.child()
          .given(CONCERN, attendance("2026-03-02T10:00", 95, 20).with(reason, true))
          .thenNothing();
      Story.child()
          .given(CONCERN, told("EDU-ABS-02", "2026-03-02T10:00").with(reason, true))
          .thenNothing();
      Story.child()
          .given(CONCERN, attendance("2026-03-02T10:00", 95, 20).with(reason, false))
          .then("2026-03-02 P31 raised S3");
    }
  }

  @Test
  void aNewFamilyIsToldAgain() {
    Story.child()
        .given(
            CONCERN, attendance("2026-03-02T10:00", 95, 20), told("POL-PPN-02", "2026-03-16T10:00"))
        .then("2026-03-02 P31 raised S3", "2026-03-16 P31 re-fire S3");
    Story.child()
        .given(
            CONCERN, attendance("2026-03-02T10:00", 95, 20), told("POL-PPN-02", "2026-03-16T09:59"))
        .then("2026-03-02 P31 raised S3");
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(
            told("HV-NEG-01", "2026-01-15T10:00").id("hv"),
            attendance("2026-03-02T10:00", 95, 20),
            told("ADM-COR-01", "2026-03-05T10:00").superseding("hv").with("retracts", true))
        .then("2026-03-02 P31 raised S3", "2026-03-02 P31 withdrawn");
  }

  @Test
  void oneAbsenceThatPoliceToldOfFirstHidesNoConcernOfThePolice() {
    Story.child()
        .given(
            told("POL-NEG-01", "2026-03-01T10:00").incident("99-1"),
            told("EDU-ABS-02", "2026-03-02T10:00").incident("99-1"))
        .thenNothing()
        .given(told("EDU-ABS-02", "2026-03-03T10:00"))
        .then("2026-03-03 P31 raised S3");
  }
}
