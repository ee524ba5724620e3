package org.safeguardinghub.deploy.local.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.deploy.local.story.FindingsBoard.Seen;
import org.safeguardinghub.schemas.RiskDecisionRecord;

/**
 * A finding: what the decisions about it add up to.
 *
 * @param children everybody whom it names
 * @param date day of the evidence that completed it, as it stood last
 * @param severity as it was raised
 * @param raisedAt as of when it was raised
 * @param rises re-fires and rises of severity
 * @param withdrawnAt as of when it was withdrawn; empty while it stands
 */
record ToldFinding(
    String id,
    String pattern,
    String stage,
    Set<String> children,
    LocalDate date,
    String severity,
    Instant raisedAt,
    List<Rise> rises,
    Optional<Instant> withdrawnAt) {
  ToldFinding {
    children = Set.copyOf(children);
    rises = List.copyOf(rises);
  }

  /** A re-fire or a rise of severity, by the day of its evidence. */
  record Rise(LocalDate date, String severity, String how) {}

  /** All findings that were ever raised, in the order of their raising. */
  static List<ToldFinding> of(List<Seen> decisions) {
    Map<String, ToldFinding> standing = new LinkedHashMap<>();
    List<ToldFinding> gone = new ArrayList<>();
    for (Seen seen : decisions) {
      RiskDecisionRecord decision = seen.decision();
      String id =
          decision.getSucceeds().filter(standing::containsKey).orElse(decision.getFindingId());
      switch (decision.getDecision()) {
        case RAISE -> standing.put(id, raised(seen));
        case STRENGTHEN -> standing.computeIfPresent(id, (_, one) -> one.risen(seen));
        case NOTHING -> standing.computeIfPresent(id, (_, one) -> one.updated(seen));
        case WITHDRAW ->
            Optional.ofNullable(standing.remove(id))
                .ifPresent(one -> gone.add(one.withdrawn(decision.getAsOf())));
        case NOTICE, UNKNOWN -> {
          // A notice is no finding.
        }
      }
    }
    List<ToldFinding> all = new ArrayList<>(gone);
    all.addAll(standing.values());
    all.sort(Comparator.comparing(ToldFinding::raisedAt));
    return List.copyOf(all);
  }

  private static ToldFinding raised(Seen seen) {
    RiskDecisionRecord decision = seen.decision();
    return new ToldFinding(
        decision.getFindingId(),
        decision.getPattern(),
        decision.getStage(),
        seen.children(),
        decision.getDate(),
        decision.getSeverity().name(),
        decision.getAsOf(),
        List.of(),
        Optional.empty());
  }

  private ToldFinding risen(Seen seen) {
    RiskDecisionRecord decision = seen.decision();
    List<Rise> more = new ArrayList<>(rises);
    more.add(
        new Rise(decision.getDate(), decision.getSeverity().name(), decision.getHow().orElse("")));
    return with(seen.children(), date, more, withdrawnAt);
  }

  /** A late earlier event may complete it on another day. */
  private ToldFinding updated(Seen seen) {
    return with(seen.children(), seen.decision().getDate(), rises, withdrawnAt);
  }

  private ToldFinding withdrawn(Instant at) {
    return with(children, date, rises, Optional.of(at));
  }

  private ToldFinding with(
      Set<String> named, LocalDate day, List<Rise> risen, Optional<Instant> gone) {
    return new ToldFinding(id, pattern, stage, named, day, severity, raisedAt, risen, gone);
  }

  boolean standing() {
    return withdrawnAt.isEmpty();
  }

  /** For a reader. */
  String words(String subject) {
    String staged = stage.isEmpty() ? pattern : pattern + " " + stage;
    return "%s %s %s %s".formatted(staged, subject, date, severity);
  }
}
