package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.risk.policy.decide.Decision;

/** P27: several concerns about one adult, in the lane in which only they are read. */
final class SameAdultTest {
  private static Told about(String code, String at) {
    return told(code, at).adult("a-17");
  }

  private static Told outcome(String finding) {
    return about("LAD-OUT-01", "2026-04-20T10:00").with("finding", finding);
  }

  private static final Told LOW = about("LAD-LOW-01", "2026-03-01T10:00").by("school-one");

  private static Story two() {
    return Story.adult().given(LOW, about("LAD-LOW-01", "2026-04-01T10:00").by("club-two"));
  }

  @Test
  void twoConcernsWhoeverTheEmployer() {
    Story.adult().given(LOW).thenNothing();
    Story story = two().then("2026-04-01 P27 raised S2");
    assertThat(story.only("P27").because()).contains("2 concerns", "2 agencies");
    assertThat(story.only("P27").children()).isEqualTo(List.of());
    Story.adult()
        .given(LOW, about("LAD-LOW-01", "2026-04-01T10:00").by("school-one"))
        .then("2026-04-01 P27 raised S2");
  }

  @Test
  void anAllegationAmongThemIsCritical() {
    Story.adult()
        .given(LOW, about("FOS-ALG-01", "2026-04-01T10:00"))
        .then("2026-04-01 P27 raised S1");
    two()
        .given(about("HOM-ALG-01", "2026-04-02T10:00"))
        .then("2026-04-01 P27 raised S2", "2026-04-02 P27 raised to S1");
  }

  @Test
  void theWindowIsTwoYearsWithoutItsFirstMoment() {
    // 730 days after 1 March 10:00 are 10:00 on 28 February, 2028 being a leap year.
    Story.adult().given(LOW, about("LAD-LOW-01", "2028-02-29T10:00")).thenNothing();
    Story.adult()
        .given(LOW, about("LAD-LOW-01", "2028-02-29T09:59"))
        .then("2028-02-29 P27 raised S2");
  }

  @Test
  void oneEventReportedTwiceIsOneConcern() {
    Story.adult()
        .given(LOW, about("LAD-ALG-01", "2026-03-02T10:00").echoing("LAD-LOW-01@2026-03-01T10:00"))
        .thenNothing();
    Story.adult()
        .given(
            about("HOM-ALG-01", "2026-03-01T10:00").incident("i-1"),
            about("LAD-ALG-01", "2026-03-02T10:00").incident("i-1"))
        .thenNothing();
  }

  @Test
  void whatWasFoundFalseOrMaliciousDoesNotCount() {
    for (String finding : List.of("false", "malicious")) {
      two()
          .given(
              outcome(finding).id("outcome").incident("i-1"),
              told("LAD-OUT-01", "2026-04-21T10:00").with("finding", "substantiated"))
          .then("2026-04-01 P27 raised S2");
      Story.adult()
          .given(
              LOW,
              about("LAD-LOW-01", "2026-04-01T10:00").incident("i-1"),
              outcome(finding).incident("i-1"))
          .then("2026-04-01 P27 raised S2", "2026-04-01 P27 withdrawn");
    }
  }

  @Test
  void otherOutcomesCountAndUnfoundedIsShown() {
    Told second = about("LAD-LOW-01", "2026-04-01T10:00").incident("i-1");
    Story story =
        Story.adult()
            .given(LOW, second, outcome("unfounded").incident("i-1"))
            .then("2026-04-01 P27 raised S2");
    assertThat(story.only("P27").because()).contains("Found to be unfounded: 1.");
    Story.adult()
        .given(LOW, second, outcome("unsubstantiated").incident("i-1"))
        .then("2026-04-01 P27 raised S2");
  }

  @Test
  void anOutcomeOfNoKnownIncidentIsTakenForTheOnlyOpenConcern() {
    Story.adult()
        .given(LOW, outcome("malicious"), about("LAD-LOW-01", "2026-05-01T10:00"))
        .thenNothing();
    two().given(outcome("malicious")).then("2026-04-01 P27 raised S2");
  }

  @Test
  void theLatestOutcomeOfAConcernHolds() {
    Story.adult()
        .given(
            LOW,
            about("LAD-LOW-01", "2026-04-01T10:00").incident("i-1"),
            outcome("malicious").incident("i-1"),
            about("LAD-OUT-01", "2026-04-25T10:00")
                .incident("i-1")
                .with("finding", "substantiated"))
        .then("2026-04-01 P27 raised S2", "2026-04-01 P27 withdrawn", "2026-04-01 P27 raised S2");
  }

  @Test
  void noneOfItIsReadOnAChildsTimeline() {
    Story.child().given(LOW, about("HOM-ALG-01", "2026-04-01T10:00")).thenNothing();
  }

  @Test
  void aRetractionWithdrawsItAndSaysSo() {
    Story story =
        two()
            .given(
                told("ADM-COR-01", "2026-04-05T10:00")
                    .superseding("LAD-LOW-01@2026-03-01T10:00")
                    .with("retracts", true))
            .then("2026-04-01 P27 raised S2", "2026-04-01 P27 withdrawn");
    assertThat(story.decisions().getLast())
        .isInstanceOfSatisfying(
            Decision.Withdraw.class,
            withdraw -> assertThat(withdraw.because()).startsWith("1 event on which it rested"));
  }

  @Test
  void whoRepeatsAConcernOutsideTheLaneDidNotTellItFirst() {
    two()
        .given(
            about("LAD-LOW-01", "2026-05-01T10:00").id("third"),
            about("CSC-STR-01", "2026-05-02T10:00").echoing("third"))
        .then("2026-04-01 P27 raised S2");
  }
}
