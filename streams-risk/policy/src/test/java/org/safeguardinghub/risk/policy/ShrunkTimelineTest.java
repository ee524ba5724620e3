package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A timeline without some of its events reads as one that never held them. */
final class ShrunkTimelineTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final SubjectRef HOUSEHOLD = SubjectRef.household("h-2");
  private static final Instant AT = Instant.parse("2026-03-10T10:00:00Z");

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 20));
  }

  private static Timeline of(SubjectRef subject, List<TimelineEntry> entries) {
    return Timeline.of(subject, entries, Told.CATALOGUE);
  }

  private static Timeline anewWithout(
      SubjectRef subject, List<TimelineEntry> entries, Set<String> unknown) {
    List<TimelineEntry> rest = new ArrayList<>(entries);
    rest.removeIf(
        entry -> entry instanceof TimelineEntry.Event(var e) && unknown.contains(e.eventId()));
    return of(subject, rest);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void itReadsAsOneReadAnew(int seed) {
    Random random = new Random(seed);
    List<TimelineEntry> entries = new ArrayList<>(Histories.of(seed));
    List<String> ids =
        entries.stream()
            .filter(TimelineEntry.Event.class::isInstance)
            .map(entry -> ((TimelineEntry.Event) entry).event().eventId())
            .toList();
    for (int n = 0; n < 3; n++) {
      String one = ids.get(random.nextInt(ids.size()));
      String other = ids.get(random.nextInt(ids.size()));
      entries.add(new TimelineEntry.EchoRuling(one, other, random.nextBoolean(), AT));
    }
    entries.add(
        new TimelineEntry.Moved(
            TimelineEntry.Moved.Direction.OUT,
            CHILD,
            SubjectRef.child("c-other"),
            Set.of(ids.get(random.nextInt(ids.size()))),
            AT));
    for (SubjectRef subject : Histories.subjects()) {
      Timeline whole = of(subject, entries);
      List<TimelineEvent> before = List.copyOf(whole.events());
      for (int n = 0; n < 10; n++) {
        Set<String> unknown = new HashSet<>();
        ids.stream().filter(_ -> random.nextInt(4) == 0).forEach(unknown::add);
        Timeline anew = anewWithout(subject, entries, unknown);
        Timeline shrunk = whole.without(unknown);
        assertThat(shrunk.events()).isEqualTo(anew.events());
        assertThat(shrunk.childrenAt(AT)).isEqualTo(anew.childrenAt(AT));
        assertThat(shrunk.ofHousehold("h-2").events()).isEqualTo(anew.ofHousehold("h-2").events());
        assertThat(whole.events()).isEqualTo(before);
      }
    }
  }

  @Test
  void whatIsLeftOfAnIncidentIsReadWithoutTheRest() {
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(told("HSG-ASB-01", "2026-03-01T10:00").id("first").incident("i-1").entry());
    entries.add(told("POL-DA-02", "2026-03-02T10:00").id("second").incident("i-1").entry());
    Timeline shrunk = of(CHILD, entries).without(Set.of("first"));
    assertThat(shrunk.events())
        .isEqualTo(anewWithout(CHILD, entries, Set.of("first")).events())
        .extracting(TimelineEvent::id)
        .containsExactly("second");
  }

  @Test
  void anAgeThatNobodyElseToldIsNotKnownAnyMore() {
    AttributedEvent school =
        told("EDU-NEG-01", "2026-03-01T10:00").id("a").born("2018-04-05").event();
    List<TimelineEntry> entries =
        List.of(
            new TimelineEntry.Event(school),
            told("EDU-NEG-01", "2026-03-02T10:00").id("b").entry());
    Timeline whole = of(CHILD, entries);
    assertThat(whole.ages().known("c-rowan")).isTrue();
    assertThat(whole.without(Set.of("b")).ages().known("c-rowan")).isTrue();
    assertThat(whole.without(Set.of("a")).ages().known("c-rowan")).isFalse();
  }

  @Test
  void aChildThatOnlyTheseEventsNamedIsNoneOfTheHousehold() {
    List<TimelineEntry> entries =
        List.of(
            told("POL-DA-01", "2026-03-01T10:00").id("a").of("c-rowan").entry(),
            told("POL-DA-01", "2026-03-02T10:00").id("b").of("c-new").entry());
    assertThat(of(HOUSEHOLD, entries).without(Set.of("b")).childrenAt(AT))
        .containsExactly("c-rowan");
  }
}
