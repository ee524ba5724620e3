package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * What holds for every timeline, tried on generated ones. A failure names its seed. {@code
 * -Dlaw.seeds=N} tries more, or fewer.
 */
final class LawsTest {
  static final Instant END = Told.moment("2027-01-01");
  private final RiskPolicy risk = new RiskPolicy(Story.POLICY, Told.CATALOGUE);

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 25));
  }

  static Findings evaluate(SubjectRef subject, List<TimelineEntry> entries) {
    return Evaluation.evaluate(
        Story.POLICY, subject, Timeline.of(subject, entries, Told.CATALOGUE), END);
  }

  private State fold(SubjectRef subject, List<TimelineEntry> entries, List<Decision> decisions) {
    State state = State.empty(subject);
    for (TimelineEntry entry : entries) {
      Step step = risk.fold(state, new Input.Recorded(entry.key(), END, entry));
      state = step.state();
      decisions.addAll(step.decisions());
    }
    return state;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfArrivalDoesNotShow(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      List<TimelineEntry> entries = Histories.of(seed);
      Findings first = evaluate(subject, entries);
      Collections.shuffle(entries, new Random(seed + 1_000L));
      assertThat(evaluate(subject, entries)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPublishedInTheEndIsWhatStands(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      List<TimelineEntry> entries = Histories.of(seed);
      List<Decision> decisions = new ArrayList<>();
      State state = fold(subject, entries, decisions);
      Set<String> standing = new HashSet<>();
      evaluate(subject, entries).findings().forEach(finding -> standing.add(finding.id()));
      Set<String> published = new HashSet<>();
      state.published().findings().forEach(finding -> published.add(finding.currentId()));
      assertThat(published).isEqualTo(standing);
      assertThat(open(decisions)).hasSameSizeAs(standing);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasSaidIsNotSaidAgain(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      State state = State.empty(subject);
      for (TimelineEntry entry : Histories.of(seed)) {
        state = risk.fold(state, new Input.Recorded(entry.key(), END, entry)).state();
        Step again = risk.fold(state, new Input.Reevaluated("again", END));
        assertThat(again.decisions()).isEmpty();
        assertThat(again.state()).isEqualTo(state);
      }
    }
  }

  /** Replays the decisions as an alert would: raised and not withdrawn. */
  static Set<String> open(List<Decision> decisions) {
    Set<String> open = new HashSet<>();
    for (Decision decision : decisions) {
      switch (decision) {
        case Decision.Raise raise -> assertThat(open.add(raise.findingId())).isTrue();
        case Decision.Strengthen stronger -> assertThat(open).contains(stronger.findingId());
        case Decision.Update update -> assertThat(open).contains(update.findingId());
        case Decision.Withdraw withdraw -> assertThat(open.remove(withdraw.findingId())).isTrue();
        case Decision.Tell _ -> {}
      }
    }
    return open;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void duplicatesChangeNothing(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      List<TimelineEntry> entries = Histories.of(seed);
      List<Decision> decisions = new ArrayList<>();
      State state = fold(subject, entries, decisions);
      for (TimelineEntry entry : entries) {
        Step again = risk.fold(state, new Input.Recorded(entry.key() + "-again", END, entry));
        assertThat(again.decisions()).isEmpty();
        assertThat(again.state().published()).isEqualTo(state.published());
        assertThat(again.state().entries().keySet()).isEqualTo(state.entries().keySet());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFindingOutlivesItsEvidence(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      List<TimelineEntry> entries = Histories.of(seed);
      for (Finding finding : evaluate(subject, entries).findings()) {
        assertThat(finding.evidence()).isNotEmpty();
        assertThat(finding.because()).isNotBlank().doesNotContain("{");
        for (String lost : finding.evidenceIds()) {
          List<TimelineEntry> without = new ArrayList<>(entries);
          without.removeIf(
              entry -> entry instanceof TimelineEntry.Event(var e) && e.eventId().equals(lost));
          assertThat(evaluate(subject, without).findings())
              .as("without " + lost)
              .doesNotContain(finding);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void severityNeverFallsAndNobodyIsToldTwiceInAFortnight(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      for (Finding finding : evaluate(subject, Histories.of(seed)).findings()) {
        List<Firing> firings = finding.firings();
        for (int i = 1; i < firings.size(); i++) {
          Firing before = firings.get(i - 1);
          Firing now = firings.get(i);
          assertThat(
                  now.severity().moreUrgentThan(before.severity())
                      || now.severity() == before.severity())
              .isTrue();
          boolean exempt =
              now.severity().moreUrgentThan(before.severity())
                  || now.severity().name().equals("S1");
          assertThat(exempt || Duration.between(before.at(), now.at()).toDays() >= 14).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void howOftenTheClockTicksDoesNotMatter(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      howOftenTheClockTicksDoesNotMatter(subject, Histories.of(seed));
    }
  }

  private void howOftenTheClockTicksDoesNotMatter(SubjectRef subject, List<TimelineEntry> entries) {
    Findings atOnce = evaluate(subject, entries);
    State state = State.empty(subject);
    for (TimelineEntry entry : entries) {
      state = state.with(entry);
    }
    Instant now = Told.moment("2026-01-01");
    Step step = risk.fold(state, new Input.Reevaluated("start", now));
    while (!step.findings().deadlines().isEmpty()) {
      Deadline due = step.findings().deadlines().getFirst();
      TimelineEntry reached =
          new TimelineEntry.DeadlineReached(due.id(), due.pattern(), due.dueAt());
      // The recorded deadline moves time, whatever the clock of the host says.
      step = risk.fold(step.state(), new Input.Recorded(reached.key(), now, reached));
    }
    assertThat(step.findings().findings()).isEqualTo(atOnce.findings());
    assertThat(step.findings().notices()).isEqualTo(atOnce.notices());
  }
}
