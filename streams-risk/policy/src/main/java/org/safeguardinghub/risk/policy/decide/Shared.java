package org.safeguardinghub.risk.policy.decide;

import org.safeguardinghub.risk.policy.evaluate.InCommon;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What a finding has in common with what was said of it: the same objects, from the first on.
 *
 * @param firings how many firings
 * @param evidence how much evidence
 */
record Shared(Finding said, Finding now, int firings, int evidence) {
  static Shared of(Finding said, Finding now) {
    return new Shared(
        said,
        now,
        InCommon.first(now.firings(), said.firings()),
        InCommon.first(now.evidence(), said.evidence()));
  }

  boolean allFirings() {
    return firings == now.firings().size() && firings == said.firings().size();
  }

  boolean allEvidence() {
    return evidence == now.evidence().size() && evidence == said.evidence().size();
  }
}
