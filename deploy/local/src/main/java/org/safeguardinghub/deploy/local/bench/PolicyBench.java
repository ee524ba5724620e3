package org.safeguardinghub.deploy.local.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.Following;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * How fast one core evaluates: invented children, each with so many events of the catalogue, one
 * fold for each event that arrives, all patterns. Nothing but the pure core. Something is heard of
 * a child every twelve days, over two years at least and a childhood at most: beyond that there is
 * more in a month.
 */
public final class PolicyBench {
  /**
   * What was measured.
   *
   * @param eventsPerSecond events folded in a second
   * @param p50Micros half of the events took no longer
   * @param p99Micros 99 of 100 took no longer
   * @param bytesPerEvent allocated for one event
   * @param decisions decisions taken; tells that something was evaluated
   */
  public record Result(
      int children,
      int eventsEach,
      double eventsPerSecond,
      double p50Micros,
      double p99Micros,
      long bytesPerEvent,
      long decisions) {}

  private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** A child's story is told by few kinds of events, again and again. */
  private static final int TYPES_EACH = 12;

  private static final int ECHOES = 5;
  private static final int CORRECTIONS = 2;
  private static final int DAYS_AN_EVENT = 12;
  private static final int LEAST_DAYS = 730;
  private static final int CHILDHOOD_DAYS = 18 * 365;

  private final RiskPolicy risk;
  private final List<EventType> types;
  private long decisions;

  public PolicyBench(Policy policy, EventCatalogue catalogue) {
    this.risk = new RiskPolicy(policy, catalogue);
    this.types = catalogue.types().stream().filter(type -> !type.adultLane()).toList();
  }

  /** Measures after a warm-up on other children. */
  public Result run(int children, int eventsEach, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    fold(generate(random, Math.max(20, children / 4), eventsEach), new long[0]);
    List<List<AttributedEvent>> timelines = generate(random, children, eventsEach);
    long[] nanos = new long[children * eventsEach];
    decisions = 0;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long begun = System.nanoTime();
    fold(timelines, nanos);
    long took = System.nanoTime() - begun;
    bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
    Arrays.sort(nanos);
    return new Result(
        children,
        eventsEach,
        nanos.length * 1e9 / took,
        nanos[nanos.length / 2] / 1e3,
        nanos[(int) (nanos.length * 0.99)] / 1e3,
        bytes / nanos.length,
        decisions);
  }

  private void fold(List<List<AttributedEvent>> timelines, long[] nanos) {
    int n = 0;
    for (List<AttributedEvent> timeline : timelines) {
      SubjectRef child = SubjectRef.child("c-" + n);
      Following following = risk.follow(State.empty(child), START);
      for (AttributedEvent event : timeline) {
        TimelineEntry entry = new TimelineEntry.Event(event);
        long begun = System.nanoTime();
        var told = following.fold(new Input.Recorded(entry.key(), event.receivedAt(), entry));
        long took = System.nanoTime() - begun;
        decisions += told.size();
        if (nanos.length > 0) {
          nanos[n] = took;
        }
        n++;
      }
    }
  }

  private List<List<AttributedEvent>> generate(
      RandomGenerator random, int children, int eventsEach) {
    List<List<AttributedEvent>> all = new ArrayList<>();
    int days = Math.clamp((long) eventsEach * DAYS_AN_EVENT, LEAST_DAYS, CHILDHOOD_DAYS);
    for (int c = 0; c < children; c++) {
      int oldest = (CHILDHOOD_DAYS - days) / 365;
      LocalDate born = LocalDate.of(2024 - random.nextInt(oldest + 1), 1 + random.nextInt(12), 15);
      long[] seconds =
          random.longs(eventsEach, 0, Duration.ofDays(days).toSeconds()).sorted().toArray();
      List<EventType> story =
          random.ints(TYPES_EACH, 0, types.size()).mapToObj(types::get).toList();
      List<AttributedEvent> events = new ArrayList<>();
      for (int i = 0; i < eventsEach; i++) {
        EventType type = story.get(random.nextInt(TYPES_EACH));
        Instant at = START.plusSeconds(seconds[i]);
        String id = "e" + c + "-" + i;
        events.add(event(random, type, id, born, at, links(random, at, events)));
      }
      events.sort(Comparator.comparing(AttributedEvent::receivedAt));
      all.add(events);
    }
    return all;
  }

  /** Of a hundred events five repeat an earlier one, and two correct one. */
  private static AttributedEvent.Links links(
      RandomGenerator random, Instant at, List<AttributedEvent> before) {
    int chance = random.nextInt(100);
    if (before.isEmpty() || chance >= ECHOES + CORRECTIONS) {
      return random.nextInt(4) == 0
          ? new AttributedEvent.Links("i-" + at.getEpochSecond() / 86_400, null, null)
          : AttributedEvent.Links.NONE;
    }
    String earlier = before.get(random.nextInt(before.size())).eventId();
    return chance < ECHOES
        ? new AttributedEvent.Links(null, earlier, null)
        : new AttributedEvent.Links(null, null, earlier);
  }

  private static AttributedEvent event(
      RandomGenerator random,
      EventType type,
      String id,
      LocalDate born,
      Instant at,
      AttributedEvent.Links links) {
    boolean context = random.nextInt(5) == 0;
    return new AttributedEvent(
        id,
        "r-" + id,
        0,
        "feed-" + type.family(),
        new Publisher("agency-" + type.family() + random.nextInt(2), type.family()),
        type.code(),
        SubjectRole.HARMED,
        new AttributedEvent.Whose(
            "p-1", true, context ? Set.of("c-sibling") : Set.<String>of(), context),
        new AttributedEvent.Places("h-1", null, null, null),
        at,
        at.plus(Duration.ofHours(random.nextInt(48))),
        links,
        type.defaultLevel(),
        Assertion.REPORTED,
        type.handling(),
        true,
        Map.of(),
        context ? null : Sensitive.of(born));
  }
}
