package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** A timeline that takes an event in reads as one that is read anew, and says what changed. */
final class GrowingTimelineTest {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final SubjectRef OTHER = SubjectRef.child("c-other");
  private static final SubjectRef HOUSEHOLD = SubjectRef.household("h-2");

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("law.seeds", 10));
  }

  private static Timeline anew(SubjectRef subject, List<TimelineEntry> entries) {
    return Timeline.of(subject, entries, Told.CATALOGUE);
  }

  private static Timeline of(TimelineEntry... entries) {
    return anew(CHILD, List.of(entries));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatGrewReadsAsWhatIsReadAnew(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      List<TimelineEntry> arriving = Histories.of(seed);
      Collections.shuffle(arriving, new Random(seed));
      List<TimelineEntry> arrived = new ArrayList<>();
      Timeline timeline = anew(subject, arrived);
      for (TimelineEntry entry : arriving) {
        List<TimelineEvent> before = List.copyOf(timeline.events());
        arrived.add(entry);
        Timeline whole = anew(subject, arrived);
        Optional<Change> change =
            entry instanceof TimelineEntry.Event(AttributedEvent event)
                ? timeline.grow(event)
                : Optional.empty();
        if (change.isPresent()) {
          assertThat(timeline.events()).isEqualTo(whole.events());
          says(change.get(), before, whole.events());
        } else {
          assertThat(timeline.events()).isEqualTo(before);
          timeline = whole;
        }
      }
    }
  }

  private static void says(Change change, List<TimelineEvent> before, List<TimelineEvent> after) {
    List<TimelineEvent> gone = new ArrayList<>(before);
    gone.removeAll(after);
    List<TimelineEvent> come = new ArrayList<>(after);
    come.removeAll(before);
    // An incident is named after one of its events: all of them may have another name, no more.
    assertThat(change.gone()).containsExactlyInAnyOrderElementsOf(gone);
    assertThat(change.come()).containsExactlyInAnyOrderElementsOf(come);
    List<Instant> moments = new ArrayList<>();
    gone.forEach(event -> moments.add(event.at()));
    come.forEach(event -> moments.add(event.at()));
    assertThat(change.from()).isEqualTo(Collections.min(moments));
    assertThat(change.since()).isBeforeOrEqualTo(change.from());
  }

  @Test
  void whatBelongsToAnotherIncidentIsNotTouched() {
    Timeline timeline =
        of(
            told("POL-DA-02", "2026-03-01T10:00").id("police").incident("i-1").entry(),
            told("EDU-NEG-01", "2026-03-02T10:00").id("school").entry());
    Change change =
        timeline
            .grow(told("HSG-ASB-01", "2026-03-04T10:00").id("noise").incident("i-1").event())
            .orElseThrow();
    assertThat(change.gone()).isEmpty();
    assertThat(change.come()).extracting(TimelineEvent::id).containsExactly("noise");
    assertThat(change.since()).isEqualTo(Told.moment("2026-03-01T10:00"));
    assertThat(change.from()).isEqualTo(Told.moment("2026-03-04T10:00"));
    assertThat(timeline.events())
        .extracting(TimelineEvent::id)
        .containsExactly("police", "school", "noise");
  }

  @Test
  void whatIsRepeatedYearsLaterReadsAsItDid() {
    Timeline timeline =
        of(told("POL-DA-02", "2019-03-01T10:00").id("police").incident("i-1").entry());

    Change change =
        timeline
            .grow(told("EDU-DA-01", "2026-03-04T10:00").id("echo").echoing("police").event())
            .orElseThrow();

    assertThat(change.gone()).isEmpty();
    assertThat(change.come()).extracting(TimelineEvent::id).containsExactly("echo");
    assertThat(timeline.events())
        .extracting(TimelineEvent::incident)
        .containsExactly("police", "police");
  }

  @Test
  void aCorrectionOfWhatIsAwaitedReadsBothAgain() {
    Timeline timeline =
        of(
            told("ADM-COR-01", "2026-03-03T10:00")
                .id("cor")
                .superseding("police")
                .with("retracts", true)
                .entry());
    Change change =
        timeline.grow(told("POL-DA-02", "2026-03-01T10:00").id("police").event()).orElseThrow();
    assertThat(change.since()).isEqualTo(Told.moment("2026-03-01T10:00"));
    assertThat(timeline.events().getFirst().voided()).isTrue();
    assertThat(timeline.events())
        .isEqualTo(
            of(
                    told("ADM-COR-01", "2026-03-03T10:00")
                        .id("cor")
                        .superseding("police")
                        .with("retracts", true)
                        .entry(),
                    told("POL-DA-02", "2026-03-01T10:00").id("police").entry())
                .events());
  }

  @Test
  void anEchoThatWasAwaitedJoinsWhatItRepeats() {
    Timeline timeline =
        of(told("EDU-DA-01", "2026-03-03T10:00").id("echo").echoing("police").entry());
    assertThat(timeline.grow(told("POL-DA-02", "2026-03-01T10:00").id("police").event()))
        .isPresent();
    assertThat(timeline.events())
        .extracting(TimelineEvent::incident)
        .containsOnly(timeline.events().getFirst().incident());
  }

  @Test
  void aRepeatedIdIsReadAnew() {
    Timeline timeline = of(told("EDU-NEG-01", "2026-03-02T10:00").id("school").entry());
    assertThat(timeline.grow(told("EDU-NEG-01", "2026-03-02T10:00").id("school").event()))
        .isEmpty();
    assertThat(timeline.grow(told("EDU-NEG-01", "2026-03-03T10:00").id("more").event()))
        .isPresent();
    assertThat(timeline.grow(told("EDU-NEG-01", "2026-03-03T10:00").id("more").event())).isEmpty();
  }

  @Test
  void whereAPersonRuledItIsReadAnew() {
    Timeline timeline =
        of(
            told("EDU-NEG-01", "2026-03-02T10:00").id("school").entry(),
            new TimelineEntry.EchoRuling("noise", "school", true, Told.moment("2026-03-05")));
    assertThat(timeline.grow(told("HSG-ASB-01", "2026-03-03T10:00").id("noise").event())).isEmpty();
  }

  @Test
  void whatWasMovedIsReadAnew() {
    Timeline timeline =
        of(
            new TimelineEntry.Moved(
                TimelineEntry.Moved.Direction.OUT,
                CHILD,
                OTHER,
                Set.of("moved"),
                Told.moment("2026-03-05")));
    assertThat(timeline.grow(told("HSG-ASB-01", "2026-03-03T10:00").id("moved").event())).isEmpty();
    assertThat(timeline.grow(told("HSG-ASB-01", "2026-03-03T10:00").id("other").event()))
        .isPresent();
  }

  @Test
  void anotherDateOfBirthIsReadAnewUnlessOneIsSettled() {
    Told school = told("EDU-NEG-01", "2026-03-03T10:00").id("school").born("2020-01-02");
    assertThat(of().grow(school.event())).isEmpty();
    Timeline agreeing =
        of(told("GP-WNB-01", "2026-03-01T10:00").id("gp").born("2020-01-02").entry());
    assertThat(agreeing.grow(school.event())).isPresent();
    Timeline other = of(told("GP-WNB-01", "2026-03-01T10:00").id("gp").born("2020-02-01").entry());
    assertThat(other.grow(school.event())).isEmpty();
    Timeline settled =
        of(
            new TimelineEntry.DateOfBirth(
                CHILD.ref(), Sensitive.of(LocalDate.of(2020, 2, 1)), Told.moment("2026-03-01")));
    assertThat(settled.grow(school.event())).isPresent();
  }

  @Test
  void aHouseholdsNewChildIsReadAnew() {
    Timeline household =
        anew(
            HOUSEHOLD,
            List.of(told("POL-DA-01", "2026-03-01T10:00").id("a").of("c-rowan").entry()));
    assertThat(household.grow(told("POL-DA-01", "2026-03-02T10:00").id("b").of("c-new").event()))
        .isEmpty();
    assertThat(household.grow(told("POL-DA-01", "2026-03-02T10:00").id("c").of("c-rowan").event()))
        .isPresent();
    assertThat(of().grow(told("POL-DA-01", "2026-03-02T10:00").id("d").of("c-new").event()))
        .isPresent();
  }
}
