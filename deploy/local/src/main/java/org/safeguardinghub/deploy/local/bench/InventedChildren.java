package org.safeguardinghub.deploy.local.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;

/**
 * Invents children for measurements, each with so many events of the catalogue. Something is heard
 * of a child every twelve days, over two years at least and a childhood at most: beyond that there
 * is more in a month.
 */
public final class InventedChildren {
  /** Before anything was heard of anybody. */
  static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** A child's story is told by few kinds of events, again and again. */
  private static final int TYPES_EACH = 12;

  private static final int ECHOES = 5;
  private static final int CORRECTIONS = 2;
  private static final int DAYS_AN_EVENT = 12;
  private static final int LEAST_DAYS = 730;
  private static final int CHILDHOOD_DAYS = 18 * 365;

  private final RandomGenerator random;
  private final List<EventType> types;

  /**
   * One child.
   *
   * @param events in order of receipt
   */
  public record Child(SubjectRef subject, List<AttributedEvent> events) {
    public Child {
      events = List.copyOf(events);
    }
  }

  public InventedChildren(EventCatalogue catalogue, long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.types = catalogue.types().stream().filter(type -> !type.adultLane()).toList();
  }

  /** The next children; those of different calls share references, not stories. */
  public List<Child> next(int children, int eventsEach) {
    List<Child> all = new ArrayList<>();
    int days = Math.clamp((long) eventsEach * DAYS_AN_EVENT, LEAST_DAYS, CHILDHOOD_DAYS);
    for (int c = 0; c < children; c++) {
      all.add(new Child(SubjectRef.child("c-" + c), events(c, eventsEach, days)));
    }
    return all;
  }

  private List<AttributedEvent> events(int child, int count, int days) {
    int oldest = (CHILDHOOD_DAYS - days) / 365;
    LocalDate born = LocalDate.of(2024 - random.nextInt(oldest + 1), 1 + random.nextInt(12), 15);
    long[] seconds = random.longs(count, 0, Duration.ofDays(days).toSeconds()).sorted().toArray();
    List<EventType> story = random.ints(TYPES_EACH, 0, types.size()).mapToObj(types::get).toList();
    List<AttributedEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EventType type = story.get(random.nextInt(TYPES_EACH));
      Instant at = START.plusSeconds(seconds[i]);
      String id = "e" + child + "-" + i;
      events.add(event(type, id, born, at, links(at, events)));
    }
    events.sort(Comparator.comparing(AttributedEvent::receivedAt));
    return events;
  }

  /** Of a hundred events five repeat an earlier one, and two correct one. */
  private AttributedEvent.Links links(Instant at, List<AttributedEvent> before) {
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

  private AttributedEvent event(
      EventType type, String id, LocalDate born, Instant at, AttributedEvent.Links links) {
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
