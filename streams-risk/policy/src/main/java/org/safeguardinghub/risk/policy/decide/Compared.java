package org.safeguardinghub.risk.policy.decide;

import java.util.List;
import java.util.Set;

/**
 * What a comparison of some patterns came to.
 *
 * @param decisions what to publish, in order
 * @param after what will have been said of these patterns then
 * @param told ids of the notices that are new
 */
record Compared(List<Decision> decisions, List<Said> after, Set<String> told) {
  Compared {
    decisions = List.copyOf(decisions);
    after = List.copyOf(after);
    told = Set.copyOf(told);
  }

  List<PublishedFinding> published() {
    return after.stream().map(Said::as).toList();
  }
}
