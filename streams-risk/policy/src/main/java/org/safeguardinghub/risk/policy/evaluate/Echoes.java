package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Pairs of counting events that may report one incident. They only annotate, until a person rules
 * on them.
 */
final class Echoes {
  private static final Comparator<Pair> ORDER =
      Comparator.comparing(Pair::first, TimelineEvent.ORDER)
          .thenComparing(Pair::second, TimelineEvent.ORDER);

  /** Two events, in order of occurrence: the one that was received later may echo the other. */
  record Pair(TimelineEvent first, TimelineEvent second) {
    TimelineEvent later() {
      return firstIsLater() ? first : second;
    }

    TimelineEvent earlier() {
      return firstIsLater() ? second : first;
    }

    private boolean firstIsLater() {
      return first.sent().receivedAt().isAfter(second.sent().receivedAt());
    }
  }

  private final Basis basis;
  private final NavigableSet<Pair> pairs = new TreeSet<>(ORDER);

  /** A timeline holds an event once: what rests on it holds the same object. */
  private final IdentityHashMap<TimelineEvent, List<Pair>> byEvent = new IdentityHashMap<>();

  private final IdentityHashMap<Pair, String> words = new IdentityHashMap<>();

  private Echoes(Basis basis) {
    this.basis = basis;
  }

  /** The pairs among the counting events. */
  static Echoes among(Basis basis) {
    Echoes echoes = new Echoes(basis);
    basis.counting().forEach(echoes::look);
    return echoes;
  }

  /**
   * No pairs: they annotate what is written, and where nothing is written nobody looks for them.
   */
  static Echoes notLookedFor(Basis basis) {
    return new Echoes(basis);
  }

  /** What is said of a pair, put into words once. */
  String words(Pair pair, Function<Pair, String> writer) {
    return words.computeIfAbsent(pair, writer);
  }

  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  /** Those that any of these events is in, each once and in order. */
  List<Pair> pairsOf(List<TimelineEvent> events) {
    List<Pair> found = new ArrayList<>();
    if (byEvent.isEmpty()) {
      return found;
    }
    for (TimelineEvent event : events) {
      for (Pair pair : byEvent.getOrDefault(event, List.of())) {
        put(found, pair);
      }
    }
    return found;
  }

  // Of a pair that both are in, each finds it. The events are in order, and nearly the pairs.
  private static void put(List<Pair> found, Pair pair) {
    int place = found.size();
    while (place > 0) {
      int order = ORDER.compare(found.get(place - 1), pair);
      if (order == 0) {
        return;
      }
      if (order < 0) {
        break;
      }
      place--;
    }
    found.add(place, pair);
  }

  private boolean add(Pair pair) {
    boolean added = pairs.add(pair);
    if (added) {
      byEvent.computeIfAbsent(pair.first(), _ -> new ArrayList<>(1)).add(pair);
      byEvent.computeIfAbsent(pair.second(), _ -> new ArrayList<>(1)).add(pair);
    }
    return added;
  }

  private void remove(Pair pair) {
    pairs.remove(pair);
    words.remove(pair);
    forget(pair.first(), pair);
    forget(pair.second(), pair);
  }

  private void forget(TimelineEvent event, Pair pair) {
    byEvent.computeIfPresent(
        event,
        (_, known) -> {
          known.remove(pair);
          return known.isEmpty() ? null : known;
        });
  }

  /** Follows a change; answers with the events of all pairs that came or went. */
  List<TimelineEvent> follow(Change change) {
    List<Pair> changed = new ArrayList<>();
    for (TimelineEvent gone : change.gone()) {
      changed.addAll(byEvent.getOrDefault(gone, List.of()));
    }
    changed.forEach(this::remove);
    for (TimelineEvent come : change.come()) {
      if (basis.counts(come)) {
        changed.addAll(look(come));
      }
    }
    List<TimelineEvent> events = new ArrayList<>();
    changed.forEach(pair -> events.addAll(List.of(pair.first(), pair.second())));
    return events;
  }

  /** Looks at what happened shortly before and after an event. */
  private List<Pair> look(TimelineEvent event) {
    Duration near = Duration.ofHours(basis.policy().echoHours());
    List<Pair> found = new ArrayList<>();
    for (TimelineEvent other :
        InTime.within(basis.counting(), event.at().plus(near), near.multipliedBy(2).plusNanos(1))) {
      if (TimelineEvent.ORDER.compare(event, other) != 0 && mayBeSame(event, other)) {
        boolean before = TimelineEvent.ORDER.compare(event, other) < 0;
        Pair pair = before ? new Pair(event, other) : new Pair(other, event);
        if (!basis.timeline().ruled(event.id(), other.id()) && add(pair)) {
          found.add(pair);
        }
      }
    }
    return found;
  }

  private static boolean mayBeSame(TimelineEvent one, TimelineEvent other) {
    return !one.incident().equals(other.incident())
        && !one.sent().publisher().agency().equals(other.sent().publisher().agency())
        && (same(one.sent().places().household(), other.sent().places().household())
            || same(one.sent().places().place(), other.sent().places().place()));
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && Objects.equals(one, other);
  }
}
