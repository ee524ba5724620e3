package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved.Direction;

/** Two children who were taken for one, and told apart again: everything is as if it never was. */
final class MergeSplitTest {
  private static final SubjectRef ONE = SubjectRef.child("c-one");
  private static final SubjectRef OTHER = SubjectRef.child("c-other");
  private static final Instant MERGED = LawsTest.END.plus(Duration.ofHours(1));
  private static final Instant SPLIT = LawsTest.END.plus(Duration.ofHours(2));

  private final RiskPolicy risk = new RiskPolicy(Story.POLICY, Told.CATALOGUE);
  private final List<Decision> decisions = new ArrayList<>();

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 25));
  }

  private Step fold(State state, Input input) {
    Step step = risk.fold(state, input);
    decisions.addAll(step.decisions());
    return step;
  }

  private State history(SubjectRef subject, List<TimelineEntry> entries) {
    State state = State.empty(subject);
    for (TimelineEntry entry : entries) {
      state = fold(state, new Input.Recorded(entry.key(), LawsTest.END, entry)).state();
    }
    return state;
  }

  private Step recorded(State state, TimelineEntry entry, Instant at) {
    return fold(state, new Input.Recorded(entry.key(), at, entry));
  }

  private Findings untouched(State state) {
    return risk.fold(state, new Input.Reevaluated("later", SPLIT)).findings();
  }

  /** What moves with a child; the context of a household does not. */
  private static List<TimelineEntry> own(List<TimelineEntry> entries) {
    return entries.stream()
        .filter(
            entry -> entry instanceof TimelineEntry.Event(var event) && !event.whose().context())
        .toList();
  }

  private static Set<String> ids(List<TimelineEntry> events) {
    Set<String> ids = new HashSet<>();
    for (TimelineEntry entry : events) {
      ids.add(((TimelineEntry.Event) entry).event().eventId());
    }
    return ids;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aMergeAndThenASplitRestoreWhatWas(int seed) {
    List<TimelineEntry> theirs = Histories.of(seed + 500, "o");
    State one = history(ONE, Histories.of(seed));
    State other = history(OTHER, theirs);
    Set<String> ids = ids(own(theirs));

    List<TimelineEntry> carried = new ArrayList<>(own(theirs));
    carried.add(new TimelineEntry.Moved(Direction.IN, OTHER, ONE, ids, MERGED));
    State both = fold(one, new Input.MovedIn("merge", MERGED, carried, other.published())).state();
    TimelineEntry out = new TimelineEntry.Moved(Direction.OUT, OTHER, ONE, ids, MERGED);
    Step emptied = fold(other, new Input.MovedOut("merge", MERGED, out));
    assertThat(emptied.findings().findings()).isEmpty();
    assertThat(both.published().findings()).isNotEqualTo(one.published().findings());

    Step oneAgain =
        recorded(both, new TimelineEntry.Moved(Direction.OUT, ONE, OTHER, ids, SPLIT), SPLIT);
    Step otherAgain =
        recorded(
            emptied.state(), new TimelineEntry.Moved(Direction.IN, ONE, OTHER, ids, SPLIT), SPLIT);

    assertThat(oneAgain.findings().equals(untouched(one))).isTrue();
    assertThat(otherAgain.findings().equals(untouched(other))).isTrue();
    assertThat(LawsTest.open(decisions))
        .hasSize(
            oneAgain.state().published().findings().size()
                + otherAgain.state().published().findings().size());
  }
}
