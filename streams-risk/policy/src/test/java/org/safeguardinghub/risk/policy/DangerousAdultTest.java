package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P33: a known dangerous adult near a child, on the household's timeline. */
final class DangerousAdultTest {
  private static final String NEAR = "2026-05-27 P33 raised S1";
  private static final String ASKED = "2026-05-27 P33 notice to identity steward";

  private static Told sign(String code) {
    return told(code, "2026-05-22T16:00").of("c-fern").at("h-2").incident("i-1");
  }

  private static Told checked(String code) {
    return sign(code).with("twoPersonCheck", true);
  }

  private static Told socialCare(String code, String at) {
    return told(code, at).of("c-fern").at("h-2");
  }

  @Test
  void twoWorkingDaysWithoutAnAnswer() {
    for (String code : new String[] {"POL-OFF-01", "PRB-PAR-01", "PRB-DA-01"}) {
      Story.household()
          .given(checked(code))
          .until("2026-05-27T23:59")
          .thenNothing()
          .until("2026-05-28T00:00")
          .then(NEAR);
    }
  }

  @Test
  void withoutTheCheckOfTwoPeopleItIsAStewardsTask() {
    Story story = Story.household().given(sign("PRB-PAR-01")).until("2026-06-01").then(ASKED);
    assertThat(story.findings().findings()).isEmpty();
    assertThat(story.findings().notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.severity().name()).isEqualTo("S1");
              assertThat(notice.because()).endsWith("Until they have, it is a task and no alert.");
            });
    Story.household()
        .given(sign("PRB-PAR-01").with("twoPersonCheck", false))
        .until("2026-06-01")
        .then(ASKED);
  }

  @Test
  void theCheckTurnsTheTaskIntoAFinding() {
    Story.household()
        .given(sign("PRB-PAR-01"))
        .given(
            told("PRB-PAR-01", "2026-05-29T10:00")
                .of("c-fern")
                .at("h-2")
                .incident("i-1")
                .with("twoPersonCheck", true))
        .then(ASKED, "2026-05-29 P33 raised S1");
    Story.household()
        .given(sign("PRB-PAR-01"))
        .given(
            told("PRB-PAR-01", "2026-05-26T10:00")
                .of("c-fern")
                .at("h-2")
                .incident("i-1")
                .with("twoPersonCheck", true))
        .until("2026-06-01")
        .then(NEAR);
  }

  @Test
  void socialCareThatActsInTimeIsTheAnswer() {
    Told sign = checked("PRB-PAR-01");
    Story.household()
        .given(sign, socialCare("CSC-ASM-01", "2026-05-27T23:59"))
        .until("2026-06-01")
        .thenNothing();
    Story.household()
        .given(sign, socialCare("CSC-REF-01", "2026-05-23T10:00").echoing("a notice"))
        .until("2026-06-01")
        .thenNothing();
    Story.household()
        .given(sign, socialCare("CSC-ASM-01", "2026-05-28T00:00"))
        .until("2026-06-01")
        .then(NEAR);
    Story.household()
        .given(socialCare("CSC-ASM-01", "2026-05-22T15:59"), sign)
        .until("2026-06-01")
        .then(NEAR);
  }

  @Test
  void aLowLevelAndAnotherAgencyAreNoAnswer() {
    Story.household()
        .given(
            checked("PRB-PAR-01"),
            socialCare("CSC-REF-02", "2026-05-26T10:00"),
            socialCare("CSC-PUB-01", "2026-05-26T11:00"),
            socialCare("HV-NEG-01", "2026-05-26T12:00"))
        .until("2026-06-01")
        .then(NEAR);
  }

  @Test
  void aSupervisedArrangementAnswersItToo() {
    Story.household()
        .given(checked("PRB-PAR-01").with("supervised", true))
        .until("2026-06-01")
        .thenNothing();
    Story.household()
        .given(sign("PRB-PAR-01").with("supervised", true))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void aHouseholdWithoutAChildIsNone() {
    Told sign = told("PRB-PAR-01", "2026-05-22T16:00").at("h-2").with("twoPersonCheck", true);
    Story.household().given(sign).until("2026-06-01").thenNothing();
    Story.household()
        .born("c-fern", "2008-05-22")
        .given(checked("PRB-PAR-01"))
        .until("2026-06-01")
        .thenNothing();
    Story.household()
        .born("c-fern", "2008-05-23")
        .given(checked("PRB-PAR-01"))
        .until("2026-06-01")
        .then(NEAR);
    Story.household()
        .given(
            new TimelineEntry.HouseholdMember("h-2", "c-moss", null, null, Instant.EPOCH),
            "2026-05-01")
        .given(sign)
        .until("2026-06-01")
        .then(NEAR);
  }

  @Test
  void anEchoIsNoSecondSign() {
    Story.household()
        .given(
            checked("PRB-PAR-01").id("sign"),
            told("POL-OFF-01", "2026-05-22T18:00").of("c-fern").at("h-2").echoing("sign"))
        .until("2026-06-01")
        .then(NEAR);
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.household()
        .given(checked("PRB-PAR-01").id("sign"))
        .until("2026-06-01")
        .given(told("ADM-COR-01", "2026-06-02T10:00").superseding("sign").with("retracts", true))
        .then(NEAR, "2026-05-27 P33 withdrawn");
  }
}
