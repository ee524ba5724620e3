package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.safeguardinghub.risk.policy.Told.told;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.timeline.Timeline;

class LoadTest {
  private static final Instant AT = Told.moment("2026-06-09T09:00");
  private static final List<Integer> WEIGHTS = List.of(0, 0, 1, 3, 8);

  @Test
  void theLoadFadesAndProtectiveEventsNeverHideTheGravestConcern() {
    Instant first = Told.moment("2026-01-01T00:00");
    Story story = Story.child().given(told("EDU-PHY-01", "2026-01-01T00:00"));
    assertThat(load(story).on(first)).isEqualTo(3);
    story.given(
        told("EDU-PROT-01", "2026-01-01T00:00"),
        told("HOM-PROT-01", "2026-01-01T00:00"),
        told("YJS-PROT-01", "2026-01-01T00:00"));
    assertThat(load(story).on(first)).isEqualTo(3);
    // Half of it after the half-life of its type, 180 days.
    assertThat(load(story).on(first.plus(Duration.ofDays(180)))).isEqualTo(1.5);
  }

  @Test
  void protectiveEventsTakeOffOneEachAndThreeAtMost() {
    Story story =
        Story.child()
            .given(
                told("EDU-PHY-01", "2026-06-09T09:00"),
                told("NUR-PHY-01", "2026-06-09T09:00"),
                told("EDU-PROT-01", "2026-06-09T09:00"));
    assertThat(load(story).on(AT)).isEqualTo(5);
    story.given(
        told("HOM-PROT-01", "2026-06-09T09:00"),
        told("YJS-PROT-01", "2026-06-09T09:00"),
        told("EH-PROT-01", "2026-06-09T09:00"));
    assertThat(load(story).on(AT)).isEqualTo(3);
  }

  @Test
  void ofWhomNothingIsToldThereIsNoLoadAndAFactIsNoConcern() {
    Story story = Story.child();
    assertThat(load(story)).isEqualTo(DecayedLoad.NOTHING);
    story.given(told("EDU-ATT-01", "2026-06-09T08:00"));
    assertThat(load(story)).isEqualTo(DecayedLoad.NOTHING);
    assertThat(DecayedLoad.NOTHING.on(AT)).isZero();
  }

  @Test
  void whatLiesAheadIsNoLoadYet() {
    Timeline timeline =
        Timeline.of(
            SubjectRef.child("c-rowan"),
            List.of(
                told("EDU-PHY-01", "2026-06-09T09:00").entry(),
                told("EDU-PROT-01", "2026-06-10T08:00").entry(),
                told("NUR-PHY-01", "2026-06-10T09:00").entry()),
            Told.CATALOGUE);
    assertThat(Evaluation.of(Story.POLICY, timeline, AT.minusNanos(1)).load())
        .isEqualTo(DecayedLoad.NOTHING);
    DecayedLoad now = Evaluation.of(Story.POLICY, timeline, AT).load();
    assertThat(now.on(AT)).isEqualTo(3);
    assertThat(now.protective()).isZero();
  }

  @Test
  void whatNotEverybodyMaySeeStandsApartWithTheEchoThatItMadeGraver() {
    Story story =
        Story.child()
            .given(
                told("EDU-PHY-01", "2026-06-09T08:00").incident("i-1"),
                told("ED-PHY-01", "2026-06-09T08:30")
                    .level(4)
                    .handled(HandlingClass.H3)
                    .incident("i-1"),
                told("CAM-MH-01", "2026-06-09T09:00"));
    assertThat(load(story).terms())
        .extracting(DecayedLoad.Term::handling)
        .containsExactly(HandlingClass.H2, HandlingClass.H3);
  }

  @Test
  void atEachLaterMomentItIsTheSumOfWhatIsLeftOfEachConcernWhateverElseCameSince() {
    List<EventType> types =
        Told.CATALOGUE.types().stream()
            .filter(type -> type.halfLifeDays().isPresent() && !type.protective())
            // An echo by its nature: it adds to what police told.
            .filter(type -> !type.code().equals("EDU-DA-01"))
            .filter(type -> type.code().startsWith("EDU-") || type.code().startsWith("HV-"))
            .toList();
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Told> told =
          IntStream.range(0, random.nextInt(1, 12))
              .mapToObj(_ -> any(types, random))
              .sorted(
                  (one, other) -> one.event().occurredAt().compareTo(other.event().occurredAt()))
              .toList();
      Story story = Story.child().given(told.toArray(Told[]::new));
      Instant moment = AT.plus(Duration.ofHours(random.nextInt(20_000)));
      assertThat(load(story).on(moment))
          .as(
              "seed %d: %s",
              seed,
              told.stream().map(one -> one.event().type() + one.event().occurredAt()).toList())
          .isCloseTo(told.stream().mapToDouble(one -> left(one, moment)).sum(), within(0.000001));
    }
  }

  private static Told any(List<EventType> types, Random random) {
    return told(
        types.get(random.nextInt(types.size())).code(),
        LocalDateTime.parse("2024-06-09T09:00").plusHours(random.nextInt(17_000)).toString());
  }

  private static double left(Told told, Instant moment) {
    EventType type = Told.CATALOGUE.find(told.event().type()).orElseThrow();
    double days = Duration.between(told.event().occurredAt(), moment).toHours() / 24.0;
    return WEIGHTS.get(told.event().level()) * Math.pow(2, -days / type.halfLifeDays().getAsInt());
  }

  private static DecayedLoad load(Story story) {
    return story.findings().load();
  }
}
