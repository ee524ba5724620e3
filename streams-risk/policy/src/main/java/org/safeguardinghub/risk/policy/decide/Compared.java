package org.safeguardinghub.risk.policy.decide;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What a comparison of some patterns came to.
 *
 * @param decisions what to publish, in order
 * @param after what will have been said of each finding then; it is told by what it is
 * @param told ids of the notices that are new
 */
record Compared(List<Decision> decisions, Map<Finding, Said> after, Set<String> told) {
  Compared {
    decisions = List.copyOf(decisions);
    after = Collections.unmodifiableMap(after);
    told = Set.copyOf(told);
  }

  List<PublishedFinding> published() {
    return after.values().stream().map(Said::as).toList();
  }
}
