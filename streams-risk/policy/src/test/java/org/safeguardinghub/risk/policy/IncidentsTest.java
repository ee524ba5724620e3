package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.ProposedEcho;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** Incidents are counted, never messages; corrections keep both readings. */
final class IncidentsTest {
  private static Told police() {
    return told("POL-DA-02", "2026-03-20T22:40").at("h-4").incident("i-1").id("police");
  }

  private static TimelineEvent read(String id, Told... events) {
    List<TimelineEntry> entries = Arrays.stream(events).map(Told::entry).toList();
    return Timeline.of(SubjectRef.child("c-rowan"), entries, Told.CATALOGUE).events().stream()
        .filter(event -> event.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneIncidentWithManyMessagesIsOneIncident() {
    Story.child()
        .given(
            police(),
            told("POL-PPN-02", "2026-03-20T22:40").incident("i-1").echoing("reported"),
            told("EDU-DA-01", "2026-03-23T10:15").incident("i-1").echoing("reported"),
            told("GP-COD-01", "2026-03-23T12:00").incident("i-1").echoing("reported"),
            told("HSG-ASB-01", "2026-03-24T12:00").incident("i-1").echoing("police"))
        .thenNothing();
  }

  @Test
  void withoutTheEchoMarksTheSameFiveMessagesRaise() {
    Story.child()
        .given(
            police(),
            told("POL-PPN-02", "2026-03-20T22:40"),
            told("EDU-EMO-01", "2026-03-23T10:15"),
            told("GP-WNB-01", "2026-03-23T12:00"),
            told("HSG-ASB-01", "2026-03-24T12:00"))
        .then("2026-03-23 P03 raised S3");
  }

  @Test
  void anEventReadsTheSameAloneAndBesideOneThatIsNoneOfItsBusiness() {
    Told other = told("EDU-NEG-02", "2026-01-05T10:00").id("other");
    for (Told event :
        List.of(
            police(),
            told("POL-DA-02", "2026-03-20T22:40").id("police"),
            told("POL-PPN-02", "2026-03-20T22:40").echoing("unknown").id("police"),
            told("POL-PPN-02", "2026-03-20T22:40").superseding("unknown").id("police"),
            // A sender's mistake: what replaces itself says nothing.
            told("POL-PPN-02", "2026-03-20T22:40").id("police").superseding("police"))) {
      TimelineEvent alone = read("police", event);
      assertThat(alone).isEqualTo(read("police", event, other));
      assertThat(alone.voided()).isEqualTo("police".equals(event.event().links().supersedes()));
    }
  }

  @Test
  void anEchoStandsForItsIncidentWhereNothingElseIsAboutThisChild() {
    Told echo =
        told("POL-PPN-02", "2026-03-20T22:40").incident("i-1").echoing("reported").id("echo");
    Told second =
        told("EDU-EMO-01", "2026-03-21T09:00").incident("i-1").echoing("reported").id("second");
    assertThat(read("echo", echo, second).stands()).isTrue();
    assertThat(read("second", echo, second).stands()).isFalse();
    assertThat(read("echo", echo, police()).stands()).isFalse();
    assertThat(read("echo", echo, police().asContext()).stands()).isTrue();
  }

  @Test
  void anEchoOfNobodyKnowsWhatNeverStands() {
    assertThat(
            read("e", told("POL-PPN-02", "2026-03-20T22:40").echoing("reported").id("e")).stands())
        .isFalse();
    assertThat(read("e", told("GP-COD-01", "2026-03-20T22:40").id("e")).stands()).isFalse();
  }

  @Test
  void theOriginIsTheFirstWhoDidNotEcho() {
    Told earlierEcho =
        told("HSG-ASB-01", "2026-03-20T22:30").incident("i-9").echoing("reported").id("housing");
    Told original =
        told("POL-DA-01", "2026-03-20T22:40").incident("i-9").id("original").asContext();
    assertThat(read("housing", earlierEcho, original).originFamily()).isEqualTo(OriginFamily.POL);
  }

  @Test
  void reportsCloseInTimeAndPlaceAreAskedAboutAndCountUntilThen() {
    Told noise =
        told("HSG-ASB-01", "2026-03-21T10:40").at("h-4").id("noise").received("2026-03-24T11:00");
    Story story = Story.child().given(unreferenced(), noise);
    assertThat(story.findings().proposedEchoes())
        .containsExactly(new ProposedEcho("noise", "police2"));

    story.given(
        new TimelineEntry.EchoRuling(
            "noise", "police2", true, Instant.parse("2026-03-25T09:00:00Z")),
        "2026-03-25T09:00");
    assertThat(story.findings().proposedEchoes()).isEmpty();
  }

  private static Told unreferenced() {
    return told("POL-DA-02", "2026-03-20T22:40").at("h-4").id("police2");
  }

  @Test
  void notAskedAboutBeyondTwelveHoursWithinOneAgencyOrElsewhere() {
    for (Told other :
        new Told[] {
          told("HSG-ASB-01", "2026-03-21T10:41").at("h-4"),
          told("POL-SUB-01", "2026-03-21T09:00").at("h-4"),
          told("HSG-ASB-01", "2026-03-21T09:00").at("h-5"),
          told("HSG-ASB-01", "2026-03-21T09:00"),
        }) {
      assertThat(Story.child().given(unreferenced(), other).findings().proposedEchoes()).isEmpty();
    }
  }

  @Test
  void aRulingTakesTheEchoOutAndTheFindingWithIt() {
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-01", "2026-03-01T09:00"),
                told("GP-WNB-01", "2026-03-02T09:00"),
                told("POL-DA-02", "2026-03-20T22:40").at("h-4").id("police"),
                told("HSG-ASB-01", "2026-03-21T08:00").at("h-4").id("noise"));
    assertThat(story.only("P03").notKnown())
        .anyMatch(
            line ->
                line.startsWith(
                    "The report of 21 March 2026 (Housing) may be about the same incident as the one of 20 March 2026"));

    story
        .given(
            new TimelineEntry.EchoRuling(
                "noise", "police", true, Instant.parse("2026-03-25T09:00:00Z")),
            "2026-03-25T09:00")
        .then("2026-03-21 P03 raised S3", "2026-03-21 P03 withdrawn");
  }

  @Test
  void aRulingAgainstAnEchoOutweighsThePublisher() {
    Story.child()
        .given(
            told("EDU-NEG-01", "2026-03-01T09:00"),
            told("GP-WNB-01", "2026-03-02T09:00"),
            told("EDU-NEG-02", "2026-03-03T09:00").id("school"),
            told("HSG-ASB-01", "2026-03-03T10:00").id("noise").echoing("school"))
        .given(
            new TimelineEntry.EchoRuling(
                "noise", "school", false, Instant.parse("2026-03-04T09:00:00Z")),
            "2026-03-04T09:00")
        .then("2026-03-03 P03 raised S3");
  }

  @Test
  void aRegradeReplacesTypeAndLevelAndBothStayVisible() {
    Told correction =
        told("ADM-COR-01", "2026-04-02T09:00")
            .id("cor")
            .superseding("police")
            .with("regrade", "POL-DA-01/2");
    TimelineEvent event = read("police", police(), correction);
    assertThat(event.type()).isEqualTo("POL-DA-01");
    assertThat(event.level()).isEqualTo(2);
    assertThat(event.sent().type()).isEqualTo("POL-DA-02");
    assertThat(event.sent().level()).isEqualTo(3);
    assertThat(event.corrections()).containsExactly("cor");
  }

  @Test
  void theLatestCorrectionHoldsAndMayUndoAnEarlierOne() {
    Told retract =
        told("ADM-COR-01", "2026-04-02T09:00")
            .id("c1")
            .superseding("police")
            .with("retracts", true);
    Told undo =
        told("ADM-COR-01", "2026-04-03T09:00").id("c2").superseding("c1").with("retracts", true);
    assertThat(read("police", police(), retract).voided()).isTrue();
    assertThat(read("police", police(), retract, undo).voided()).isFalse();
  }

  @Test
  void aChangedSourceRecordReplacesTheEarlierOne() {
    Told changed = told("POL-DA-01", "2026-03-20T22:45").id("changed").superseding("police");
    assertThat(read("police", police(), changed).voided()).isTrue();
    assertThat(read("changed", police(), changed).readable()).isTrue();
  }

  @Test
  void aSourceRecordThatChangesAgainCountsOnceAsItSaidLast() {
    Told changed = told("POL-DA-01", "2026-03-20T22:45").id("changed").superseding("police");
    Told again = told("POL-DA-02", "2026-03-20T22:30").id("again").superseding("changed");
    assertThat(read("police", police(), changed, again).voided()).isTrue();
    assertThat(read("changed", police(), changed, again).voided()).isTrue();
    assertThat(read("again", police(), changed, again).readable()).isTrue();
  }

  @Test
  void takingBackAChangeBringsBackWhatTheRecordSaidBefore() {
    Told changed = told("POL-DA-01", "2026-03-20T22:45").id("changed").superseding("police");
    Told undo =
        told("ADM-COR-01", "2026-04-03T09:00")
            .id("undo")
            .superseding("changed")
            .with("retracts", true);
    assertThat(read("police", police(), changed, undo).voided()).isFalse();
    assertThat(read("changed", police(), changed, undo).voided()).isTrue();
  }

  @Test
  void movedAwayEventsAreGoneAndComeBack() {
    SubjectRef here = SubjectRef.child("c-rowan");
    SubjectRef there = SubjectRef.child("c-other");
    Story story =
        Story.child()
            .given(
                told("EDU-NEG-01", "2026-03-01T09:00"),
                told("GP-WNB-01", "2026-03-02T09:00"),
                told("HSG-ASB-01", "2026-03-03T09:00").id("moved"),
                told("EDU-NEG-02", "2026-03-04T09:00"));
    story.given(
        new TimelineEntry.Moved(
            TimelineEntry.Moved.Direction.OUT,
            here,
            there,
            Set.of("moved"),
            Told.moment("2026-03-05")),
        "2026-03-05");
    story.given(
        new TimelineEntry.Moved(
            TimelineEntry.Moved.Direction.IN,
            there,
            here,
            Set.of("moved"),
            Told.moment("2026-03-06")),
        "2026-03-06");
    story.then("2026-03-04 P03 raised S3", "2026-03-04 P03 withdrawn", "2026-03-04 P03 raised S3");
  }

  @Test
  void whatWasToldOfABrotherIsNothingHeardOfThisChild() {
    Told brother = police().as(SubjectRole.SIBLING);
    Told echo = told("EDU-PHY-01", "2026-03-21T09:00").echoing("police").id("echo");
    assertThat(read("echo", brother, echo).stands()).isTrue();
    assertThat(read("echo", police(), echo).stands()).isFalse();
    assertThat(read("echo", police(), echo.as(SubjectRole.SIBLING)).stands()).isFalse();
  }

  @Test
  void aCorrectionTellsOfNoIncident() {
    Told echo = told("EDU-PHY-01", "2026-03-21T09:00").echoing("nobody-knows").id("echo");
    Told regrade =
        told("ADM-COR-01", "2026-03-22T09:00").superseding("echo").with("regrade", "EDU-PHY-01/4");
    assertThat(read("echo", echo, regrade).stands()).isFalse();
    assertThat(read("echo", echo.incident("i-1"), regrade).stands()).isTrue();
  }

  @Test
  void whoCorrectsDidNotTellOfItFirst() {
    Told echo = told("EDU-PHY-01", "2026-03-23T09:00").echoing("police").id("echo");
    Told retraction =
        told("ADM-COR-01", "2026-03-22T09:00").superseding("police").with("retracts", true);
    assertThat(read("echo", police(), retraction, echo).originFamily()).isEqualTo(OriginFamily.EDU);
  }
}
