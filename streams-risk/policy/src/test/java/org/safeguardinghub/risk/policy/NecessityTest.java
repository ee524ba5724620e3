package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.evaluate.Necessity;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Support;
import org.safeguardinghub.risk.policy.finding.Without;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Which events a finding needs, against full evaluations without them. {@code -Dlaw.seeds=N} tries
 * more, or fewer.
 */
final class NecessityTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 12));
  }

  private static Support support(Finding finding, List<TimelineEntry> entries) {
    Timeline timeline = Timeline.of(finding.subject(), entries, Told.CATALOGUE);
    return Necessity.of(Story.POLICY, finding, timeline, LawsTest.END);
  }

  private static List<TimelineEntry> without(List<TimelineEntry> entries, Set<String> events) {
    List<TimelineEntry> rest = new ArrayList<>(entries);
    rest.removeIf(
        entry -> entry instanceof TimelineEntry.Event(var e) && events.contains(e.eventId()));
    return rest;
  }

  /** The finding as the whole evaluation has it without some events. */
  private static Optional<Finding> stillThere(
      Finding finding, List<TimelineEntry> entries, Set<String> events) {
    Set<String> rest = new HashSet<>(finding.evidenceIds());
    rest.removeAll(events);
    return LawsTest.evaluate(finding.subject(), without(entries, events)).findings().stream()
        .filter(other -> other.pattern().equals(finding.pattern()))
        .filter(other -> other.stage().equals(finding.stage()))
        .filter(other -> other.date().equals(finding.date()))
        .filter(other -> other.evidenceIds().stream().anyMatch(rest::contains))
        .findFirst();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNeededIsWhatAWholeEvaluationMisses(int seed) {
    List<TimelineEntry> entries = Histories.of(seed);
    for (SubjectRef subject : Histories.subjects()) {
      for (Finding finding : LawsTest.evaluate(subject, entries).findings()) {
        Support support = support(finding, entries);
        assertThat(support.without().keySet()).isEqualTo(finding.evidenceIds());
        support.without().forEach((event, says) -> agrees(finding, entries, event, says));
      }
    }
  }

  private static void agrees(
      Finding finding, List<TimelineEntry> entries, String event, Without says) {
    Optional<Finding> other = stillThere(finding, entries, Set.of(event));
    String why = finding.pattern() + " without " + event;
    switch (says) {
      case NOT_RAISED, ANOTHER_DAY -> assertThat(other).as(why).isEmpty();
      case LESS_URGENT ->
          assertThat(finding.severity().moreUrgentThan(other.orElseThrow().severity()))
              .as(why)
              .isTrue();
      case MORE_URGENT ->
          assertThat(other.orElseThrow().severity().moreUrgentThan(finding.severity()))
              .as(why)
              .isTrue();
      case NO_DIFFERENCE ->
          assertThat(other.orElseThrow().severity()).as(why).isEqualTo(finding.severity());
      case NO_DIFFERENCE_TOGETHER, NOT_TRIED ->
          assertThat(finding.evidence()).as(why).hasSizeGreaterThan(4);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSmallestGroupIsEnoughAndNothingCanBeTakenFromIt(int seed) {
    List<TimelineEntry> entries = Histories.of(seed);
    for (SubjectRef subject : Histories.subjects()) {
      for (Finding finding : LawsTest.evaluate(subject, entries).findings()) {
        Set<String> smallest = support(finding, entries).smallest();
        Set<String> others = new HashSet<>(finding.evidenceIds());
        others.removeAll(smallest);
        assertThat(smallest).isNotEmpty();
        assertThat(stillThere(finding, entries, others)).as(finding.pattern()).isPresent();
        for (String event : smallest) {
          Set<String> oneMore = new HashSet<>(others);
          oneMore.add(event);
          assertThat(stillThere(finding, entries, oneMore))
              .as(finding.pattern() + " of " + smallest + " without " + event)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void whatCompletesItIsNeededAndWhatComesLaterIsNot() {
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(told("EDU-NEG-02", "2026-01-14").id("school").entry());
    entries.add(told("HOS-WNB-02", "2026-01-28").id("audiology").entry());
    entries.add(told("HSG-DIS-01", "2026-02-05").id("damp").entry());
    entries.add(told("EDU-NEG-01", "2026-02-12").id("uniform").entry());
    entries.add(told("DEN-NEG-01", "2026-02-20").id("dentist").entry());
    Finding finding = only("P03", entries);
    Support support = support(finding, entries);
    assertThat(support.smallest())
        .containsExactlyInAnyOrder("school", "audiology", "damp", "uniform");
    // With one of the others gone, the dentist completes it on a later day.
    assertThat(support.without())
        .isEqualTo(
            Map.of(
                "school", Without.ANOTHER_DAY,
                "audiology", Without.ANOTHER_DAY,
                "damp", Without.NOT_RAISED,
                "uniform", Without.ANOTHER_DAY,
                "dentist", Without.NO_DIFFERENCE));
  }

  @Test
  void muchEvidenceIsTriedInGroupsAndSaysSo() {
    List<TimelineEntry> entries = new ArrayList<>();
    for (int day = 1; day <= 28; day++) {
      String type = day % 3 == 0 ? "HOS-WNB-02" : day % 3 == 1 ? "EDU-NEG-02" : "HSG-DIS-01";
      entries.add(told(type, "2026-02-%02d".formatted(day)).id("e" + day).entry());
    }
    Finding finding = only("P03", entries);
    Support support = support(finding, entries);
    assertThat(finding.evidence()).hasSizeGreaterThan(16);
    assertThat(support.without().keySet()).isEqualTo(finding.evidenceIds());
    assertThat(support.without().values()).contains(Without.NO_DIFFERENCE_TOGETHER);
    assertThat(support.smallest()).contains("e1").hasSizeLessThan(8);
  }

  @Test
  void inAGroupThatMattersEachEventIsTriedByItself() {
    List<TimelineEntry> entries = new ArrayList<>();
    for (int day = 1; day <= 20; day++) {
      String type = day % 3 == 0 ? "HOS-WNB-02" : day % 3 == 1 ? "EDU-NEG-02" : "HSG-DIS-01";
      entries.add(told(type, "2026-02-%02d".formatted(day)).id("e" + day).entry());
    }
    entries.add(told("DEN-NEG-01", "2026-02-21").id("dentist").level(3).entry());
    entries.add(told("POL-NEG-01", "2026-02-22").id("police").level(3).entry());
    Finding finding = only("P03", entries);
    assertThat(finding.severity()).isEqualTo(Severity.S2);
    Support support = support(finding, entries);
    assertThat(support.smallest()).hasSizeLessThan(6).doesNotContain("dentist", "police");
    assertThat(support.without())
        .containsEntry("dentist", Without.LESS_URGENT)
        .containsEntry("police", Without.LESS_URGENT)
        .doesNotContainValue(Without.NOT_TRIED);
    assertThat(support.without().keySet()).isEqualTo(finding.evidenceIds());
    support
        .without()
        .forEach(
            (event, says) -> {
              if (says != Without.NO_DIFFERENCE_TOGETHER) {
                agrees(finding, entries, event, says);
              }
            });
  }

  @Test
  void fewEventsAreLeftOutOneByOne() {
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(told("POL-DA-01", "2026-02-02").id("a").with("reported", true).entry());
    entries.add(told("HSG-ASB-01", "2026-02-09").id("b").entry());
    entries.add(told("POL-DA-01", "2026-02-16").id("c").entry());
    for (Finding finding : LawsTest.evaluate(CHILD, entries).findings()) {
      assertThat(support(finding, entries).without().values())
          .doesNotContain(Without.NO_DIFFERENCE_TOGETHER);
    }
  }

  @Test
  void whatIsPublishedSaysWhatItNeeds() {
    RiskPolicy risk = new RiskPolicy(Story.POLICY, Told.CATALOGUE);
    TimelineEntry bruise =
        told("HV-PHY-01", "2026-02-12").id("bruise").with("nonMobile", true).entry();
    Step step = risk.fold(State.empty(CHILD), new Input.Recorded("r-1", LawsTest.END, bruise));
    Decision.Raise raise =
        (Decision.Raise)
            risk.explained(step.decisions(), step.state().entries().values(), LawsTest.END)
                .getFirst();
    assertThat(raise.finding().support().without()).isEqualTo(Map.of("bruise", Without.NOT_RAISED));
    assertThat(raise.finding().support().smallest()).containsExactly("bruise");
    assertThat(step.findings().findings().getFirst().support()).isEqualTo(Support.NOT_ASKED);
  }

  private static Finding only(String pattern, List<TimelineEntry> entries) {
    return LawsTest.evaluate(CHILD, entries).findings().stream()
        .filter(finding -> finding.pattern().equals(pattern))
        .findFirst()
        .orElseThrow();
  }
}
