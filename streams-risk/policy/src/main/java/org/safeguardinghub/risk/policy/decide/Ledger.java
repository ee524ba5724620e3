package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.risk.policy.evaluate.Evaluation;
import org.safeguardinghub.risk.policy.rule.Policy;

/**
 * What the hub has said about a subject, kept pattern by pattern, so that a comparison looks only
 * at the patterns of which something reads otherwise.
 */
public final class Ledger {
  private final Policy policy;
  private final Map<String, List<Said>> findings = new HashMap<>();
  private final Set<String> told;

  public Ledger(Policy policy, Published published) {
    this.policy = policy;
    this.told = new HashSet<>(published.noticeIds());
    for (PublishedFinding finding : published.findings()) {
      keep(Said.known(finding));
    }
  }

  private void keep(Said said) {
    findings.computeIfAbsent(said.as().pattern(), _ -> new ArrayList<>()).add(said);
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
    List<Said> before = new ArrayList<>();
    patterns.forEach(pattern -> before.addAll(findings.getOrDefault(pattern, List.of())));
    Compared compared =
        new Comparison(
                policy,
                before,
                told,
                evaluation.findings(patterns::contains),
                evaluation.newNotices(patterns::contains),
                pattern -> evaluation.notices(pattern::equals),
                evaluation.timeline(),
                causeRecordId,
                asOf)
            .compared();
    patterns.forEach(findings::remove);
    compared.after().forEach(this::keep);
    told.addAll(compared.told());
    return compared.decisions();
  }

  /** All of it. */
  public Published published() {
    List<PublishedFinding> all = new ArrayList<>();
    findings.values().forEach(some -> some.forEach(said -> all.add(said.as())));
    return new Published(all, told);
  }
}
