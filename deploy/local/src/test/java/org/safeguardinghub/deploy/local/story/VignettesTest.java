package org.safeguardinghub.deploy.local.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.ProposedEcho;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Each vignette raises what it must on its day and nothing else; each thing that must not follow is
 * a test of its own.
 */
final class VignettesTest {
  @TestFactory
  Stream<DynamicContainer> vignettes() {
    return Stream.of(Vignette.values())
        .map(vignette -> dynamicContainer(vignette.name(), tests(vignette)));
  }

  private static Stream<DynamicTest> tests(Vignette vignette) {
    Story story = vignette.story();
    StoryReport report = Told.played(story);
    Stream<DynamicTest> findings =
        Stream.of(
            dynamicTest("raises what it lists and nothing else", () -> asListed(story, report)));
    Stream<DynamicTest> mustNot =
        report.mustNot().stream()
            .map(
                verdict ->
                    dynamicTest(
                        "must not: " + verdict.text(),
                        () ->
                            assertThat(verdict.outcome())
                                .as(verdict.why())
                                .isEqualTo(Verdict.Outcome.HELD)));
    return Stream.concat(findings, mustNot);
  }

  private static void asListed(Story story, StoryReport report) {
    assertThat(report.raised())
        .containsExactlyElementsOf(story.mustRaise().stream().map(Story.Expected::words).toList());
    assertThat(report.strengthened()).hasSize(story.strengthened().size() + story.notices().size());
    assertThat(report.unexpected()).isEmpty();
    assertThat(report.missing()).isEmpty();
    assertThat(report.otherDate()).isEmpty();
    assertThat(report.cameAndWent()).isEmpty();
    assertThat(report.notBuilt()).isEmpty();
  }

  @Test
  void aReportOfTheSameNightWithoutItsIncidentIsProposedAsAnEcho() {
    Story story = Vignette.ECHO_STORM_WHOLE.story();
    PureHub hub = PureHub.play(Vignette.POLICY, Vignette.CATALOGUE, story);
    StoryEnvelope envelope = new StoryEnvelope(story);
    assertThat(hub.findings(SubjectRef.child("tamsin")).orElseThrow().proposedEchoes())
        .extracting(ProposedEcho::eventId, ProposedEcho::mayEcho)
        .containsExactly(tuple(envelope.eventId(8), envelope.eventId(1)));
  }

  @Test
  void aRegradeLeavesBothGradesInTheHistory() {
    Story story = Vignette.ECHO_STORM_WHOLE.story();
    PureHub hub = PureHub.play(Vignette.POLICY, Vignette.CATALOGUE, story);
    String regraded = new StoryEnvelope(story).eventId(1);
    TimelineEvent event =
        hub.timeline(SubjectRef.child("tamsin")).events().stream()
            .filter(one -> one.id().equals(regraded))
            .findFirst()
            .orElseThrow();
    assertThat(event.sent().type()).isEqualTo("POL-DA-02");
    assertThat(event.sent().level()).isEqualTo(3);
    assertThat(event.type()).isEqualTo("POL-DA-01");
    assertThat(event.level()).isEqualTo(2);
  }
}
