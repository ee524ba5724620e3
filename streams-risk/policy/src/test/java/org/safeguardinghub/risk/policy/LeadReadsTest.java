package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Notice;

/** What a lead reads: each way of a pattern in its own words, and all on which it rests. */
final class LeadReadsTest {
  private static Told bruise() {
    return told("HV-PHY-01", "2026-02-12T09:00").id("bruise").at("h-4").with("nonMobile", true);
  }

  private static List<String> changesOfP01(Story story) {
    return story.decisions().stream()
        .filter(Decision.Update.class::isInstance)
        .map(Decision.Update.class::cast)
        .filter(update -> update.finding().pattern().equals("P01"))
        .flatMap(update -> update.changed().stream())
        .toList();
  }

  @Test
  void missingForLong() {
    Story story =
        Story.child()
            .born("2011-01-22")
            .given(told("POL-MIS-01", "2026-03-14T22:00").id("gone"))
            .until("2026-03-16");
    assertThat(story.only("P10").because())
        .isEqualTo("Missing since 14 March 2026 for more than 24 hours.");
    assertThat(story.only("P10").evidenceIds()).containsExactly("gone");
  }

  @Test
  void missingForLongWithWhereaboutsKnownIsNothingYet() {
    Story story =
        Story.child()
            .born("2011-01-22")
            .given(told("POL-MIS-01", "2026-03-14T22:00").with("whereaboutsKnown", true));
    assertThat(story.findings().deadlines()).isEmpty();
    story.until("2026-03-16").thenNothing();
  }

  @Test
  void missingAndYoung() {
    Story story = Story.child().born("2015-03-15").given(told("POL-MIS-01", "2026-03-14T22:00"));
    assertThat(story.only("P10").because())
        .isEqualTo("A child under 11 was reported missing on 14 March 2026.");
  }

  @Test
  void missingAfterArrivingAlone() {
    Story story =
        Story.child()
            .born("2010-01-01")
            .given(
                told("CSC-UAS-01", "2026-03-12T10:00").id("arrival"),
                told("POL-MIS-01", "2026-03-14T22:00").id("gone"));
    assertThat(story.only("P10").because())
        .isEqualTo(
            "Reported missing on 14 March 2026, within 72 hours of arriving as an unaccompanied child: trafficking has to be considered first.");
    assertThat(story.only("P10").evidenceIds()).containsExactlyInAnyOrder("arrival", "gone");
  }

  @Test
  void aReturnInterviewThatNobodyHeld() {
    Story story =
        Story.child()
            .born("2011-01-22")
            .given(told("POL-MIS-02", "2026-04-06T20:15"))
            .until("2026-04-10");
    assertThat(story.only("P11").because())
        .isEqualTo(
            "The child came back on 6 April 2026. No return interview was held or offered within 72 hours, by 9 April 2026 at 20:15.");
  }

  @Test
  void aPregnancyOrAReleaseThatCompletesItIsShown() {
    Story pregnant =
        Story.household()
            .given(
                told("POL-DA-01", "2025-09-01T10:00").id("one"),
                told("POL-DA-01", "2026-05-01T10:00").id("two"),
                told("MAT-UNB-01", "2026-04-01T10:00").as(SubjectRole.UNBORN).id("earlier"),
                told("MAT-UNB-02", "2026-06-01T10:00").as(SubjectRole.UNBORN).id("alert"));
    assertThat(pregnant.only("P07").evidenceIds()).contains("one", "two").doesNotContain("earlier");
    assertThat(pregnant.only("P07").because())
        .startsWith("2 domestic abuse incidents in 365 days in a household with a child under one");
    Story released =
        Story.household()
            .given(
                told("POL-DA-01", "2026-04-01T10:00").id("one"),
                told("POL-DA-01", "2026-04-20T10:00").id("two").with("perpetratorAway", true),
                told("PRB-DA-01", "2026-04-25T10:00").id("release"),
                told("PRB-DA-01", "2026-04-26T10:00").id("later"));
    assertThat(released.only("P07").firings().getLast().evidence())
        .containsExactly("one", "release", "two");
    assertThat(released.only("P07").because())
        .isEqualTo(
            "2 domestic abuse incidents in this household within 30 days, on 1 April 2026 and up to 20 April 2026; from Police.");
  }

  @Test
  void aPregnancyThatCompletesItIsEvidence() {
    Story story =
        Story.household()
            .given(
                told("POL-DA-01", "2025-09-01T10:00").id("one"),
                told("POL-DA-01", "2026-05-01T10:00").id("two"),
                told("MAT-UNB-02", "2026-06-01T10:00").as(SubjectRole.UNBORN).id("alert"));
    assertThat(story.only("P07").evidenceIds()).containsExactlyInAnyOrder("one", "two", "alert");
  }

  @Test
  void anInjuryOrAbuseAfterANewAdult() {
    Told adult = told("CSC-PAR-02", "2026-01-10T10:00").at("h-2");
    Story hurt =
        Story.child()
            .born("2018-01-01")
            .given(adult, told("EDU-PHY-01", "2026-03-04T10:00").at("h-2"));
    assertThat(hurt.only("P21").because())
        .isEqualTo(
            "An injury of this child was reported by Education and early years on 4 March 2026, within 180 days after a new adult in the household was reported (10 January 2026).");
    assertThat(hurt.only("P21").notKnown()).doesNotContain(Story.POLICY.texts().ageUnknown());
    Story abused =
        Story.household()
            .given(adult, told("POL-DA-01", "2026-03-04T10:00").at("h-2").of("c-fern"));
    assertThat(abused.only("P21").because()).startsWith("Domestic abuse was reported by Police on");
  }

  @Test
  void whatSocialCareHasOpenIsNamedToTheWorker() {
    Story story =
        Story.child()
            .given(
                told("CSC-CIN-01", "2026-01-02T09:00"),
                told("CSC-ASM-01", "2026-01-03T09:00"),
                told("EDU-NEG-01", "2026-01-14T09:00"),
                told("HOS-WNB-02", "2026-01-28T09:00"),
                told("HSG-DIS-01", "2026-02-05T09:00"),
                told("EDU-NEG-02", "2026-02-12T09:00"));
    assertThat(story.findings().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.to()).isEqualTo(Notice.To.ALLOCATED_WORKER);
              assertThat(notice.because())
                  .startsWith("4 incidents of level 2 or higher in 90 days, from 3 agency")
                  .endsWith(
                      "Each agency saw only its own part. Social care has an assessment and a child in need plan open, so this is new evidence for the allocated worker and no alert to the front door.");
            });
  }

  @Test
  void whatMayBeTheSameIncidentIsSaidOfWhatStandsAlready() {
    Story story = Story.child().born("2025-12-01").given(bruise());
    assertThat(story.only("P01").notKnown()).noneMatch(line -> line.contains("may be about"));
    story.given(told("HSG-ASB-01", "2026-02-12T15:00").at("h-4"));
    assertThat(story.only("P01").notKnown())
        .contains(
            "The report of 12 February 2026 (Housing) may be about the same incident as the one of 12 February 2026 (Health). Nobody has confirmed it yet; both are counted.");
    assertThat(changesOfP01(story)).containsExactly("words");
    story.given(told("HSG-ASB-01", "2026-02-15T15:00").at("h-4"));
    assertThat(changesOfP01(story)).containsExactly("words");
    story.then("2026-02-12 P01 raised S1", "2026-02-12 P29/CLK-33 raised S2");
  }

  @Test
  void whatProtectsTheChildIsShownAlsoIfItIsHeardOfLater() {
    Story story =
        Story.child()
            .born("2025-12-01")
            .given(told("HV-PROT-01", "2026-01-20T09:00").id("early"), bruise());
    assertThat(story.only("P01").protective()).containsExactly("early");
    story.given(told("HV-PROT-01", "2026-02-12T09:01").id("after"));
    assertThat(story.only("P01").protective()).containsExactly("early");
    assertThat(changesOfP01(story)).isEmpty();
    // 180 days of 24 hours before 12 February 09:00 are 10:00 by summer time.
    story.given(
        told("HV-PROT-01", "2026-02-12T09:00").id("same").received("2026-02-14T09:00"),
        told("HV-PROT-01", "2025-08-16T10:00").id("old").received("2026-02-14T09:00"),
        told("HV-PROT-01", "2025-08-16T10:01").id("oldest").received("2026-02-15T09:00"));
    assertThat(story.only("P01").protective()).containsExactly("oldest", "early", "same");
    assertThat(changesOfP01(story)).containsExactly("words", "words");
    story.then("2026-02-12 P01 raised S1", "2026-02-12 P29/CLK-33 raised S2");
  }

  @Test
  void whatIsSaidToAWorkerIsKeptUpToDateToo() {
    Story story =
        Story.child()
            .given(
                told("CSC-ASM-01", "2026-01-03T09:00"),
                told("EDU-NEG-01", "2026-01-14T09:00"),
                told("HOS-WNB-02", "2026-01-28T09:00"),
                told("HSG-DIS-01", "2026-02-05T09:00").at("h-4"),
                told("EDU-NEG-02", "2026-02-12T09:00"));
    assertThat(story.findings().notices().getFirst().protective()).isEmpty();
    story.given(
        told("EDU-PROT-01", "2026-02-01T09:00").id("good").received("2026-02-13T09:00"),
        told("POL-DA-01", "2026-02-05T12:00").at("h-4").level(1).received("2026-02-14T09:00"));
    Notice notice = story.findings().notices().getFirst();
    assertThat(notice.protective()).containsExactly("good");
    assertThat(notice.notKnown()).anyMatch(line -> line.contains("may be about the same incident"));
    story.then("2026-02-12 P03 notice to allocated worker");
  }

  @Test
  void whatWasLearnedLateAndWhoseIdentityIsOpenIsSaid() {
    Finding finding =
        Story.child()
            .born("2025-12-01")
            .given(bruise().openIdentity().received("2026-02-13T09:01"))
            .only("P01");
    assertThat(finding.learnedLate()).isTrue();
    assertThat(finding.identityUnconfirmed()).isTrue();
    assertThat(finding.because())
        .endsWith("The hub learned of this late: the last report arrived on 13 February 2026.");
    assertThat(finding.notKnown()).contains(Story.POLICY.texts().identityOpen());
    Finding inTime =
        Story.child().born("2025-12-01").given(bruise().received("2026-02-13T09:00")).only("P01");
    assertThat(inTime.learnedLate()).isFalse();
    assertThat(inTime.identityUnconfirmed()).isFalse();
    assertThat(inTime.notKnown()).doesNotContain(Story.POLICY.texts().identityOpen());
  }
}
