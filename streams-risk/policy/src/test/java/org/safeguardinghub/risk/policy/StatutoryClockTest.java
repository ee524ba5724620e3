package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P29: clocks that an event starts and another stops. */
final class StatutoryClockTest {
  private static final Told REFERRAL = told("CSC-REF-01", "2026-03-02T10:00");
  private static final Told ASSESSMENT = told("CSC-ASM-01", "2026-03-03T10:00");
  private static final Told ENQUIRY = told("CSC-S47-01", "2026-05-22T16:00");
  private static final Told TALK = told("CSC-STR-01", "2026-05-06T10:00");
  private static final Told FOSTERED = told("CSC-PFA-01", "2026-05-21T10:00");
  private static final Told BRUISE = told("HV-PHY-01", "2026-09-01T10:40");

  @Test
  void anAssessmentIsDueFortyFiveWorkingDaysAfterItsReferral() {
    Story story = Story.child().given(REFERRAL, ASSESSMENT).until("2026-05-07T23:59").thenNothing();
    story.until("2026-05-08T00:00").then("2026-05-07 P29/CLK-03 raised S3");
    assertThat(story.only("P29").because())
        .isEqualTo(
            "An assessment was started on 3 March 2026. It was not completed within 45 working days of 2 March "
                + "2026, by the end of 7 May 2026.");
    Story.child()
        .given(REFERRAL, ASSESSMENT, told("CSC-ASM-02", "2026-05-07T23:59").with("outcome", "cin"))
        .until("2026-05-20")
        .thenNothing();
  }

  @Test
  void withoutAReferralItIsCountedFromItsOwnStart() {
    Story.child().given(ASSESSMENT).until("2026-07-01").then("2026-05-08 P29/CLK-03 raised S3");
    // That referral was closed: it is not the assessment's.
    Story.child()
        .given(REFERRAL, told("CSC-REF-02", "2026-03-02T12:00"), ASSESSMENT)
        .until("2026-07-01")
        .then("2026-05-08 P29/CLK-03 raised S3");
  }

  @Test
  void anAssessmentThatStartsTooLateIsOverdueFromItsStart() {
    Story.child()
        .given(
            told("CSC-REF-01", "2026-03-02T10:00").level(2), told("CSC-ASM-01", "2026-06-01T10:00"))
        .then("2026-06-01 P29/CLK-03 raised S3");
  }

  @Test
  void threeWorkingDaysForAStrategyDiscussion() {
    Story.child().given(ENQUIRY).until("2026-05-28T23:59").thenNothing();
    Story.child().given(ENQUIRY).until("2026-05-29").then("2026-05-28 P29/CLK-04 raised S2");
    Told inTime = told("CSC-STR-01", "2026-05-28T23:59").with("s47Initiated", false);
    Story.child().given(ENQUIRY, inTime).until("2026-09-01").thenNothing();
    Told before = told("CSC-STR-01", "2026-05-22T15:59").with("s47Initiated", false);
    Story.child()
        .given(before, ENQUIRY)
        .until("2026-09-01")
        .then("2026-05-28 P29/CLK-04 raised S2");
  }

  @Test
  void aConferenceWithinFifteenWorkingDaysOfTheLastDiscussion() {
    Story.child().given(TALK).until("2026-09-01").then("2026-05-28 P29/CLK-05 raised S2");
    Told again = told("CSC-STR-01", "2026-05-20T10:00");
    Story.child().given(TALK, again).until("2026-09-01").then("2026-06-11 P29/CLK-05 raised S2");
    Told tooLate = told("CSC-STR-01", "2026-05-29T10:00");
    Story.child()
        .given(TALK, tooLate)
        .until("2026-09-01")
        .then("2026-05-28 P29/CLK-05 raised S2", "2026-06-19 P29/CLK-05 raised S2");
  }

  @Test
  void eachOutcomeOfTheEnquiryStopsIt() {
    for (String code : new String[] {"CSC-S47-03", "CSC-ASM-02", "CSC-REF-02"}) {
      Story.child().given(TALK, told(code, "2026-05-28T23:59")).until("2026-09-01").thenNothing();
    }
    Story.child()
        .given(TALK, told("CSC-ICP-01", "2026-05-28T10:00"), told("CSC-CPP-02", "2026-05-29T10:00"))
        .until("2026-09-01")
        .thenNothing();
    Told noEnquiry = told("CSC-STR-01", "2026-05-06T10:00").with("s47Initiated", false);
    Story.child().given(noEnquiry).until("2026-09-01").thenNothing();
  }

  @Test
  void policeProtectionEndsAfterSeventyTwoClockHours() {
    String notice = "2026-03-28 L4 notice to owner";
    Told used = told("POL-PRO-01", "2026-03-28T12:00");
    // The clocks go forward in that night.
    Story.child().given(used).until("2026-03-31T12:59").then(notice);
    Story.child()
        .given(used)
        .until("2026-03-31T13:00")
        .then(notice, "2026-03-31 P29/CLK-15 raised S2");
    Story.child()
        .given(used, told("CSC-VIS-01", "2026-03-31T13:00"))
        .until("2026-06-01")
        .then(notice);
    // And back in this one.
    Story.child()
        .given(told("POL-PRO-01", "2026-10-24T12:00"))
        .until("2026-10-27T11:00")
        .then("2026-10-24 L4 notice to owner", "2026-10-27 P29/CLK-15 raised S2");
  }

  @Test
  void anEchoStartsNothingAndTwoReportsOfOneIncidentStartOneClock() {
    Told used = told("POL-PRO-01", "2026-03-10T12:00").incident("i-1");
    Story.child()
        .given(used, told("POL-PRO-01", "2026-03-10T15:00").incident("i-1").by("btp"))
        .given(told("POL-PRO-01", "2026-03-11T15:00").echoing("a call"))
        .until("2026-06-01")
        .then("2026-03-10 L4 notice to owner", "2026-03-13 P29/CLK-15 raised S2");
  }

  @Test
  void sevenWorkingDaysToVisitAPrivateFosteringArrangement() {
    Story.child().given(FOSTERED).until("2026-06-03").then("2026-06-02 P29/CLK-31 raised S3");
    Story.child().given(FOSTERED).until("2026-06-02T23:59").thenNothing();
    Story.child()
        .given(FOSTERED, told("CSC-VIS-01", "2026-06-02T23:59"))
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void aBabysInjuryIsAnsweredOnTheSameDay() {
    Story.child()
        .given(BRUISE)
        .until("2026-09-02T00:00")
        .then("2026-09-01 P01 raised S1", "2026-09-01 P29/CLK-33 raised S2");
    Told talk = told("CSC-STR-01", "2026-09-01T23:59").with("s47Initiated", false);
    Story.child().given(BRUISE, talk).until("2026-09-10").then("2026-09-01 P01 raised S1");
    // A medical that is the finding itself is its own answer.
    Story.child()
        .given(told("PAE-PHY-01", "2026-09-01T10:40").with("nonMobile", true))
        .until("2026-09-10")
        .then("2026-09-01 P01 raised S1");
  }

  @Test
  void theSameDayEndsAtMidnightOfTheLocalClock() {
    Story story = Story.child().given(told("HV-PHY-01", "2026-07-01T23:30"));
    assertThat(story.findings().deadlines())
        .extracting(Deadline::dueAt)
        .containsExactly(Told.moment("2026-07-02T00:00"));
    story
        .until("2026-07-02T00:00")
        .then("2026-07-01 P01 raised S1", "2026-07-01 P29/CLK-33 raised S2");
  }

  @Test
  void aBirthmarkTakesTheClockAwayToo() {
    Story.child()
        .given(told("NUR-PHY-01", "2026-09-01T10:40").with("nonMobile", true))
        .until("2026-09-03")
        .given(
            told("PAE-PHY-01", "2026-09-01T16:00")
                .with("birthmarkOpinion", true)
                .level(1)
                .received("2026-09-04T10:00"))
        .then(
            "2026-09-01 P01 raised S1",
            "2026-09-01 P29/CLK-33 raised S2",
            "2026-09-01 P29/CLK-33 withdrawn",
            "2026-09-01 P01 withdrawn");
  }

  @Test
  void theDesignatedOfficerIsToldInTheAdultsLane() {
    Told alleged = told("HOM-ALG-01", "2026-05-22T16:00");
    Story.adult().given(alleged).until("2026-05-26T23:59").thenNothing();
    Story.adult().given(alleged).until("2026-05-27").then("2026-05-26 P29/CLK-19 raised S3");
    Story.adult()
        .given(alleged, told("LAD-OUT-01", "2026-05-26T23:59"))
        .until("2026-09-01")
        .thenNothing();
    Story.child().given(alleged).until("2026-09-01").thenNothing();
  }

  @Test
  void aRecordThatComesLateWithdrawsIt() {
    Story.child()
        .given(FOSTERED, told("CSC-VIS-01", "2026-06-01T10:00").received("2026-06-05T10:00"))
        .then("2026-06-02 P29/CLK-31 raised S3", "2026-06-02 P29/CLK-31 withdrawn");
  }

  @Test
  void notRequiredStopsIt() {
    Story story = Story.child().given(FOSTERED);
    String id = story.findings().deadlines().getFirst().id();
    story
        .given(
            new TimelineEntry.NotRequired(id, "moved home", Told.moment("2026-05-28")),
            "2026-05-28")
        .until("2026-09-01")
        .thenNothing();
  }

  @Test
  void aReferralThatComesAfterTheAssessmentIsNotItsOwn() {
    Story story =
        Story.child()
            .given(REFERRAL, ASSESSMENT, told("CSC-REF-01", "2026-03-20T10:00"))
            .until("2026-05-08T00:00");
    assertThat(story.only("P29").because()).contains("within 45 working days of 2 March 2026");
  }

  @Test
  void afterItWasStoppedTheSameIncidentStartsAClockAgain() {
    Told first = told("CSC-S47-01", "2026-05-06T16:00").incident("i-1").id("first");
    Told talk = told("CSC-STR-01", "2026-05-06T17:00").incident("i-1").with("s47Initiated", false);
    Told second = told("CSC-S47-01", "2026-05-06T18:00").incident("i-1").id("second");
    assertThat(clocksOf(Story.child().given(first, second))).containsExactly("first");
    assertThat(clocksOf(Story.child().given(first, talk, second))).containsExactly("second");
  }

  private static List<String> clocksOf(Story story) {
    return story.findings().deadlines().stream().map(Deadline::triggerEventId).distinct().toList();
  }

  private static final Policy WITH_NOTICES =
      shippedWith("          feeds: []\n", "          feeds: [police-fablewick]\n");

  private static Policy shippedWith(String shipped, String instead) {
    String text = PolicyFile.shippedText();
    assertThat(text).contains(shipped);
    return ((PolicyFile.Reading.Sound)
            PolicyFile.read("changed.yaml", text.replace(shipped, instead), Told.CATALOGUE))
        .policy();
  }

  private static Story child(String born, Told... events) {
    return Story.child().born(born).under(WITH_NOTICES).given(events);
  }

  @Test
  void aSchoolIsToldBeforeItsNextDayStarts() {
    // A Saturday night before a week of holidays: school goes on on Monday 23 February.
    Told police = told("POL-DA-02", "2026-02-14T23:30").by("police-fablewick").asContext();
    child("2016-05-05", police).until("2026-02-22T23:59").thenNothing();
    Story late = child("2016-05-05", police).until("2026-02-23T00:00");
    late.then("2026-02-23 P29/CLK-21 raised S3");
    assertThat(late.only("P29").because())
        .isEqualTo(
            "Police attended domestic abuse in the household on 14 February 2026. The hub knows of no notice to "
                + "the school by the start of 23 February 2026.");
    child("2016-05-05", police, told("POL-ENC-01", "2026-02-22T23:59"))
        .until("2026-03-01")
        .thenNothing();
  }

  @Test
  void noSchoolIsWaitedForWhereTheChildIsOfNoSchoolAgeOrTheFeedTellsSchoolsItself() {
    Told police = told("POL-DA-01", "2026-03-03T10:00").by("police-fablewick").asContext();
    child("2022-03-04", police).until("2026-03-20").thenNothing();
    child("2022-03-03", police).until("2026-03-20").then("2026-03-04 P29/CLK-21 raised S3");
    child("2008-03-03", police).until("2026-03-20").thenNothing();
    Told other = told("POL-DA-01", "2026-03-03T10:00").by("police-brackenford").asContext();
    child("2016-05-05", other).until("2026-03-20").thenNothing();
    Story.child().born("2016-05-05").given(police).until("2026-03-20").thenNothing();
  }

  @Test
  void whereNobodyHasEnteredTheTermsWorkingDaysGoOn() {
    Told police = told("POL-DA-01", "2032-03-05T10:00").by("police-fablewick").asContext();
    child("2022-05-05", police).until("2032-03-20").then("2032-03-08 P29/CLK-21 raised S3");
  }
}
