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
  private final Map<String, Stated> stated = new HashMap<>();
  private final Set<String> told;

  public Ledger(Policy policy, Published published) {
    this.policy = policy;
    this.told = new HashSet<>(published.noticeIds());
    Map<String, List<Said>> known = new HashMap<>();
    for (PublishedFinding finding : published.findings()) {
      known.computeIfAbsent(finding.pattern(), _ -> new ArrayList<>()).add(Said.known(finding));
    }
    known.forEach((pattern, said) -> stated.put(pattern, Stated.known(said)));
  }

  /**
   * Compares what was said of some patterns with what stands of them now, and keeps what will have
   * been said then. What stands as it stood is not looked at.
   *
   * @param patterns their ids
   * @return what to publish, in order
   */
  public List<Decision> compare(
      Set<String> patterns, Evaluation evaluation, String causeRecordId, Instant asOf) {
    if (patterns.isEmpty()) {
      return List.of();
    }
    Turned turned = new Turned();
    for (String pattern : patterns) {
      turned.add(
          pattern, stated.getOrDefault(pattern, Stated.NOTHING), evaluation.findings(pattern));
    }
    Compared compared =
        new Comparison(
                policy,
                turned,
                told,
                evaluation.newNotices(patterns::contains),
                pattern -> evaluation.notices(pattern::equals),
                evaluation.timeline(),
                causeRecordId,
                asOf)
            .compared();
    stated.putAll(turned.stated(compared.after()));
    told.addAll(compared.told());
    return compared.decisions();
  }

  /** All of it. */
  public Published published() {
    List<PublishedFinding> all = new ArrayList<>();
    stated.values().forEach(some -> some.said().forEach(said -> all.add(said.as())));
    return new Published(all, told);
  }
}
