package org.safeguardinghub.risk.policy;

import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P09: three low-grade police notices in ninety days. */
final class PoliceNoticesTest {
  private static Told green(String at) {
    return told("POL-PPN-01", at);
  }

  @Test
  void threeInNinetyDays() {
    Story.child()
        .given(green("2026-01-10T10:00"), green("2026-02-10T10:00"), green("2026-03-10T10:00"))
        .then("2026-03-10 P09 raised S3");
  }

  @Test
  void twoAreTooFew() {
    Story.child().given(green("2026-01-10T10:00"), green("2026-02-10T10:00")).thenNothing();
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    Told[] two = {green("2026-01-10T10:00"), green("2026-02-10T10:00")};
    // Ninety days of 24 hours end at 11:00 by summer time.
    Story.child().given(two).given(green("2026-04-10T11:00")).thenNothing();
    Story.child().given(two).given(green("2026-04-10T10:59")).then("2026-04-10 P09 raised S3");
  }

  @Test
  void higherGradesAreNoneOfThem() {
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            told("POL-PPN-02", "2026-02-10T10:00"),
            green("2026-03-10T10:00"))
        .thenNothing();
  }

  @Test
  void noticesOfOneIncidentAndEchoesAreOne() {
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            green("2026-02-10T10:00").incident("i-1"),
            green("2026-02-11T10:00").incident("i-1"),
            green("2026-03-10T10:00").echoing("unknown"))
        .thenNothing();
  }

  @Test
  void withAnOpenCaseTheWorkerIsTold() {
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            green("2026-02-10T10:00"),
            told("CSC-CIN-01", "2026-03-01T10:00"),
            green("2026-03-10T10:00"))
        .then("2026-03-10 P09 notice to allocated worker");
    // The plan of a brother gives this child no worker.
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            green("2026-02-10T10:00"),
            told("CSC-CIN-01", "2026-03-01T10:00").as(SubjectRole.SIBLING),
            green("2026-03-10T10:00"))
        .then("2026-03-10 P09 raised S3");
  }

  @Test
  void aRegradeWithdrawsIt() {
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            green("2026-02-10T10:00"),
            green("2026-03-10T10:00").id("third"),
            told("ADM-COR-01", "2026-03-12T10:00")
                .superseding("third")
                .with("regrade", "POL-PPN-02/3"))
        .then("2026-03-10 P09 raised S3", "2026-03-10 P09 withdrawn");
  }

  @Test
  void threeMoreAreToldAgain() {
    Story.child()
        .given(
            green("2026-01-10T10:00"),
            green("2026-02-10T10:00"),
            green("2026-03-10T10:00"),
            green("2026-03-20T10:00"),
            green("2026-03-21T10:00"),
            green("2026-03-30T10:00"))
        .then("2026-03-10 P09 raised S3", "2026-03-30 P09 re-fire S3");
  }
}
