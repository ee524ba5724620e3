package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P23: risks come together before a birth, and nobody has a plan. */
final class PreBirthRiskTest {
  private static final Told BOOKING = own("MAT-UNB-01", "2026-02-17T10:00");
  private static final Told ABUSE = context("POL-DA-01", "2026-03-08T23:40");

  private static Told own(String code, String at) {
    return told(code, at).as(SubjectRole.UNBORN).of("c-rowan").at("h-2");
  }

  private static Told context(String code, String at) {
    return told(code, at).of("c-fern").at("h-2").asContext();
  }

  /** The first story of the domain reference. */
  @Test
  void atTheSecondKindThenTenWorkingDaysLaterThenWhenTheBirthIsNear() {
    Story story =
        Story.unborn()
            .expected("2026-06-11")
            .given(BOOKING, ABUSE)
            .then("2026-03-08 P23 raised S3");
    assertThat(story.only("P23").because())
        .isEqualTo(
            "Before this birth 2 things have come together, the last on 8 March 2026: a late or concealed booking, "
                + "domestic abuse; reported by Health; Police. No pre-birth assessment has been opened.");
    story.until("2026-03-20T23:59").then("2026-03-08 P23 raised S3");
    story.until("2026-03-21").then("2026-03-08 P23 raised S3", "2026-03-20 P23 raised to S2");
    story.until("2026-04-17T08:59").then(story.lines().toArray(String[]::new));
    story
        .given(own("GP-PAR-01", "2026-05-02T11:30").received("2026-05-06T08:00"))
        .until("2026-06-11")
        .then(
            "2026-03-08 P23 raised S3",
            "2026-03-20 P23 raised to S2",
            "2026-04-17 P23 raised to S1");
    assertThat(story.findings().deadlines()).isEmpty();
  }

  @Test
  void theCalendarRaisesItAtNineInTheMorning() {
    Story story = Story.unborn().expected("2026-06-11").given(BOOKING, ABUSE).until("2026-03-21");
    assertThat(story.findings().deadlines())
        .extracting(Deadline::dueAt)
        .containsExactly(Told.moment("2026-04-17T09:00"));
    story.until("2026-04-17T08:59");
    assertThat(story.lines()).hasSize(2);
    story.until("2026-04-17T09:00");
    assertThat(story.lines()).last().isEqualTo("2026-04-17 P23 raised to S1");
  }

  @Test
  void bankHolidaysAreNoWorkingDays() {
    Story story =
        Story.unborn().given(BOOKING, context("POL-DA-01", "2026-04-24T10:00")).until("2026-05-12");
    story.then("2026-04-24 P23 raised S3", "2026-05-11 P23 raised to S2");
  }

  @Test
  void lessThanEightWeeksBeforeTheBirthItIsCriticalAtOnce() {
    Story.unborn().expected("2026-05-02").given(BOOKING, ABUSE).then("2026-03-08 P23 raised S1");
    // On the last day that is eight whole weeks away it is not, and on the morrow it is.
    Story.unborn()
        .expected("2026-05-03")
        .given(BOOKING, ABUSE)
        .until("2026-03-09T09:00")
        .then("2026-03-08 P23 raised S3", "2026-03-09 P23 raised to S1");
  }

  @Test
  void whatHappensOnThatDayDoesNotWaitForItsHour() {
    Story.unborn()
        .expected("2026-05-03")
        .given(BOOKING, context("POL-DA-01", "2026-03-09T02:00"))
        .then("2026-03-09 P23 raised S1");
  }

  @Test
  void oneKindHoweverOftenIsNot() {
    Story.unborn()
        .given(BOOKING, own("MAT-UNB-01", "2026-03-17T10:00"))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void everyKindCounts() {
    for (Told second :
        List.of(
            own("MAT-UNB-02", "2026-03-08T10:00"),
            own("HV-DA-01", "2026-03-08T10:00"),
            context("ADU-MH-01", "2026-03-08T10:00"),
            own("GP-PAR-01", "2026-03-08T10:00"),
            context("ADU-SUB-01", "2026-03-08T10:00"),
            context("POL-SUB-01", "2026-03-08T10:00"))) {
      Story story = Story.unborn().given(BOOKING, second);
      assertThat(story.lines()).containsExactly("2026-03-08 P23 raised S3");
    }
    for (String attribute : List.of("previousChildRemoved", "motherLookedAfter")) {
      Story.unborn()
          .given(own("MAT-UNB-01", "2026-02-17T10:00").with(attribute, true))
          .then("2026-02-17 P23 raised S3");
    }
  }

  @Test
  void theBookingOfSomebodyElseAndEchoesDoNot() {
    Story.unborn()
        .given(
            BOOKING,
            context("MAT-UNB-02", "2026-03-08T10:00"),
            context("POL-DA-01", "2026-03-09T10:00").echoing("unknown"),
            context("EDU-DA-01", "2026-03-10T10:00"))
        .thenNothing();
  }

  @Test
  void aPlanThatExistsAnswersIt() {
    Story.unborn()
        .expected("2026-06-11")
        .given(BOOKING, own("CSC-UNB-01", "2026-03-01T10:00"), ABUSE)
        .until("2026-06-11")
        .thenNothing();
    // That of a sister is none.
    Story.unborn()
        .expected("2026-06-11")
        .given(told("CSC-UNB-01", "2026-03-01T10:00").as(SubjectRole.SIBLING))
        .given(BOOKING, ABUSE)
        .until("2026-03-11")
        .then("2026-03-08 P23 raised S3");
  }

  @Test
  void aPlanInTimeStopsTheClock() {
    Story.unborn()
        .expected("2026-06-11")
        .given(BOOKING, ABUSE, own("CSC-UNB-01", "2026-03-20T23:59"))
        .until("2026-06-11")
        .then("2026-03-08 P23 raised S3");
    Story.unborn()
        .expected("2026-06-11")
        .given(BOOKING, ABUSE, own("CSC-UNB-01", "2026-03-21T09:00"))
        .until("2026-06-11")
        .then("2026-03-08 P23 raised S3", "2026-03-20 P23 raised to S2");
  }

  @Test
  void aPlanThatWasRecordedLateTakesTheRiseBackQuietly() {
    Story story =
        Story.unborn()
            .given(
                BOOKING, ABUSE, own("CSC-UNB-01", "2026-03-18T10:00").received("2026-03-25T10:00"))
            .then("2026-03-08 P23 raised S3", "2026-03-20 P23 raised to S2");
    assertThat(story.only("P23").severity()).hasToString("S3");
  }

  @Test
  void aClockThatIsNotRequiredNeverRaises() {
    Story story = Story.unborn().given(BOOKING, ABUSE);
    Deadline deadline = story.findings().deadlines().getFirst();
    story
        .given(
            new TimelineEntry.NotRequired(deadline.id(), "a plan", Told.moment("2026-03-10")),
            "2026-03-10")
        .until("2026-05-01")
        .then("2026-03-08 P23 raised S3");
  }

  @Test
  void whatWasBeforeThePregnancyDoesNotCount() {
    Story.unborn()
        .expected("2026-06-11")
        .given(context("POL-DA-01", "2025-09-03T10:00"), BOOKING)
        .thenNothing();
    Story.unborn()
        .expected("2026-06-11")
        .given(context("POL-DA-01", "2025-09-04T10:00"), BOOKING)
        .then("2026-02-17 P23 raised S3");
  }

  @Test
  void aHouseholdAloneTellsOfNoPregnancy() {
    Story.unborn()
        .given(context("POL-DA-01", "2026-02-01T10:00"), context("GP-PAR-01", "2026-03-01T10:00"))
        .thenNothing();
  }

  @Test
  void theChildTakesItOverAndNothingRisesAfterTheBirth() {
    Story.child()
        .born("2026-03-20")
        .given(BOOKING, ABUSE, context("GP-PAR-01", "2026-03-22T10:00"))
        .until("2026-05-01")
        .then("2026-03-08 P23 raised S3");
    Story.child()
        .given(BOOKING, ABUSE, told("MAT-BIR-01", "2026-03-21T04:00"))
        .until("2026-05-01")
        .then("2026-03-08 P23 raised S2");
  }

  @Test
  void aChildWhomNobodyKnewBeforeItsBirthHasNone() {
    Story.child()
        .born("2026-04-20")
        .given(ABUSE, context("GP-PAR-01", "2026-03-22T10:00"))
        .thenNothing();
    Story.child().born("2016-04-20").given(BOOKING, ABUSE).thenNothing();
    Story.child().given(BOOKING, ABUSE).thenNothing();
  }

  @Test
  void aNewFamilyIsToldAgain() {
    Story.unborn()
        .given(BOOKING, ABUSE, context("ADU-SUB-01", "2026-04-08T10:00"))
        .then(
            "2026-03-08 P23 raised S3", "2026-03-20 P23 raised to S2", "2026-04-08 P23 re-fire S2");
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.unborn()
        .given(
            own("MAT-UNB-01", "2026-02-17T10:00").id("booking"),
            ABUSE,
            own("ADM-COR-01", "2026-03-10T10:00").superseding("booking").with("retracts", true))
        .until("2026-05-01")
        .then("2026-03-08 P23 raised S3", "2026-03-08 P23 withdrawn");
  }
}
