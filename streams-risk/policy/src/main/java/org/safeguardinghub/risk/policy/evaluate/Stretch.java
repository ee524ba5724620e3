package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, both ends within it. */
record Stretch(Instant from, Instant until) {
  static final Stretch ALWAYS = new Stretch(Instant.MIN, Instant.MAX);
  private static final Comparator<Stretch> BY_BEGINNING = Comparator.comparing(Stretch::from);

  static Stretch of(Instant moment) {
    return new Stretch(moment, moment);
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(until);
  }

  boolean meets(Stretch other) {
    return !from.isAfter(other.until) && !other.from.isAfter(until);
  }

  /**
   * @param others in order, by their beginnings and by their ends
   */
  boolean meetsAny(List<Stretch> others) {
    int low = 0;
    int high = others.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (others.get(middle).until.isBefore(from)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < others.size() && meets(others.get(low));
  }

  /** Both, and what is between them. */
  Stretch and(Stretch other) {
    return new Stretch(InTime.earlier(from, other.from), InTime.later(until, other.until));
  }

  /** The same of two that may not be. */
  static Optional<Stretch> and(Optional<Stretch> one, Optional<Stretch> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get().and(other.get()))
        : one.or(() -> other);
  }

  /** So much earlier a beginning. */
  Stretch earlier(Duration length) {
    return length.isZero() || from.equals(Instant.MIN)
        ? this
        : new Stretch(from.minus(length), until);
  }

  /** So much later an end. */
  Stretch longer(Duration length) {
    return until.equals(Instant.MAX) ? this : new Stretch(from, until.plus(length));
  }

  /** The same time as stretches that do not meet, in order. */
  static List<Stretch> apart(List<Stretch> stretches) {
    List<Stretch> ordered = new ArrayList<>(stretches);
    ordered.sort(BY_BEGINNING);
    List<Stretch> apart = new ArrayList<>(ordered.size());
    for (Stretch next : ordered) {
      if (apart.isEmpty() || !apart.getLast().meets(next)) {
        apart.add(next);
      } else if (next.until.isAfter(apart.getLast().until)) {
        apart.set(apart.size() - 1, new Stretch(apart.getLast().from, next.until));
      }
    }
    return apart;
  }
}
