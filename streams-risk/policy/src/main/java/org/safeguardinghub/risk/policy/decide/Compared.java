package org.safeguardinghub.risk.policy.decide;

import java.util.List;
import java.util.Set;

/**
 * What a comparison of some patterns came to.
 *
 * @param decisions what to publish, in order
 * @param after what will have been published of these patterns then
 * @param told ids of the notices that are new
 */
record Compared(List<Decision> decisions, List<PublishedFinding> after, Set<String> told) {
  Compared {
    decisions = List.copyOf(decisions);
    after = List.copyOf(after);
    told = Set.copyOf(told);
  }
}
