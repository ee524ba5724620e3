package org.safeguardinghub.risk.policy.timeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What persons ruled on whether one event repeats another: the latest word on each pair. */
final class Rulings {
  private final Map<String, TimelineEntry.EchoRuling> latest = new HashMap<>();

  Rulings(List<TimelineEntry.EchoRuling> all) {
    for (TimelineEntry.EchoRuling ruling : all) {
      latest.merge(
          pair(ruling.eventId(), ruling.echoOf()),
          ruling,
          (one, other) -> other.at().isBefore(one.at()) ? one : other);
    }
  }

  boolean none() {
    return latest.isEmpty();
  }

  Collection<TimelineEntry.EchoRuling> all() {
    return latest.values();
  }

  /** Whether there is one on this pair, either way. */
  boolean on(String eventId, String other) {
    return latest.containsKey(pair(eventId, other)) || latest.containsKey(pair(other, eventId));
  }

  private static String pair(String eventId, String echoOf) {
    return eventId + '|' + echoOf;
  }
}
