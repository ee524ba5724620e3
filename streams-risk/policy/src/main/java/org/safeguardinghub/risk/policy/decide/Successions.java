package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * Which finding goes on what was published: that of the same id and day first, then that of the
 * same id, then the one that shares most evidence. Two spells of one pattern may be named after the
 * same event, so that an id alone does not tell. What was published is always gone on by what it
 * said, in whatever order it is remembered.
 */
final class Successions {
  private final List<Finding> findings;
  private final Set<Said> free;
  private final Map<String, List<Said>> byId = new HashMap<>();
  // A finding is one of these findings; what it says need not be looked at for that.
  private final IdentityHashMap<Finding, Said> pairs = new IdentityHashMap<>();

  private Successions(List<Finding> findings, Set<Said> free) {
    this.findings = findings;
    this.free = free;
    for (Said old : free) {
      byId.computeIfAbsent(old.as().currentId(), _ -> new ArrayList<>(1)).add(old);
    }
  }

  /**
   * What each finding goes on, if anything.
   *
   * @param free what was published; what is gone on is taken out
   */
  static Map<Finding, Said> of(List<Finding> findings, Set<Said> free) {
    Successions successions = new Successions(findings, free);
    successions.pair(finding -> successions.sameId(finding, true));
    successions.pair(finding -> successions.sameId(finding, false));
    successions.pair(successions::closest);
    return successions.pairs;
  }

  private void pair(Function<Finding, Optional<Said>> earlier) {
    for (Finding finding : findings) {
      if (!pairs.containsKey(finding)) {
        earlier
            .apply(finding)
            .ifPresent(
                old -> {
                  pairs.put(finding, old);
                  free.remove(old);
                });
      }
    }
  }

  private Optional<Said> sameId(Finding finding, boolean sameDay) {
    Said first = null;
    for (Said old : byId.getOrDefault(finding.id(), List.of())) {
      if (free.contains(old)
          && samePattern(old.as(), finding)
          && (!sameDay || old.as().date().equals(finding.date()))
          && (first == null || old.as().findingId().compareTo(first.as().findingId()) < 0)) {
        first = old;
      }
    }
    return Optional.ofNullable(first);
  }

  private Optional<Said> closest(Finding finding) {
    return free.stream()
        .filter(old -> share(old.as(), finding))
        .max(
            Comparator.comparingInt((Said old) -> shared(old.as(), finding))
                .thenComparing(old -> old.as().findingId()));
  }

  /** Whether both are of one pattern and have any evidence in common. */
  static boolean share(PublishedFinding old, Finding finding) {
    return samePattern(old, finding) && shared(old, finding) > 0;
  }

  private static boolean samePattern(PublishedFinding old, Finding finding) {
    return old.pattern().equals(finding.pattern()) && old.stage().equals(finding.stage());
  }

  private static int shared(PublishedFinding old, Finding finding) {
    Set<String> both = new HashSet<>(old.evidence());
    both.retainAll(finding.evidenceIds());
    return both.size();
  }
}
