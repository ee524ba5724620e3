package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Support;
import org.safeguardinghub.risk.policy.finding.Without;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Which of its events a finding needs. Nothing is asserted: events are left out of the subject's
 * log and the finding's pattern is evaluated again.
 *
 * <p>Each try evaluates the pattern over the whole timeline, so this is for what is published, not
 * for every event. A finding that rests on very many events is tried in groups, and what was not
 * tried says so.
 */
public final class Necessity {
  /** Up to so many events each is left out by itself. It bounds work and decides nothing. */
  private static final int ONE_BY_ONE = 16;

  private static final int MOST_TRIES = 60;

  private final Policy policy;
  private final Finding finding;
  private final Collection<TimelineEntry> entries;
  private final EventCatalogue catalogue;
  private final Instant asOf;
  private final Map<Set<String>, Without> tried = new HashMap<>();

  private Necessity(
      Policy policy,
      Finding finding,
      Collection<TimelineEntry> entries,
      EventCatalogue catalogue,
      Instant asOf) {
    this.policy = policy;
    this.finding = finding;
    this.entries = entries;
    this.catalogue = catalogue;
    this.asOf = asOf;
  }

  /**
   * What each event does for a finding.
   *
   * @param entries the subject's log that gave rise to it
   * @param asOf the moment as of which it was evaluated
   */
  public static Support of(
      Policy policy,
      Finding finding,
      Collection<TimelineEntry> entries,
      EventCatalogue catalogue,
      Instant asOf) {
    Policy asked = policy.only(finding.pattern());
    return new Necessity(asked, finding, entries, catalogue, asOf).support();
  }

  private Support support() {
    // The latest is tried first: what the pattern had before it is kept as long as possible.
    List<String> latestFirst =
        finding.evidence().stream()
            .sorted(
                Comparator.comparing(Evidence::occurredAt)
                    .thenComparing(Evidence::eventId)
                    .reversed())
            .map(Evidence::eventId)
            .distinct()
            .toList();
    Optional<Set<String>> smallest = smallest(latestFirst);
    Map<String, Without> without = new HashMap<>();
    if (latestFirst.size() <= ONE_BY_ONE) {
      latestFirst.forEach(id -> without.put(id, without(Set.of(id)).orElse(Without.NOT_TRIED)));
    } else {
      Set<String> kept = smallest.orElse(Set.of());
      kept.forEach(id -> without.put(id, without(Set.of(id)).orElse(Without.NOT_TRIED)));
      inGroups(latestFirst.stream().filter(id -> !kept.contains(id)).toList(), without);
    }
    return new Support(without, smallest.orElse(Set.of()));
  }

  /**
   * Leaves out as much as possible, large pieces first, until nothing more can be left out; empty
   * where that takes too many tries.
   */
  private Optional<Set<String>> smallest(List<String> latestFirst) {
    List<String> kept = latestFirst;
    int piece = Math.max(1, kept.size() / 2);
    while (true) {
      int before = kept.size();
      for (int from = 0; from < kept.size(); ) {
        List<String> some = kept.subList(from, Math.min(from + piece, kept.size()));
        List<String> rest = new ArrayList<>(kept);
        rest.removeAll(some);
        Set<String> out = new HashSet<>(latestFirst);
        rest.forEach(out::remove);
        Optional<Without> outcome = without(out);
        if (outcome.isEmpty()) {
          return Optional.empty();
        }
        if (sameDay(outcome.get())) {
          kept = rest;
        } else {
          from += piece;
        }
      }
      if (piece == 1 && kept.size() == before) {
        return Optional.of(Set.copyOf(kept));
      }
      piece = Math.max(1, piece / 2);
    }
  }

  private void inGroups(List<String> group, Map<String, Without> without) {
    if (group.isEmpty()) {
      return;
    }
    Optional<Without> outcome = without(Set.copyOf(group));
    if (group.size() == 1) {
      without.put(group.getFirst(), outcome.orElse(Without.NOT_TRIED));
    } else if (outcome.isEmpty()) {
      group.forEach(id -> without.put(id, Without.NOT_TRIED));
    } else if (outcome.get() == Without.NO_DIFFERENCE) {
      group.forEach(id -> without.put(id, Without.NO_DIFFERENCE_TOGETHER));
    } else {
      inGroups(group.subList(0, group.size() / 2), without);
      inGroups(group.subList(group.size() / 2, group.size()), without);
    }
  }

  private static boolean sameDay(Without outcome) {
    return switch (outcome) {
      case LESS_URGENT, MORE_URGENT, NO_DIFFERENCE, NO_DIFFERENCE_TOGETHER -> true;
      case NOT_RAISED, ANOTHER_DAY, NOT_TRIED -> false;
    };
  }

  /** What it would be without these events; empty once there were too many tries. */
  private Optional<Without> without(Set<String> events) {
    if (!tried.containsKey(events) && tried.size() < MOST_TRIES) {
      tried.put(events, evaluate(events));
    }
    return Optional.ofNullable(tried.get(events));
  }

  private Without evaluate(Set<String> events) {
    List<TimelineEntry> rest =
        entries.stream()
            .filter(
                entry ->
                    !(entry instanceof TimelineEntry.Event(var event)
                        && events.contains(event.eventId())))
            .toList();
    Timeline timeline = Timeline.of(finding.subject(), rest, catalogue);
    Set<String> evidence = new HashSet<>(finding.evidenceIds());
    evidence.removeAll(events);
    List<Finding> same =
        Evaluation.findings(policy, timeline, asOf).stream()
            .filter(other -> other.pattern().equals(finding.pattern()))
            .filter(other -> other.stage().equals(finding.stage()))
            .filter(other -> other.evidenceIds().stream().anyMatch(evidence::contains))
            .toList();
    if (same.isEmpty()) {
      return Without.NOT_RAISED;
    }
    return same.stream()
        .filter(other -> other.date().equals(finding.date()))
        .findFirst()
        .map(this::urgency)
        .orElse(Without.ANOTHER_DAY);
  }

  private Without urgency(Finding other) {
    if (other.severity() == finding.severity()) {
      return Without.NO_DIFFERENCE;
    }
    return finding.severity().moreUrgentThan(other.severity())
        ? Without.LESS_URGENT
        : Without.MORE_URGENT;
  }
}
