package org.safeguardinghub.risk.policy.decide;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What a comparison of some patterns came to.
 *
 * @param decisions what to publish, in order
 * @param after what will have been published of these patterns then
 * @param told ids of the notices that are new
 * @param known what each finding will have been published as
 */
record Compared(
    List<Decision> decisions,
    List<PublishedFinding> after,
    Set<String> told,
    IdentityHashMap<Finding, PublishedFinding> known) {
  Compared {
    decisions = List.copyOf(decisions);
    after = List.copyOf(after);
    told = Set.copyOf(told);
  }
}
