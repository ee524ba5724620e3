package org.safeguardinghub.risk.policy.decide;

import java.util.List;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What was said of a pattern.
 *
 * @param findings those that it was said of, in order; none where only what is kept is known
 * @param said of each of them; or all that is known, in no order
 */
record Stated(List<Finding> findings, List<Said> said) {
  static final Stated NOTHING = new Stated(List.of(), List.of());

  static Stated known(List<Said> said) {
    return new Stated(List.of(), said);
  }

  /** Whether it is known of which finding each was said. */
  boolean byFinding() {
    return findings.size() == said.size();
  }
}
