package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Pairs of counting events that may report one incident. They only annotate, until a person rules
 * on them.
 */
final class Echoes {
  /** A pair: the one that was received later may echo the other. */
  record Pair(TimelineEvent later, TimelineEvent earlier) {}

  private Echoes() {}

  static List<Pair> proposed(Scan scan) {
    List<TimelineEvent> events = scan.counting(_ -> true);
    Duration near = Duration.ofHours(scan.policy().echoHours());
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      TimelineEvent one = events.get(i);
      for (int j = i + 1; j < events.size(); j++) {
        TimelineEvent other = events.get(j);
        if (Duration.between(one.at(), other.at()).compareTo(near) > 0) {
          break;
        }
        if (mayBeSame(one, other) && !scan.timeline().ruled(one.id(), other.id())) {
          boolean firstIsLater = one.sent().receivedAt().isAfter(other.sent().receivedAt());
          pairs.add(firstIsLater ? new Pair(one, other) : new Pair(other, one));
        }
      }
    }
    return pairs;
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
