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
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved.Direction;

/** What a host asks of a subject that it follows, and inputs that bring more than one record. */
final class FollowingStepsTest {
  private static final RiskPolicy RISK = new RiskPolicy(Story.POLICY, Told.CATALOGUE);
  private static final SubjectRef UNBORN = new SubjectRef(Scope.UNBORN, "c-expected");
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final Instant AT = Told.moment("2026-06-09T09:00");

  private static List<TimelineEntry> jigsaw() {
    return List.of(
        told("EDU-NEG-01", "2026-01-14T09:00").id("a").entry(),
        told("HOS-WNB-02", "2026-01-28T09:00").id("b").entry(),
        told("HSG-DIS-01", "2026-02-05T09:00").id("c").entry(),
        told("EDU-NEG-02", "2026-02-12T09:00").id("d").entry());
  }

  private static Input recorded(TimelineEntry entry) {
    return new Input.Recorded("record-" + entry.key(), AT, entry);
  }

  private static State before(SubjectRef subject) {
    State state = State.empty(subject);
    for (TimelineEntry entry : jigsaw()) {
      state = RISK.fold(state, recorded(entry)).state();
    }
    return state;
  }

  private static void sameAsFold(Following following, State state, Input input) {
    Step step = RISK.fold(state, input);
    assertThat(following.fold(input)).isEqualTo(step.decisions());
    assertThat(following.state()).isEqualTo(step.state());
    assertThat(following.findings()).isEqualTo(step.findings());
  }

  @Test
  void whatAMoveBringsIsTakenInAtOnce() {
    State unborn = before(UNBORN);
    assertThat(unborn.published().findings()).isNotEmpty();
    List<TimelineEntry> entries = new ArrayList<>(jigsaw());
    entries.add(
        new TimelineEntry.Moved(Direction.IN, UNBORN, CHILD, Set.of("a", "b", "c", "d"), AT));
    Following following = RISK.follow(State.empty(CHILD), AT);
    sameAsFold(
        following, State.empty(CHILD), new Input.MovedIn("move", AT, entries, unborn.published()));
    assertThat(following.entries()).containsExactlyElementsOf(entries);
    assertThat(following.published().findings()).hasSameSizeAs(unborn.published().findings());
  }

  @Test
  void whatAMoveTakesAwayIsNotWithdrawn() {
    State child = before(CHILD);
    TimelineEntry move =
        new TimelineEntry.Moved(Direction.OUT, CHILD, UNBORN, Set.of("a", "b", "c", "d"), AT);
    Following following = RISK.follow(child, AT);
    Input input = new Input.MovedOut("move", AT, move);
    sameAsFold(following, child, input);
    assertThat(following.published()).isEqualTo(Published.NOTHING);
    assertThat(following.entry(move.key())).contains(move);
  }

  @Test
  void itHoldsWhatWasRecordedAndWhatWasSaidOfItSoFar() {
    Following following = RISK.follow(before(CHILD), AT);
    assertThat(following.published().findings()).extracting("pattern").containsExactly("P03");
    assertThat(following.entries()).containsExactlyElementsOf(jigsaw());
    assertThat(following.entry("event|a.0")).contains(jigsaw().getFirst());
    assertThat(following.entry("event|x.0")).isEmpty();
    assertThat(following.timeline().events()).extracting("id").containsExactly("a", "b", "c", "d");
    assertThat(following.fold(new Input.Reevaluated("again", AT))).isEmpty();
    assertThat(RISK.policy()).isSameAs(Story.POLICY);
  }

  @Test
  void itSaysWhatItWaitsFor() {
    Following following = RISK.follow(State.empty(CHILD), AT);
    TimelineEntry home = told("POL-MIS-02", "2026-06-09T08:00").id("home").entry();
    following.fold(recorded(home));
    assertThat(following.deadlines()).isNotEmpty().isEqualTo(following.findings().deadlines());
  }

  @Test
  void aPatternThatThePolicyNoLongerHasIsWithdrawn() {
    Following following =
        new RiskPolicy(Story.POLICY.only("P01"), Told.CATALOGUE).follow(before(CHILD), AT);
    assertThat(following.fold(new Input.Reevaluated("policy", AT)))
        .singleElement()
        .isInstanceOf(Decision.Withdraw.class);
    assertThat(following.published().findings()).isEmpty();
  }

  @Test
  void whatIsTakenBackOrOnlyToldNeedsNoExplanation() {
    State child = before(CHILD);
    TimelineEntry retraction =
        told("ADM-COR-01", "2026-06-01T09:00").superseding("a").with("retracts", true).entry();
    Step withdrawn = RISK.fold(child, recorded(retraction));
    assertThat(withdrawn.decisions()).singleElement().isInstanceOf(Decision.Withdraw.class);
    assertThat(RISK.explained(withdrawn.decisions(), withdrawn.state().entries().values(), AT))
        .isEqualTo(withdrawn.decisions());
    Step told =
        RISK.fold(
            State.empty(CHILD),
            recorded(told("EDU-EMO-01", "2026-06-09T08:00").level(4).id("urgent").entry()));
    assertThat(told.decisions()).singleElement().isInstanceOf(Decision.Tell.class);
    assertThat(told.decisions().getFirst().findingId())
        .isEqualTo(told.findings().notices().getFirst().id());
    assertThat(RISK.explained(told.decisions(), told.state().entries().values(), AT))
        .isEqualTo(told.decisions());
  }

  @Test
  void whatIsStrengthenedOrUpdatedSaysWhatItNeeds() {
    State child = before(CHILD);
    TimelineEntry family = told("EH-CLS-02", "2026-03-10T09:00").id("e").entry();
    TimelineEntry more = told("HOS-WNB-02", "2026-02-20T09:00").id("f").entry();
    Step stronger = RISK.fold(child, recorded(family));
    Step updated = RISK.fold(child, recorded(more));
    assertThat(RISK.explained(stronger.decisions(), stronger.state().entries().values(), AT))
        .filteredOn(Decision.Strengthen.class::isInstance)
        .singleElement()
        .satisfies(
            one ->
                assertThat(((Decision.Strengthen) one).finding().support().smallest())
                    .containsExactly("a", "b", "c", "d"));
    assertThat(RISK.explained(updated.decisions(), updated.state().entries().values(), AT))
        .filteredOn(Decision.Update.class::isInstance)
        .first()
        .satisfies(
            one -> assertThat(((Decision.Update) one).finding().support().smallest()).isNotEmpty());
  }

  @Test
  void anEventWhoseIdentityIsSettledTakesThePlaceOfTheOpenOne() {
    TimelineEntry open = told("EDU-NEG-01", "2026-01-14T09:00").id("a").openIdentity().entry();
    TimelineEntry settled = told("EDU-NEG-01", "2026-01-14T09:00").id("a").entry();
    State state = State.empty(CHILD);
    assertThat(state.with(open).with(settled).entries().values()).containsExactly(settled);
    assertThat(state.with(settled).with(open).entries().values()).containsExactly(settled);
    assertThat(state.with(open).with(open)).isEqualTo(state.with(open));
    TimelineEntry first = new TimelineEntry.Released("a", AT);
    TimelineEntry second = new TimelineEntry.Released("a", AT.plusSeconds(1));
    assertThat(state.with(first).with(second).entries().values()).containsExactly(second);
  }
}
