package org.safeguardinghub.risk.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.Told;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What is run follows from what is told; that nothing is missed, the laws of growth hold. */
final class InterestsTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Policy POLICY = PolicyFile.shipped(CATALOGUE);
  private static final Interests INTERESTS = Interests.of(POLICY, CATALOGUE);
  private static final int MANY = 60;

  private static List<TimelineEvent> events(Told... told) {
    List<Told> all = List.of(told);
    return Timeline.of(SubjectRef.child("c-1"), all.stream().map(Told::entry).toList(), CATALOGUE)
        .events();
  }

  private static BitSet concernedBy(List<TimelineEvent> events) {
    return INTERESTS.concernedBy(Scope.CHILD, events, MANY);
  }

  @Test
  void whatLooksAtMoreThanEventsIsRunBeforeAnyIsTold() {
    assertThat(concernedBy(List.of()).cardinality()).isBetween(1, 5);
  }

  @Test
  void oneTypeConcernsFewAndSeveralConcernWhatEachDoes() {
    assertThat(concernedBy(events(told("POL-MIS-01", "2026-03-03T10:00"))).cardinality())
        .isGreaterThan(concernedBy(List.of()).cardinality() + 5);
    for (EventType type : CATALOGUE.types()) {
      BitSet one = concernedBy(events(told(type.code(), "2026-03-02T10:00")));
      assertThat(one.cardinality()).as(type.code()).isLessThan(40);
      BitSet both =
          concernedBy(
              events(
                  told(type.code(), "2026-03-02T10:00"), told("POL-MIS-01", "2026-03-03T10:00")));
      BitSet either = concernedBy(events(told("POL-MIS-01", "2026-03-03T10:00")));
      either.or(one);
      assertThat(both).as(type.code()).isEqualTo(either);
    }
  }

  @Test
  void whereNothingIsKnownOfThePolicyEverythingIsRun() {
    BitSet all = new BitSet();
    all.set(0, MANY);
    assertThat(Interests.UNKNOWN.concernedBy(Scope.CHILD, List.of(), MANY)).isEqualTo(all);
  }
}
