package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * A finding goes on where its evidence goes: at birth, and when two records turn out to be one
 * child.
 */
final class MovesTest {
  private static final RiskPolicy RISK = new RiskPolicy(Story.POLICY, Told.CATALOGUE);
  private static final SubjectRef UNBORN = new SubjectRef(Scope.UNBORN, "c-expected");
  private static final SubjectRef BORN = SubjectRef.child("c-born");
  private static final Instant AT = Told.moment("2026-06-09T09:00");

  private static List<TimelineEntry> events() {
    return List.of(
        told("MAT-UNB-01", "2026-04-01T09:00").id("a").entry(),
        told("POL-PPN-02", "2026-04-10T09:00").id("b").entry(),
        told("EH-CLS-02", "2026-04-20T09:00").id("c").entry(),
        told("HSG-EVI-01", "2026-05-01T09:00").id("d").entry());
  }

  private static TimelineEntry.Moved moved(TimelineEntry.Moved.Direction direction) {
    return new TimelineEntry.Moved(direction, UNBORN, BORN, Set.of("a", "b", "c", "d"), AT);
  }

  private static State before() {
    State state = State.empty(UNBORN);
    for (TimelineEntry entry : events()) {
      state = RISK.fold(state, new Input.Recorded(entry.key(), AT, entry)).state();
    }
    return state;
  }

  @Test
  void whatWasPublishedGoesOnUnderItsLastingId() {
    State unborn = before();
    String lasting = unborn.published().findings().getFirst().findingId();
    List<TimelineEntry> entries = new ArrayList<>(events());
    entries.add(moved(TimelineEntry.Moved.Direction.IN));

    Step step =
        RISK.fold(State.empty(BORN), new Input.MovedIn("move", AT, entries, unborn.published()));

    assertThat(step.decisions())
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.Update.class,
            update -> {
              assertThat(update.findingId()).isEqualTo(lasting);
              assertThat(update.succeeds()).contains(lasting);
              assertThat(update.finding().subject()).isEqualTo(BORN);
              assertThat(update.changed()).containsExactly("children");
            });
  }

  @Test
  void whereItCameFromItIsWithdrawnAndSaysWhy() {
    TimelineEntry out = moved(TimelineEntry.Moved.Direction.OUT);

    Step step = RISK.fold(before(), new Input.Recorded(out.key(), AT, out));

    assertThat(step.decisions())
        .singleElement()
        .isInstanceOfSatisfying(
            Decision.Withdraw.class,
            withdraw -> assertThat(withdraw.because()).contains("somebody else"));
  }
}
