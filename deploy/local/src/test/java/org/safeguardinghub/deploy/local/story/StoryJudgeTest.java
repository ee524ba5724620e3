package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoryJudgeTest {
  /** A referral on Monday; its decision of the same day is heard of on Thursday only. */
  private static final String DECIDED_LATE =
      """
      {"n": 1, "occurredAt": "2026-03-16T09:00:00", "receivedAt": "2026-03-16T09:10:00",
       "type": "CSC-REF-01", "level": 3, "subject": "kit", "claims": {"familyName": "Sorrowby"}},
      {"n": 2, "occurredAt": "2026-03-16T15:00:00", "receivedAt": "2026-03-19T10:00:00",
       "type": "CSC-REF-02", "level": 1, "subject": "kit", "claims": {}}""";

  private static Story decidedLate(String more) {
    return StoryReader.parse("story.json", Told.text("2026-03-20T12:00:00", DECIDED_LATE, more));
  }

  @Test
  void whatMayBeRaisedIsNoFault() {
    StoryReport report = Told.played(Told.BRUISE, "\"mayRaise\": [" + Told.BRUISE_RAISED + "]");
    assertThat(report.unexpected()).isEmpty();
    assertThat(report.asTold()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "P02, '', tansy, 2026-03-16, S1",
    "P01, overdue, tansy, 2026-03-16, S1",
    "P01, '', tansy, 2026-03-15, S1",
    "P01, '', tansy, 2026-03-16, S2",
    "P01, '', someone, 2026-03-16, S1"
  })
  void whatMayBeRaisedIsMeantAsItIsListed(
      String pattern, String stage, String subject, String date, String severity) {
    String other =
        """
        , {"n": 2, "occurredAt": "2026-03-01T10:00:00", "receivedAt": "2026-03-01T10:00:00",
           "type": "EDU-ATT-01", "subject": "someone"}""";
    String may =
        """
        "mayRaise": [{"pattern": "%s", "stage": "%s", "subject": "%s", "date": "%s", "severity": "%s"}]"""
            .formatted(pattern, stage, subject, date, severity);
    StoryReport report = Told.played(Told.BRUISE + other, may);
    assertThat(report.unexpected()).containsExactly("P01 tansy 2026-03-16 S1");
    assertThat(report.asTold()).isFalse();
  }

  @Test
  void aFindingThatALateReportWithdrawsCameAndWent() {
    StoryReport report = Told.played(decidedLate(""));
    assertThat(report.cameAndWent()).containsExactly("P30 kit 2026-03-17 S2");
    assertThat(report.unexpected()).isEmpty();
    assertThat(report.asTold()).isTrue();
  }

  @Test
  void aFindingThatNothingLateWithdrawsIsUnexpected() {
    Story late = decidedLate("");
    Story inTime = decidedWhenHeardOf(late);
    PureHub hub = PureHub.play(Vignette.POLICY, Vignette.CATALOGUE, late);
    assertThat(judged(inTime, hub, Identity.STORY).unexpected())
        .containsExactly("P30 kit 2026-03-17 S2, withdrawn again");
    assertThat(judged(inTime, hub, Identity.HUB).cameAndWent())
        .containsExactly("P30 kit 2026-03-17 S2");
  }

  @Test
  void whatMayComeAndGoNeedsNoOtherReason() {
    String may =
        """
        "mayRaise": [{"pattern": "P30", "subject": "kit", "date": "2026-03-17", "severity": "S2"}]""";
    Story late = decidedLate(may);
    PureHub hub = PureHub.play(Vignette.POLICY, Vignette.CATALOGUE, late);
    StoryReport report = judged(decidedWhenHeardOf(late), hub, Identity.STORY);
    assertThat(report.unexpected()).isEmpty();
    assertThat(report.cameAndWent()).isEmpty();
  }

  @Test
  void whatIsWithdrawnIsNotRaised() {
    String must =
        """
        "mustRaise": [{"pattern": "P30", "subject": "kit", "date": "2026-03-17", "severity": "S2"}]""";
    assertThat(Told.played(decidedLate(must)).missing()).containsExactly("P30 kit 2026-03-17 S2");
  }

  @Test
  void aFindingMayBeAboutAnAdult() {
    String alleged =
        """
        {"n": %d, "occurredAt": "2026-0%d-02T10:00:00", "receivedAt": "2026-0%d-02T10:30:00",
         "type": "HOM-ALG-01", "level": 3, "handling": "H5", "subject": "ivy", "adult": "warden"}""";
    String must =
        """
        "mustRaise": [{"pattern": "P27", "subject": "warden", "date": "2026-02-02"}],
        "mayRaise": [{"pattern": "P29", "stage": "CLK-19", "subject": "warden", "date": "2026-01-05"},
          {"pattern": "P29", "stage": "CLK-19", "subject": "warden", "date": "2026-02-03"}]""";
    String events = alleged.formatted(1, 1, 1) + ", " + alleged.formatted(2, 2, 2);
    StoryReport report = Told.played(events, must);
    assertThat(report.raised()).hasSize(1);
    assertThat(report.asTold()).as(report.toString()).isTrue();
  }

  @Test
  void aRiseIsLookedForWithItsPerson() {
    Story story = Vignette.EXCLUDED_THEN_LINES.story();
    Story.Expected rise = story.strengthened().getFirst();
    Story.Expected another =
        new Story.Expected(rise.pattern(), "", "nobody", rise.date(), rise.severity(), rise.how());
    assertThat(Told.played(with(story, List.of(rise), story.notices())).missing()).isEmpty();
    assertThat(Told.played(with(story, List.of(another), story.notices())).missing()).hasSize(1);
  }

  @Test
  void aNoticeIsLookedForWithItsReader() {
    Story story = Vignette.EXCLUDED_THEN_LINES.story();
    Story.Notice notice = story.notices().getFirst();
    Story.Notice toAnother =
        new Story.Notice(notice.pattern(), notice.subject(), notice.date(), "steward");
    assertThat(notice.to()).isEqualTo("allocated worker");
    assertThat(Told.played(with(story, List.of(), List.of(notice))).missing()).isEmpty();
    assertThat(Told.played(with(story, List.of(), List.of(toAnother))).missing()).hasSize(1);
  }

  private static StoryReport judged(Story story, PureHub hub, Identity identity) {
    return new StoryJudge(Set.of("P30"), identity)
        .judge(
            story,
            hub.decisions(),
            hub.alerts(),
            StoryPeople.byThemselves(story),
            Optional.empty());
  }

  private static Story decidedWhenHeardOf(Story story) {
    Story.Event late = story.events().getLast();
    Story.Event inTime =
        new Story.Event(
            late.number(),
            late.receivedAt().minus(Duration.ofMinutes(5)),
            late.receivedAt(),
            late.type(),
            late.level(),
            late.handling(),
            late.countable(),
            late.subjects(),
            late.claims(),
            late.attributes(),
            late.narrative(),
            late.optional());
    return new Story(
        story.id(),
        story.title(),
        story.until(),
        List.of(story.events().getFirst(), inTime),
        story.mustRaise(),
        story.mayRaise(),
        story.strengthened(),
        story.notices(),
        story.mustNot());
  }

  private static Story with(
      Story story, List<Story.Expected> strengthened, List<Story.Notice> notices) {
    return new Story(
        story.id(),
        story.title(),
        story.until(),
        story.events(),
        story.mustRaise(),
        story.mayRaise(),
        strengthened,
        notices,
        List.of());
  }
}
