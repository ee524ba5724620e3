package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Evidence;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Support;
import org.safeguardinghub.risk.policy.finding.Without;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;

/**
 * Which of its events a finding needs. Nothing is asserted: events are left out of the subject's
 * log and the finding's pattern is evaluated again.
 *
 * <p>The first try evaluates the pattern over the whole timeline, and each further one what differs
 * from the one before, so this is for what is published, not for every event. A finding that rests
 * on very many events is tried in groups, and what was not tried says so.
 */
public final class Necessity {
  /** Up to so many events each is left out by itself. It bounds work and decides nothing. */
  private static final int ONE_BY_ONE = 4;

  private static final int MOST_TRIES = 60;

  private final Policy policy;
  private final Finding finding;
  private final Timeline timeline;
  private final Instant asOf;
  private final Map<Set<String>, Without> tried = new HashMap<>();
  private @Nullable Evaluation last;

  private Necessity(Policy policy, Finding finding, Timeline timeline, Instant asOf) {
    this.policy = policy;
    this.finding = finding;
    this.timeline = timeline;
    this.asOf = asOf;
  }

  /**
   * What each event does for a finding.
   *
   * @param timeline of the subject, as it gave rise to it
   * @param asOf the moment as of which it was evaluated
   */
  public static Support of(Policy policy, Finding finding, Timeline timeline, Instant asOf) {
    return new Necessity(policy.only(finding.pattern()), finding, timeline, asOf).support();
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
    List<String> kept = begin(latestFirst);
    int piece = kept.size() <= ONE_BY_ONE ? 1 : kept.size() / 2;
    while (true) {
      int before = kept.size();
      for (int from = 0; from < kept.size(); ) {
        List<String> some = kept.subList(from, Math.min(from + piece, kept.size()));
        List<String> rest = new ArrayList<>(kept);
        rest.removeAll(some);
        Optional<Without> outcome = withOnly(rest, latestFirst);
        if (outcome.isEmpty()) {
          return Optional.empty();
        }
        if (sameDay(outcome.get())) {
          kept = rest;
        } else {
          from += piece;
        }
      }
      if (piece == 1 && (kept.size() == before || kept.size() == 1)) {
        return Optional.of(Set.copyOf(kept));
      }
      piece = Math.max(1, piece / 2);
    }
  }

  /** What it was first raised on is mostly enough; where it is not, everything. */
  private List<String> begin(List<String> latestFirst) {
    Set<String> first = Set.copyOf(finding.firings().getFirst().evidence());
    List<String> raisedOn = latestFirst.stream().filter(first::contains).toList();
    return !raisedOn.isEmpty()
            && raisedOn.size() < latestFirst.size()
            && withOnly(raisedOn, latestFirst).filter(Necessity::sameDay).isPresent()
        ? raisedOn
        : latestFirst;
  }

  private Optional<Without> withOnly(List<String> rest, List<String> all) {
    Set<String> out = new HashSet<>(all);
    rest.forEach(out::remove);
    return without(out);
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
    Set<String> evidence = new HashSet<>(finding.evidenceIds());
    evidence.removeAll(events);
    List<Draft> same =
        drafts(timeline.without(events)).stream()
            .filter(other -> other.stage().equals(finding.stage()))
            .filter(other -> other.hasAny(evidence))
            .toList();
    if (same.isEmpty()) {
      return Without.NOT_RAISED;
    }
    return same.stream()
        .filter(other -> other.date().equals(finding.date()))
        .min(Comparator.comparing(Draft::first))
        .map(this::urgency)
        .orElse(Without.ANOTHER_DAY);
  }

  private List<Draft> drafts(Timeline rest) {
    Evaluation known = last;
    if (known == null || !known.turnTo(rest)) {
      known = Evaluation.drafted(policy, rest, asOf);
      last = known;
    }
    return known.drafts(finding.pattern());
  }

  private Without urgency(Draft other) {
    if (other.severity() == finding.severity()) {
      return Without.NO_DIFFERENCE;
    }
    return finding.severity().moreUrgentThan(other.severity())
        ? Without.LESS_URGENT
        : Without.MORE_URGENT;
  }
}
