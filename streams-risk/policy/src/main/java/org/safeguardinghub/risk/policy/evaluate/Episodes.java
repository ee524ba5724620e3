package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.rule.EpisodeKind;
import org.safeguardinghub.risk.policy.rule.EpisodeRules;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.InOrder;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What social care had open about the child, over time. Its process events count here even where
 * they echo. What is about a brother, a sister or a parent opens and closes nothing; it does tell
 * that somebody works with the family.
 */
final class Episodes {
  private final EpisodeRules rules;
  private final Set<SubjectRole> roles;
  private final List<TimelineEvent> touching = new ArrayList<>();
  private final TreeMap<Instant, Set<EpisodeKind>> open = new TreeMap<>();
  private final Duration stale;

  Episodes(Policy policy, List<TimelineEvent> events) {
    this.rules = policy.episodes();
    this.roles = policy.countingRoles();
    this.stale = Duration.ofDays(rules.staleAfterDays());
    for (TimelineEvent event : events) {
      if (touches(rules, event)) {
        touching.add(event);
      }
    }
    readAgain(Instant.MIN, Instant.MAX);
  }

  /**
   * Follows a change of the timeline; answers when something else was open, or somebody worked on
   * it at another time, than before.
   */
  Optional<Stretch> follow(Change change) {
    List<Instant> touched = new ArrayList<>(change.gone().size() + change.come().size());
    for (TimelineEvent gone : change.gone()) {
      if (touches(rules, gone) && InOrder.remove(touching, gone)) {
        touched.add(gone.at());
      }
    }
    for (TimelineEvent come : change.come()) {
      if (touches(rules, come)) {
        InOrder.add(touching, come);
        touched.add(come.at());
      }
    }
    return touched.isEmpty()
        ? Optional.empty()
        : Optional.of(readAgain(Collections.min(touched), Collections.max(touched)));
  }

  // Once the same is open as before, after all that changed, it stays the same.
  private Stretch readAgain(Instant from, Instant upTo) {
    open.subMap(from, true, upTo, true).clear();
    Set<EpisodeKind> now = EnumSet.noneOf(EpisodeKind.class);
    now.addAll(openAt(from));
    int next = InTime.firstFrom(touching, from);
    while (next < touching.size()) {
      Instant moment = touching.get(next).at();
      Set<EpisodeKind> before = open.get(moment);
      for (; next < touching.size() && touching.get(next).at().equals(moment); next++) {
        apply(touching.get(next), now);
      }
      open.put(moment, Set.copyOf(now));
      if (moment.isAfter(upTo) && now.equals(before)) {
        return new Stretch(from, moment);
      }
    }
    return new Stretch(from, Instant.MAX);
  }

  /** Events that may open something, close it, or tell that somebody works on it. */
  static Predicate<TimelineEvent> touching(EpisodeRules rules) {
    return event -> touches(rules, event);
  }

  private static boolean touches(EpisodeRules rules, TimelineEvent event) {
    return !event.context()
        && event.readable()
        && (rules.activityFamilies().contains(ownFamily(event)) || turns(rules, event));
  }

  private static boolean turns(EpisodeRules rules, TimelineEvent event) {
    if (!rules.types().contains(event.type())) {
      return false;
    }
    for (EpisodeRules.Closes closes : rules.closes()) {
      if (closed(closes, event)) {
        return true;
      }
    }
    for (EpisodeRules.Opens opens : rules.opens()) {
      if (opened(opens, event)) {
        return true;
      }
    }
    return false;
  }

  private static boolean closed(EpisodeRules.Closes closes, TimelineEvent event) {
    return closes.events().selects(event.type(), event.sent().attributes());
  }

  private static boolean opened(EpisodeRules.Opens opens, TimelineEvent event) {
    return opens.by(event.type(), event.sent().attributes());
  }

  private void apply(TimelineEvent event, Set<EpisodeKind> now) {
    if (!roles.contains(event.sent().role()) || !rules.types().contains(event.type())) {
      return;
    }
    for (EpisodeRules.Closes closes : rules.closes()) {
      if (closed(closes, event)) {
        closes.kinds().forEach(now::remove);
      }
    }
    for (EpisodeRules.Opens opens : rules.opens()) {
      if (opened(opens, event)) {
        now.add(opens.kind());
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
    Instant last = open.floorKey(moment);
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
