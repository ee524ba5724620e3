package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P39: brothers and sisters of a harmed child are not checked, on the household's timeline. */
final class SiblingsUncheckedTest {
  // The Friday before a bank holiday.
  private static final String HARMED = "2026-05-22T10:40";
  private static final String UNCHECKED = "2026-05-26 P39 raised S2";

  private static Told harm(String code) {
    return told(code, HARMED).of("c-fern").at("h-2");
  }

  private static Told visit(String child, String at) {
    return told("CSC-VIS-01", at).of(child).at("h-2");
  }

  private static Story with(String... children) {
    Story story = Story.household();
    for (String child : children) {
      story.given(member(child, null), "2026-01-01");
    }
    return story;
  }

  private static TimelineEntry member(String child, @Nullable String until) {
    return new TimelineEntry.HouseholdMember(
        "h-2", child, null, until == null ? null : Told.moment(until), Instant.EPOCH);
  }

  @Test
  void oneWorkingDayOverABankHoliday() {
    Story story = with("c-moss").given(harm("EDU-PHY-02")).until("2026-05-26T23:59").thenNothing();
    story.until("2026-05-27T00:00").then(UNCHECKED);
    assertThat(story.only("P39").because())
        .isEqualTo(
            "On 22 May 2026 Education and early years reported grave harm to a child (level 4). 1 other child of "
                + "the household had not been seen or considered within 1 working day, by the end of 26 May 2026.");
    assertThat(story.only("P39").children()).containsExactly("c-fern", "c-moss");
  }

  @Test
  void anOnlyChildHasNobodyToCheck() {
    with().given(harm("EDU-PHY-02")).until("2026-06-01").thenNothing();
  }

  @Test
  void physicalSexualAndDomesticHarmOfTheHighestLevel() {
    for (String code : new String[] {"POL-SEX-01", "POL-DA-03", "HV-PHY-01", "CSC-S47-02"}) {
      with("c-moss").given(harm(code)).until("2026-06-01").then(UNCHECKED);
    }
    with("c-moss").given(harm("EDU-PHY-01")).until("2026-06-01").thenNothing();
    with("c-moss").given(harm("EDU-PHY-01").level(4)).until("2026-06-01").then(UNCHECKED);
    with("c-moss").given(harm("POL-MDS-01")).until("2026-06-01").thenNothing();
    with("c-moss").given(harm("CSC-STR-01")).until("2026-06-01").thenNothing();
  }

  @Test
  void theKindOfHarmStandsInPlaceOfTheType() {
    with("c-moss")
        .given(harm("CSC-S47-02").with("harmType", "NEGLECT"))
        .until("2026-06-01")
        .thenNothing();
    with("c-moss")
        .given(harm("CSC-S47-02").with("harmType", "SEXUAL"))
        .until("2026-06-01")
        .then(UNCHECKED);
    with("c-moss")
        .given(harm("HOM-REG-01").level(4).with("harmType", "PHYSICAL"))
        .until("2026-06-01")
        .then(UNCHECKED);
    with("c-moss").given(harm("HOM-REG-01").level(4)).until("2026-06-01").thenNothing();
  }

  @Test
  void whoeverSeesTheOthersInTimeStopsIt() {
    with("c-moss")
        .given(harm("EDU-PHY-02"), visit("c-moss", "2026-05-26T23:59"))
        .until("2026-06-01")
        .thenNothing();
    with("c-moss")
        .given(harm("EDU-PHY-02"), visit("c-moss", "2026-05-27T00:00"))
        .until("2026-06-01")
        .then(UNCHECKED);
    with("c-moss")
        .given(harm("EDU-PHY-02"), visit("c-fern", "2026-05-22T16:00"))
        .until("2026-06-01")
        .then(UNCHECKED);
    with("c-moss")
        .given(visit("c-moss", "2026-05-22T10:39"), harm("EDU-PHY-02"))
        .until("2026-06-01")
        .then(UNCHECKED);
  }

  @Test
  void everyOtherChildHasToBeSeen() {
    Story one =
        with("c-moss", "c-rowan")
            .given(harm("EDU-PHY-02"), visit("c-moss", "2026-05-22T16:00"))
            .until("2026-06-01")
            .then(UNCHECKED);
    assertThat(one.only("P39").because()).contains("2 other children of the household");
    with("c-moss", "c-rowan")
        .given(
            harm("EDU-PHY-02"),
            visit("c-moss", "2026-05-22T16:00"),
            visit("c-rowan", "2026-05-26T16:00"))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void aVisitOrDiscussionMaySayThatTheyWereSeen() {
    with("c-moss")
        .given(harm("EDU-PHY-02"), visit("c-fern", "2026-05-22T16:00").with("siblingsSeen", true))
        .until("2026-06-01")
        .thenNothing();
    with("c-moss")
        .given(
            harm("EDU-PHY-02"),
            told("CSC-STR-01", "2026-05-22T13:30")
                .of("c-fern")
                .at("h-2")
                .with("siblingsSeen", true))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void whoeverDoesNotLiveThereIsNotMeant() {
    with()
        .given(member("c-moss", "2026-05-01"), "2026-05-01")
        .given(harm("EDU-PHY-02"))
        .until("2026-06-01")
        .thenNothing();
    Story story = with("c-moss").given(harm("EDU-PHY-02")).until("2026-06-01").then(UNCHECKED);
    story
        .given(
            new TimelineEntry.HouseholdMember(
                "h-2", "c-moss", null, Told.moment("2026-05-01"), Told.moment("2026-06-02")),
            "2026-06-02")
        .then(UNCHECKED, "2026-05-26 P39 withdrawn");
  }

  @Test
  void grownUpAndUnbornBrothersAreNotMeant() {
    with("c-moss")
        .born("c-moss", "2008-05-22")
        .given(harm("EDU-PHY-02"))
        .until("2026-06-01")
        .thenNothing();
    with("c-moss")
        .born("c-moss", "2008-05-23")
        .given(harm("EDU-PHY-02"))
        .until("2026-06-01")
        .then(UNCHECKED);
    with()
        .given(told("MAT-UNB-02", "2026-03-01T10:00").as(SubjectRole.UNBORN).of("c-moss").at("h-2"))
        .given(harm("EDU-PHY-02"))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void aReportThatNamesNoChildOrNotAsHarmedIsNone() {
    with("c-moss").given(told("POL-DA-03", HARMED).at("h-2")).until("2026-06-01").thenNothing();
    with("c-moss")
        .given(harm("EDU-PHY-02").as(SubjectRole.SIBLING))
        .until("2026-06-01")
        .thenNothing();
  }

  @Test
  void oneFindingForEachIncident() {
    with("c-moss")
        .given(
            harm("EDU-PHY-02").incident("i-1"),
            told("ED-PHY-02", "2026-05-22T18:00").of("c-fern").at("h-2").incident("i-1"),
            told("POL-SEX-01", "2026-05-26T10:00").of("c-fern").at("h-2"))
        .until("2026-06-10")
        .then(UNCHECKED, "2026-05-27 P39 raised S2");
  }

  @Test
  void aVisitThatIsRecordedLateWithdrawsIt() {
    with("c-moss")
        .given(harm("EDU-PHY-02"), visit("c-moss", "2026-05-26T16:00").received("2026-05-28T09:00"))
        .then(UNCHECKED, "2026-05-26 P39 withdrawn");
  }

  @Test
  void aLateReportOfTheIncidentMayTellThatTheOtherChildWasInIt() {
    Story story =
        with("c-moss")
            .given(
                harm("EDU-PHY-02").incident("i-1"),
                told("ED-PHY-02", "2026-05-22T18:00").of("c-fern").at("h-2").incident("i-1"))
            .until("2026-07-01")
            .then(UNCHECKED);
    story
        .given(told("EDU-BUL-01", "2026-07-01T10:00").of("c-moss").at("h-2"))
        .given(told("EDU-BUL-01", "2026-07-02T10:00").of("c-fern").at("h-2"))
        .given(told("ED-PHY-02", "2026-07-02T18:00").of("c-moss").at("h-2").incident("i-1"))
        .until("2026-07-03")
        .then(UNCHECKED, "2026-05-26 P39 withdrawn");
  }
}
