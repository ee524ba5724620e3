package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What social care had open about the child, over time. Its process events count here even where
 * they echo.
 */
final class Episodes {
  private final TreeMap<Instant, Set<EpisodeKind>> open = new TreeMap<>();
  private final TreeMap<Instant, Boolean> activity = new TreeMap<>();
  private final Duration stale;

  Episodes(EpisodeRules rules, List<TimelineEvent> events) {
    stale = Duration.ofDays(rules.staleAfterDays());
    Set<EpisodeKind> now = EnumSet.noneOf(EpisodeKind.class);
    for (TimelineEvent event : events) {
      if (event.context() || !event.readable()) {
        continue;
      }
      boolean touched = rules.activityFamilies().contains(ownFamily(event));
      for (EpisodeRules.Closes closes : rules.closes()) {
        if (closes.events().selects(event.type(), event.sent().attributes())) {
          now.removeAll(closes.kinds());
          touched = true;
        }
      }
      for (EpisodeRules.Opens opens : rules.opens()) {
        if (opens.by(event.type(), event.sent().attributes())) {
          now.add(opens.kind());
          touched = true;
        }
      }
      if (touched) {
        activity.put(event.at(), true);
        open.put(event.at(), Set.copyOf(now));
      }
    }
  }

  // Activity is whoever acted, not where the incident came from.
  private static OriginFamily ownFamily(TimelineEvent event) {
    return event.sent().publisher().family();
  }

  /** What was open at a moment, events of that moment included. */
  Set<EpisodeKind> openAt(Instant moment) {
    var entry = open.floorEntry(moment);
    return entry == null ? Set.of() : entry.getValue();
  }

  /** Whether it was open at a moment and stayed so up to another. */
  boolean openThroughout(EpisodeKind kind, Instant from, Instant to) {
    return openAt(from).contains(kind)
        && open.subMap(from, false, to, true).values().stream()
            .allMatch(kinds -> kinds.contains(kind));
  }

  /**
   * Whether something was open and somebody had touched it lately: then there is a worker to tell.
   */
  boolean activeAt(Instant moment) {
    Instant last = activity.floorKey(moment);
    return !openAt(moment).isEmpty() && last != null && moment.isBefore(last.plus(stale));
  }

  /** What was open, in words. */
  List<String> wordsAt(Instant moment) {
    List<String> words = new ArrayList<>();
    for (EpisodeKind kind : EpisodeKind.values()) {
      if (openAt(moment).contains(kind)) {
        words.add(kind.words());
      }
    }
    return words;
  }
}
