package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;

/** P32: out of school, then police or youth justice. */
final class PushedOutTest {
  private static Told suspended(String at) {
    return told("EDU-EXC-01", at);
  }

  private static Told police(String at) {
    return told("POL-PPN-01", at);
  }

  private static final Told FIRST = suspended("2026-01-20T10:00");
  private static final Told SECOND = suspended("2026-02-10T14:00");

  @Test
  void twoSuspensionsThenPolice() {
    Story.child().given(FIRST, SECOND, police("2026-03-06T23:10")).then("2026-03-06 P32 raised S3");
    Story.child().given(FIRST, police("2026-03-06T23:10")).thenNothing();
  }

  @Test
  void itMustComeAfterAndWithinSixtyDays() {
    Story.child().given(FIRST, police("2026-02-10T13:59"), SECOND).thenNothing();
    // 60 days after 10 February 14:00 are 15:00 by summer time.
    Story.child().given(FIRST, SECOND, police("2026-04-11T15:00")).thenNothing();
    Story.child().given(FIRST, SECOND, police("2026-04-11T14:59")).then("2026-04-11 P32 raised S3");
  }

  @Test
  void theTwoSuspensionsLieWithinAYear() {
    Story.child()
        .given(suspended("2025-02-10T14:00"), SECOND, police("2026-03-06T23:10"))
        .thenNothing();
    Story.child()
        .given(suspended("2025-02-10T14:01"), SECOND, police("2026-03-06T23:10"))
        .then("2026-03-06 P32 raised S3");
  }

  @Test
  void oneExclusionOrAReducedTimetableIsEnough() {
    Story.child()
        .given(told("EDU-EXC-02", "2026-02-10T14:00"), told("YJS-OFF-01", "2026-03-06T23:10"))
        .then("2026-03-06 P32 raised S3");
    Story.child()
        .given(told("EDU-EXC-03", "2026-02-10T14:00"), police("2026-03-06T23:10"))
        .then("2026-03-06 P32 raised S3");
  }

  @Test
  void theSuspensionMayBeReportedLate() {
    Story.child()
        .given(
            FIRST, police("2026-03-06T23:10"), suspended("2026-02-10T14:00").received("2026-03-09"))
        .then("2026-03-06 P32 raised S3");
  }

  @Test
  void oneSuspensionReportedTwiceIsOne() {
    Story.child()
        .given(
            suspended("2026-01-20T10:00").incident("i-1"),
            suspended("2026-01-21T10:00").incident("i-1"),
            police("2026-02-06T23:10"))
        .thenNothing();
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(
            FIRST,
            SECOND,
            police("2026-03-06T23:10"),
            told("ADM-COR-01", "2026-03-16T10:00")
                .superseding("EDU-EXC-01@2026-02-10T14:00")
                .with("retracts", true))
        .then("2026-03-06 P32 raised S3", "2026-03-06 P32 withdrawn");
  }

  @Test
  void aPlanAboutExploitationRoutesIt() {
    Story.child()
        .given(
            told("EDU-EXC-02", "2026-02-10T14:00"),
            told("CSC-CIN-01", "2026-02-20T10:00").with("planFor", "exploitation"),
            police("2026-03-06T23:10"))
        .then("2026-03-06 P32 notice to lead of the open plan");
  }

  @Test
  void withPossibleExploitationItIsMoreUrgent() {
    Told exclusion = told("EDU-EXC-02", "2026-02-10T14:00");
    Told weapon = told("EDU-WPN-01", "2026-02-12T14:00");
    Story.child()
        .born("2010-01-22")
        .given(
            exclusion, weapon, told("BTP-EXP-01", "2026-03-01T10:00"), police("2026-03-06T23:10"))
        .then("2026-03-01 P12 raised S2", "2026-03-06 P32 raised S2");
    Story.child()
        .born("2010-01-22")
        .given(
            exclusion, weapon, police("2026-03-06T23:10"), told("BTP-EXP-01", "2026-03-10T10:00"))
        .then(
            "2026-03-06 P32 raised S3", "2026-03-10 P32 raised to S2", "2026-03-10 P12 raised S2");
  }

  @Test
  void fromExclusionToCountyLines() {
    Story.child()
        .born("2011-01-22")
        .given(
            FIRST,
            told("EDU-EXP-01", "2026-02-03T12:00"),
            SECOND,
            told("EDU-EXC-03", "2026-02-24T09:00"),
            police("2026-03-06T23:10").received("2026-03-08T08:00"),
            told("POL-MIS-01", "2026-03-14T22:00").incident("99-1"),
            told("POL-MIS-02", "2026-03-15T11:00").incident("99-1"),
            told("CSC-REF-01", "2026-03-16T10:00"),
            told("CSC-ASM-01", "2026-03-17T12:00"),
            told("VCS-RHI-02", "2026-03-17T16:00"),
            told("POL-MIS-01", "2026-04-04T20:30").incident("99-2"),
            told("BTP-EXP-01", "2026-04-06T19:40").received("2026-04-08T10:00"),
            told("POL-MIS-02", "2026-04-06T20:15").incident("99-2").received("2026-04-08T10:01"),
            told("POL-EXP-01", "2026-04-21T17:00"),
            told("ED-VIO-01", "2026-04-23T02:10"),
            told("POL-MIS-01", "2026-05-02T23:00").incident("99-3"),
            told("POL-MIS-02", "2026-05-03T13:00").incident("99-3"),
            told("VCS-RHI-01", "2026-05-05T15:00"),
            told("POL-MDS-01", "2026-05-06T10:00"))
        .until("2026-05-08T12:00")
        .then(
            "2026-03-06 P32 raised S3",
            "2026-03-14 P32 raised to S2",
            "2026-03-14 P12 raised S2",
            "2026-04-04 P10 raised S2",
            "2026-04-09 P11 raised S3",
            "2026-04-21 P12 re-fire S2",
            "2026-04-23 P12 raised to S1",
            "2026-04-23 P03 notice to allocated worker",
            "2026-05-06 L4 notice to owner");
  }

  @Test
  void itsWordsDoNotBlame() {
    Story story = Story.child().given(FIRST, SECOND, police("2026-03-06T23:10"));
    assertThat(story.only("P32").because())
        .contains("came to the notice of police or youth justice");
  }

  @Test
  void aReferralAsAVictimIsNoPlan() {
    Story.child()
        .given(
            FIRST,
            SECOND,
            told("POL-MDS-01", "2026-02-20T10:00").level(3),
            police("2026-03-06T23:10"))
        .then("2026-02-20 P32 raised S3");
  }

  @Test
  void whatOnlyPassesAPoliceIncidentOnStandsForItWhereNothingElseWasHeard() {
    Story.child()
        .given(
            FIRST, SECOND, told("POL-ENC-01", "2026-03-06T23:10").incident("99-1").echoing("other"))
        .then("2026-03-06 P32 raised S3");
  }
}
