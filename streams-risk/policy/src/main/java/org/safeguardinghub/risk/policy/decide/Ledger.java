package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * What the hub has said about a subject, kept pattern by pattern, so that a comparison looks only
 * at the patterns of which something reads otherwise.
 */
public final class Ledger {
  private final Policy policy;
  private final Map<String, List<PublishedFinding>> findings = new HashMap<>();
  private final Set<String> told;
  // What a finding was published as. The same object reads the same and needs no comparison.
  private final IdentityHashMap<Finding, PublishedFinding> known = new IdentityHashMap<>();

  public Ledger(Policy policy, Published published) {
    this.policy = policy;
    this.told = new HashSet<>(published.noticeIds());
    for (PublishedFinding finding : published.findings()) {
      findings.computeIfAbsent(finding.pattern(), _ -> new ArrayList<>()).add(finding);
    }
  }

  /**
   * Compares what was said of some patterns with what stands of them now, and keeps what will have
   * been said then.
   *
   * @param patterns their ids
   * @return what to publish, in order
   */
  public List<Decision> compare(
      Set<String> patterns, Evaluation evaluation, String causeRecordId, Instant asOf) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    List<PublishedFinding> before = new ArrayList<>();
    patterns.forEach(pattern -> before.addAll(findings.getOrDefault(pattern, List.of())));
    List<Finding> now = evaluation.findings(patterns::contains);
    Compared compared =
        new Comparison(
                policy,
                inOrder(before),
                told,
                known,
                now,
                evaluation.notices(patterns::contains),
                evaluation.timeline(),
                causeRecordId,
                asOf)
            .compared();
    known.values().removeIf(finding -> patterns.contains(finding.pattern()));
    known.putAll(compared.known());
    patterns.forEach(findings::remove);
    for (PublishedFinding finding : compared.after()) {
      findings.computeIfAbsent(finding.pattern(), _ -> new ArrayList<>()).add(finding);
    }
    told.addAll(compared.told());
    return compared.decisions();
  }

  // The order in which findings are withdrawn follows from their ids.
  private static List<PublishedFinding> inOrder(List<PublishedFinding> findings) {
    findings.sort(Comparator.comparing(PublishedFinding::findingId));
    return findings;
  }

  /** All of it. */
  public Published published() {
    List<PublishedFinding> all = new ArrayList<>();
    findings.values().forEach(all::addAll);
    return new Published(all, told);
  }
}
