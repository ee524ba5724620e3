package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P25, P26 and P28: what the reports from one setting, or about one alleged child, add up to. */
final class SettingTest {
  private static Told in(String code, String at, String... children) {
    return told(code, at).setting("s-home").of(children);
  }

  private static Told harmful(String at) {
    return told("EDU-HSB-01", at).as(SubjectRole.ALLEGED);
  }

  private static Story hurting(String thirdAt, String thirdChild) {
    return Story.setting()
        .given(
            in("EDU-MH-01", "2026-04-01T10:00", "c-1"),
            in("EDU-MH-01", "2026-04-10T10:00", "c-2"),
            in("HOM-MH-01", thirdAt, thirdChild));
  }

  @Test
  void threeChildrenWhoHarmThemselvesWithinAMonth() {
    hurting("2026-05-01T09:59", "c-3").then("2026-05-01 P25 raised S2");
    hurting("2026-05-01T10:00", "c-3").thenNothing();
    hurting("2026-04-20T10:00", "c-2").thenNothing();
  }

  @Test
  void theWordsShowTheUsualRateAndNoChild() {
    Story story = Story.setting().given(in("EDU-MH-01", "2026-02-01T10:00", "c-9"));
    story.given(
        in("EDU-MH-01", "2026-04-01T10:00", "c-1"),
        in("EDU-MH-01", "2026-04-10T10:00", "c-2"),
        in("EDU-MH-01", "2026-04-20T10:00", "c-3"));
    story.then("2026-04-20 P25 raised S2");
    assertThat(story.only("P25").because())
        .contains("3 different children", "there were 1 such incidents")
        .doesNotContain("c-");
    assertThat(story.only("P25").children()).containsExactly("c-1", "c-2", "c-3");
  }

  @Test
  void anEchoOfOneChildsReportIsNoOtherIncident() {
    Story.setting()
        .given(
            in("EDU-MH-01", "2026-04-01T10:00", "c-1"),
            in("EDU-MH-01", "2026-04-10T10:00", "c-2"),
            in("ED-MH-01", "2026-04-10T12:00", "c-2").echoing("EDU-MH-01@2026-04-10T10:00"))
        .thenNothing();
  }

  @Test
  void aReportTakenBackWithdrawsIt() {
    hurting("2026-04-20T10:00", "c-3")
        .given(
            told("ADM-COR-01", "2026-04-21T10:00")
                .superseding("EDU-MH-01@2026-04-01T10:00")
                .with("retracts", true))
        .then("2026-04-20 P25 raised S2", "2026-04-20 P25 withdrawn");
  }

  @Test
  void aChildNamedTwiceAsTheOneWhoHarmed() {
    Story.child().given(harmful("2026-03-01T10:00")).thenNothing();
    Story story =
        Story.child()
            .given(harmful("2026-03-01T10:00"), harmful("2026-04-01T10:00"))
            .then("2026-04-01 P26 raised S2");
    assertThat(story.only("P26").because()).contains("2 incidents", "may be a child in need");
    // 120 days after 1 March 10:00 are 11:00 by summer time.
    Story.child().given(harmful("2026-03-01T10:00"), harmful("2026-06-29T11:00")).thenNothing();
    Story.child()
        .given(harmful("2026-03-01T10:00"), harmful("2026-06-29T10:59"))
        .then("2026-06-29 P26 raised S2");
  }

  @Test
  void aChildWhoWasHarmedTwiceIsNotMeant() {
    Story.child()
        .given(
            told("EDU-HSB-01", "2026-03-01T10:00").with("allegedRef", "x"),
            told("EDU-HSB-01", "2026-04-01T10:00").with("allegedRef", "x"))
        .thenNothing();
  }

  @Test
  void twoReportsOfOneIncidentAreOne() {
    Story.child()
        .given(
            harmful("2026-03-01T10:00").incident("i-1"),
            harmful("2026-03-02T10:00").incident("i-1"))
        .thenNothing();
  }

  @Test
  void aPlanAboutThatBehaviourRoutesIt() {
    Told plan = told("YJS-OFF-01", "2026-03-20T10:00").with("planFor", "harmful sexual behaviour");
    Story.child()
        .given(harmful("2026-03-01T10:00"), plan, harmful("2026-04-01T10:00"))
        .then("2026-04-01 P26 notice to lead of the open plan");
    Story.child()
        .given(
            harmful("2026-03-01T10:00"),
            told("YJS-OFF-01", "2026-03-20T10:00").with("planFor", "exploitation"),
            harmful("2026-04-01T10:00"))
        .then("2026-04-01 P26 raised S2");
  }

  @Test
  void threeIncidentsInASetting() {
    Told[] two = {
      in("EDU-HSB-01", "2026-03-01T10:00", "c-1").with("allegedRef", "x"),
      in("EDU-HSB-01", "2026-04-01T10:00", "c-2").with("allegedRef", "y")
    };
    Story.setting().given(two).thenNothing();
    Story.setting()
        .given(two)
        .given(in("EDU-HSB-01", "2026-06-29T10:59", "c-3"))
        .then("2026-06-29 P26 raised S2");
    Story.setting().given(two).given(in("EDU-HSB-01", "2026-06-29T11:00", "c-3")).thenNothing();
  }

  @Test
  void twoIncidentsInASettingThatNameTheSameChild() {
    Story.setting()
        .given(
            in("EDU-HSB-01", "2026-03-01T10:00", "c-1").with("allegedRef", "x"),
            in("EDU-HSB-01", "2026-04-01T10:00", "c-2").with("allegedRef", "x"))
        .then("2026-04-01 P26 raised S2");
    Story.setting()
        .given(
            in("EDU-HSB-01", "2026-03-01T10:00", "c-7").as(SubjectRole.ALLEGED),
            in("EDU-HSB-01", "2026-04-01T10:00", "c-7").as(SubjectRole.ALLEGED))
        .then("2026-04-01 P26 raised S2");
  }

  private static Story serious(String... children) {
    Story story = Story.setting();
    int day = 1;
    for (String child : children) {
      story.given(in("HOM-REG-01", "2026-04-" + (10 + day++) + "T10:00", child));
    }
    return story;
  }

  @Test
  void fiveSeriousIncidentsWithThreeChildren() {
    serious("c-1", "c-2", "c-3", "c-1").thenNothing();
    serious("c-1", "c-2", "c-2", "c-1", "c-1").thenNothing();
    serious("c-1", "c-2", "c-3", "c-1", "c-1").then("2026-04-15 P28 raised S2");
    serious("c-1", "c-2", "c-3", "c-1")
        .given(in("HOM-SUB-01", "2026-04-16T10:00", "c-1"))
        .thenNothing();
  }

  @Test
  void theSeriousIncidentsLieWithinSixtyDays() {
    serious("c-1", "c-2", "c-3", "c-1")
        .given(in("HOM-REG-01", "2026-06-10T10:00", "c-1"))
        .thenNothing();
    serious("c-1", "c-2", "c-3", "c-1")
        .given(in("HOM-REG-01", "2026-06-10T09:59", "c-1"))
        .then("2026-06-10 P28 raised S2");
  }

  @Test
  void allegationsAgainstStaffAreNeverItsEvidence() {
    serious("c-1", "c-2", "c-3", "c-1")
        .given(
            in("HOM-ALG-01", "2026-04-16T10:00", "c-1"),
            in("HOM-ALG-01", "2026-04-17T10:00", "c-2"))
        .thenNothing();
  }

  @Test
  void threeRestraintsOfOneChildWithinAMonth() {
    Told[] two = {
      in("HOM-RES-01", "2026-04-01T10:00", "c-1"), in("HOM-RES-01", "2026-04-05T10:00", "c-1")
    };
    Story.setting().given(two).given(in("HOM-RES-01", "2026-04-10T10:00", "c-2")).thenNothing();
    Story.setting().given(two).given(in("HOM-RES-01", "2026-05-01T10:00", "c-1")).thenNothing();
    Story story =
        Story.setting()
            .given(in("HOM-RES-01", "2026-04-02T10:00", "c-2"))
            .given(two)
            .given(in("HOM-RES-01", "2026-05-01T09:59", "c-1"))
            .then("2026-05-01 P28 raised S2");
    assertThat(story.only("P28").because()).contains("3 physical interventions on one child");
    assertThat(story.only("P28").children()).isEqualTo(List.of("c-1"));
  }

  @Test
  void whatIsMetInTwoWaysIsOneFinding() {
    Story behaviour =
        Story.setting()
            .given(
                in("EDU-HSB-01", "2026-03-01T10:00", "c-1").with("allegedRef", "x"),
                in("EDU-HSB-01", "2026-04-01T10:00", "c-2").with("allegedRef", "x"),
                in("EDU-HSB-01", "2026-05-01T10:00", "c-3"),
                in("EDU-HSB-01", "2026-05-02T10:00", "c-4"),
                in("EDU-HSB-01", "2026-05-03T10:00", "c-5"))
            .then("2026-04-01 P26 raised S2", "2026-05-03 P26 re-fire S2");
    assertThat(behaviour.only("P26").because())
        .contains("2 incidents", "up to 1 April 2026 name the same child");
    Story home =
        serious("c-1", "c-2", "c-3", "c-1", "c-1")
            .given(
                in("HOM-RES-01", "2026-04-20T10:00", "c-1"),
                in("HOM-RES-01", "2026-04-25T10:00", "c-1"),
                in("HOM-RES-01", "2026-05-02T10:00", "c-1"))
            .then("2026-04-15 P28 raised S2", "2026-05-02 P28 re-fire S2");
    assertThat(home.only("P28").because()).contains("5 serious incidents with 3 different");
    assertThat(home.only("P28").evidence()).hasSize(8);
  }
}
