package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry.Moved.Direction;

/**
 * Following a subject input by input answers as evaluating everything anew does, whatever comes and
 * in whatever order. {@code -Dlaw.seeds=N} tries more.
 */
final class FollowingTest {
  private final RiskPolicy risk = new RiskPolicy(Story.POLICY, Told.CATALOGUE);

  static IntStream seeds() {
    IntStream twoSpellsOfOneName = IntStream.of(289, 384);
    return IntStream.concat(
        IntStream.range(0, Integer.getInteger("law.seeds", 30)), twoSpellsOfOneName);
  }

  private record Arrival(Instant at, TimelineEntry entry) {}

  @ParameterizedTest
  @MethodSource("seeds")
  void everyStepIsThatOfAnEvaluationMadeAnew(int seed) {
    for (SubjectRef subject : Histories.subjects()) {
      Random random = new Random(seed);
      State state = State.empty(subject);
      Following following = risk.follow(state, Instant.EPOCH);
      Set<Deadline> pending = Set.of();
      int n = 0;
      for (Input input : inputs(subject, arrivals(seed, random))) {
        List<Input> all = new ArrayList<>(reached(pending, input.asOf()));
        all.add(input);
        for (Input one : all) {
          Step step = risk.fold(state, one);
          String what = subject.typed() + ", input " + n++ + " " + one;
          assertThat(following.fold(one)).as(what).isEqualTo(step.decisions());
          assertThat(following.explained(step.decisions()))
              .as(what)
              .isEqualTo(
                  risk.explained(step.decisions(), step.state().entries().values(), one.asOf()));
          assertThat(following.findings()).as(what).isEqualTo(step.findings());
          assertThat(following.state()).as(what).isEqualTo(step.state());
          state = step.state();
          pending = Set.copyOf(step.findings().deadlines());
        }
      }
    }
  }

  static IntStream longSeeds() {
    return IntStream.range(0, Math.max(1, Integer.getInteger("law.seeds", 30) / 3));
  }

  /** What happened years before a change is not looked at again, and reads as if it were. */
  @ParameterizedTest
  @MethodSource("longSeeds")
  void aHistoryOfYearsReadsAsOneThatIsEvaluatedAnew(int seed) {
    Random random = new Random(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (TimelineEntry entry : Histories.ofYears(seed)) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        arrivals.add(new Arrival(event.occurredAt().plus(delay(random)), entry));
      }
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    for (SubjectRef subject : List.of(SubjectRef.child("c-1"), SubjectRef.household("h-2"))) {
      Following following = risk.follow(State.empty(subject), Instant.EPOCH);
      List<TimelineEntry> arrived = new ArrayList<>();
      for (Arrival arrival : arrivals) {
        arrived.add(arrival.entry());
        following.fold(new Input.Recorded(arrival.entry().key(), arrival.at(), arrival.entry()));
        if (arrived.size() % 10 == 0) {
          assertThat(following.findings())
              .as(subject.typed() + " after " + arrived.size())
              .isEqualTo(
                  Evaluation.evaluate(
                      Story.POLICY,
                      subject,
                      Timeline.of(subject, arrived, Told.CATALOGUE),
                      arrival.at()));
        }
      }
    }
  }

  /** A host writes down each deadline that has come, and evaluates then. */
  private static List<Input> reached(Set<Deadline> pending, Instant now) {
    return pending.stream()
        .filter(deadline -> !deadline.dueAt().isAfter(now))
        .sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id))
        .<Input>map(
            due ->
                new Input.Recorded(
                    "reached-" + due.id(),
                    due.dueAt(),
                    new TimelineEntry.DeadlineReached(due.id(), due.pattern(), due.dueAt())))
        .toList();
  }

  private static List<Input> inputs(SubjectRef subject, List<Arrival> arrivals) {
    List<Input> inputs = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      String id = "record-" + inputs.size();
      inputs.add(new Input.Recorded(id, arrival.at(), arrival.entry()));
      if (inputs.size() % 17 == 0) {
        inputs.add(new Input.Reevaluated("again-" + subject.ref() + id, arrival.at()));
      }
    }
    return inputs;
  }

  private static List<Arrival> arrivals(int seed, Random random) {
    List<Arrival> arrivals = new ArrayList<>();
    for (TimelineEntry entry : Histories.of(seed)) {
      if (entry instanceof TimelineEntry.Event(var event)) {
        arrivals.add(new Arrival(event.occurredAt().plus(delay(random)), entry));
        if (random.nextInt(10) == 0) {
          arrivals.add(new Arrival(event.occurredAt().plus(Duration.ofDays(30)), entry));
        }
        other(random, event.eventId(), event.occurredAt())
            .ifPresent(
                told -> arrivals.add(new Arrival(event.occurredAt().plus(delay(random)), told)));
      } else {
        arrivals.add(new Arrival(Instant.parse("2026-01-01T00:00:00Z"), entry));
      }
    }
    arrivals.sort(Comparator.comparing(Arrival::at));
    return arrivals;
  }

  private static Duration delay(Random random) {
    return random.nextInt(4) == 0
        ? Duration.ofHours(random.nextInt(24 * 90))
        : Duration.ofMinutes(random.nextInt(120));
  }

  private static Optional<TimelineEntry> other(Random random, String id, Instant at) {
    String another = "e" + random.nextInt(12);
    return switch (random.nextInt(60)) {
      case 0 -> Optional.of(new TimelineEntry.EchoRuling(id, another, random.nextBoolean(), at));
      case 1 -> Optional.of(new TimelineEntry.Released(another, at));
      case 2 ->
          Optional.of(
              new TimelineEntry.DateOfBirth("c-rowan", Sensitive.of(LocalDate.of(2026, 2, 3)), at));
      case 3 -> Optional.of(new TimelineEntry.HouseholdMember("h-2", "c-" + id, at, null, at));
      case 4 ->
          Optional.of(
              new TimelineEntry.Moved(
                  Direction.OUT,
                  SubjectRef.child("c-rowan"),
                  SubjectRef.child("c-other"),
                  Set.of(another),
                  at));
      default -> Optional.empty();
    };
  }
}
