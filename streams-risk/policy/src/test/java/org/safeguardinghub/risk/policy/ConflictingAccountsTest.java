package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P17: accounts of harm that do not agree. */
final class ConflictingAccountsTest {
  /** Injuries of a sixteen-year-old: their number alone is nothing. */
  private static Story story() {
    return Story.child().born("2009-01-01");
  }

  private static Told hurt(String at, String explanation) {
    return told("EDU-PHY-01", at).with("explanation", explanation);
  }

  private static Told interpreted(String at) {
    return told("EDU-PROT-01", at).with("interpreterReinterview", true);
  }

  private static final Told FELL = hurt("2026-03-04T10:00", "fell").id("fell");
  private static final Told SIBLING = hurt("2026-03-20T10:00", "sibling").id("sibling");

  @Test
  void twoExplanationsWithinThirtyDays() {
    story().given(FELL).thenNothing();
    story().given(FELL, SIBLING).then("2026-03-20 P17 raised S2");
    story().given(FELL, hurt("2026-03-20T10:00", "fell")).thenNothing();
  }

  @Test
  void thirtyDaysAreElapsedDaysWithoutTheirFirstMoment() {
    // 30 days after 4 March 10:00 are 11:00 by summer time.
    story().given(FELL, hurt("2026-04-03T11:00", "sibling")).thenNothing();
    story().given(FELL, hurt("2026-04-03T10:59", "sibling")).then("2026-04-03 P17 raised S2");
  }

  @Test
  void ofOneInjuryHoweverLongBetween() {
    story()
        .given(
            hurt("2026-03-04T10:00", "fell").incident("i-1"),
            told("ED-PHY-01", "2026-06-20T10:00").with("explanation", "self").incident("i-1"))
        .then("2026-06-20 P17 raised S2");
    Story followed =
        story()
            .given(FELL, hurt("2026-06-20T10:00", "sibling").with("followUpOf", "fell"))
            .then("2026-06-20 P17 raised S2");
    assertThat(followed.only("P17").evidence()).hasSize(2);
  }

  @Test
  void whateverFollowsUpTheSameIsOfOneInjury() {
    Told seen = told("ED-PHY-01", "2026-04-10T10:00").id("seen").with("followUpOf", "fell");
    Told last = hurt("2026-06-20T10:00", "sibling");
    story().given(FELL, seen, last.with("followUpOf", "seen")).then("2026-06-20 P17 raised S2");
    Told first = hurt("2026-03-04T10:00", "fell").with("followUpOf", "record 7");
    Told again = hurt("2026-06-20T10:00", "sibling").with("followUpOf", "record 7");
    story().given(first, again).then("2026-06-20 P17 raised S2");
    // Another sender's seventh record is something else.
    story().given(first, again.by("elsewhere")).thenNothing();
  }

  @Test
  void whatFollowsItselfUpInACircleIsOneInjury() {
    story()
        .given(
            hurt("2026-03-04T10:00", "fell").id("one").with("followUpOf", "other"),
            hurt("2026-06-20T10:00", "sibling").id("other").with("followUpOf", "one"))
        .then("2026-06-20 P17 raised S2");
  }

  @Test
  void bothAccountsOfOneInjuryAreShown() {
    Story story =
        story()
            .given(
                hurt("2026-03-04T10:00", "fell").incident("i-1"),
                told("ED-PHY-01", "2026-03-04T15:00").with("explanation", "self").incident("i-1"));
    assertThat(story.only("P17").evidence()).hasSize(2);
    assertThat(story.only("P17").because()).startsWith("2 reports about harm to this child");
  }

  @Test
  void noExplanationContradictsNone() {
    story()
        .given(
            FELL,
            hurt("2026-03-05T10:00", "none given"),
            hurt("2026-03-06T10:00", "not known"),
            told("EDU-PHY-01", "2026-03-07T10:00"))
        .thenNothing();
  }

  @Test
  void oneReportMaySayThatAccountsDiffer() {
    story()
        .given(told("EDU-PHY-02", "2026-03-04T10:00").with("accountsDiffer", true))
        .then("2026-03-04 P17 raised S2");
    story()
        .given(told("EDU-PHY-01", "2026-03-04T10:00").with("accountsDiffer", false))
        .thenNothing();
  }

  @Test
  void anAccountTakenAgainThroughAnInterpreterReplacesWhatWasSaidBefore() {
    story()
        .given(FELL, SIBLING, interpreted("2026-03-22T10:00"))
        .then("2026-03-20 P17 raised S2", "2026-03-20 P17 withdrawn");
    story()
        .given(FELL, hurt("2026-03-20T10:00", "sibling").with("interpreterReinterview", true))
        .thenNothing();
    // A brother's account replaces nothing.
    story()
        .given(FELL, SIBLING, interpreted("2026-03-22T10:00").as(SubjectRole.SIBLING))
        .then("2026-03-20 P17 raised S2");
    // What was said before both no longer counts; what is said after it does.
    story()
        .given(FELL, interpreted("2026-03-10T10:00"), SIBLING, hurt("2026-03-21T10:00", "self"))
        .then("2026-03-21 P17 raised S2");
  }

  @Test
  void whatWasReplacedIsComparedWithNothingSaidOfThatInjuryLater() {
    Told first = hurt("2026-03-04T10:00", "fell").incident("i-1");
    Told later = hurt("2026-06-20T10:00", "sibling").incident("i-1");
    story().given(first, later).then("2026-06-20 P17 raised S2");
    story().given(first, interpreted("2026-03-10T10:00"), later).thenNothing();
  }

  @Test
  void theAccountTakenAgainIsComparedWithWhatIsSaidLater() {
    Told again = hurt("2026-03-10T10:00", "rolled").with("interpreterReinterview", true);
    story().given(FELL, again).thenNothing();
    story().given(FELL, again, SIBLING).then("2026-03-20 P17 raised S2");
    story()
        .given(
            told("EDU-PHY-01", "2026-03-04T10:00")
                .with("accountsDiffer", true)
                .with("interpreterReinterview", true))
        .thenNothing();
  }

  @Test
  void itReplacesNothingThatWasSaidLongBefore() {
    // 30 days after 20 March 10:00 are 19 April 11:00 by summer time.
    story().given(FELL, SIBLING, interpreted("2026-04-19T11:00")).then("2026-03-20 P17 raised S2");
    story()
        .given(FELL, SIBLING, interpreted("2026-04-19T10:59"))
        .then("2026-03-20 P17 raised S2", "2026-03-20 P17 withdrawn");
  }

  @Test
  void echoesAndOtherPeoplesInjuriesAreNoAccounts() {
    story().given(FELL, hurt("2026-03-05T10:00", "sibling").echoing("fell")).thenNothing();
    story().given(FELL, hurt("2026-03-05T10:00", "self").as(SubjectRole.SIBLING)).thenNothing();
  }

  @Test
  void aRetractionWithdrawsIt() {
    story()
        .given(
            FELL,
            SIBLING,
            told("ADM-COR-01", "2026-03-25T10:00").superseding("sibling").with("retracts", true))
        .then("2026-03-20 P17 raised S2", "2026-03-20 P17 withdrawn");
  }

  @Test
  void whatAnAccountFollowsUpMayBeHeardOfLast() {
    story()
        .given(
            hurt("2026-03-04T10:00", "fell").incident("i-1"),
            hurt("2026-03-04T11:00", "fell").incident("i-1"),
            hurt("2026-06-20T10:00", "sibling").with("followUpOf", "note"),
            hurt("2026-06-20T10:10", "sibling"))
        .thenNothing()
        .given(
            told("EDU-BUL-01", "2026-03-05T10:00")
                .id("note")
                .incident("i-1")
                .received("2026-06-20T10:30"))
        .then("2026-06-20 P17 raised S2");
  }
}
