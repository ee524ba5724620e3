package org.safeguardinghub.risk.policy.rule;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;

/**
 * A policy version: everything that a partnership decides about patterns.
 *
 * @param id name of the policy
 * @param version its version
 * @param effectiveFrom first day on which it holds
 * @param countingRoles roles in which an event counts as a concern about the person
 * @param harmedRoles roles in which an injury is the person's own
 * @param refire when a standing finding is told again
 * @param echoHours reports by different agencies within so many hours at one household or place may
 *     be one incident
 * @param lateHours evidence that arrived later than this after it happened was learned late
 * @param protectiveDays how far before a finding protective events are shown with it
 * @param urgentNotice the notice about a concern on which no finding rests
 * @param load the display-only load
 * @param episodes social-care episodes
 * @param texts sentences that every pattern may need
 * @param patterns patterns that are evaluated
 * @param notBuilt patterns of the catalogue that are not evaluated yet
 */
public record Policy(
    String id,
    int version,
    LocalDate effectiveFrom,
    Set<SubjectRole> countingRoles,
    Set<SubjectRole> harmedRoles,
    Refire refire,
    int echoHours,
    int lateHours,
    int protectiveDays,
    UrgentNotice urgentNotice,
    Load load,
    EpisodeRules episodes,
    Texts texts,
    List<Pattern> patterns,
    List<NotBuilt> notBuilt) {
  public Policy {
    countingRoles = Set.copyOf(countingRoles);
    harmedRoles = Set.copyOf(harmedRoles);
    patterns = List.copyOf(patterns);
    notBuilt = List.copyOf(notBuilt);
  }

  /** This policy with one pattern, and those on whose findings it rests. */
  public Policy only(String pattern) {
    Set<String> kept = new HashSet<>(Set.of(pattern));
    // What a pattern rests on stands before it.
    for (Pattern one : patterns.reversed()) {
      if (kept.contains(one.id())) {
        kept.addAll(one.rule().restsOn());
      }
    }
    return new Policy(
        id,
        version,
        effectiveFrom,
        countingRoles,
        harmedRoles,
        refire,
        echoHours,
        lateHours,
        protectiveDays,
        urgentNotice,
        load,
        episodes,
        texts,
        patterns.stream().filter(one -> kept.contains(one.id())).toList(),
        notBuilt);
  }

  /** Whether both find the same, whatever they are called and since when they hold. */
  public boolean sameRulesAs(Policy other) {
    Policy renamed =
        new Policy(
            id,
            version,
            effectiveFrom,
            other.countingRoles,
            other.harmedRoles,
            other.refire,
            other.echoHours,
            other.lateHours,
            other.protectiveDays,
            other.urgentNotice,
            other.load,
            other.episodes,
            other.texts,
            other.patterns,
            other.notBuilt);
    return equals(renamed);
  }

  /**
   * A standing finding is told again on a new origin family, a higher level, or so many new
   * incidents.
   *
   * @param newIncidents incidents since it was last told
   * @param daysBetween least number of elapsed days in between; {@code exempt} and rises of
   *     severity do not wait
   * @param exempt severity that does not wait
   */
  public record Refire(int newIncidents, int daysBetween, Severity exempt) {}

  /**
   * The notice about a counting event of this level on which no finding of its day rests.
   *
   * @param id its name in place of a pattern id
   * @param level level from which it is given
   * @param severity how urgent it is
   */
  public record UrgentNotice(
      String id,
      String title,
      int level,
      Severity severity,
      String because,
      String question,
      String source) {}

  /** Weights by level, and what protective events take off. It orders lists; it never fires. */
  public record Load(
      Map<Integer, Integer> weights, int protective, int protectiveCap, int floorLevel) {
    public Load {
      weights = Map.copyOf(weights);
    }
  }

  /** Sentences with placeholders in braces. */
  public record Texts(
      String ageUnknown,
      String mayBeSame,
      String identityOpen,
      String learnedLate,
      String caseEvidence) {}

  /** A pattern that is not evaluated yet. */
  public record NotBuilt(String id, String title) {}
}
