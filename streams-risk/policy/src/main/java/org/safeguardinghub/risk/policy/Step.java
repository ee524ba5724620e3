package org.safeguardinghub.risk.policy;

import java.util.List;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Findings;

/**
 * The answer to one input.
 *
 * @param state the state to keep
 * @param decisions what to publish, in this order
 * @param findings the whole evaluation; its deadlines replace those that the host keeps for the
 *     subject
 */
public record Step(State state, List<Decision> decisions, Findings findings) {
  public Step {
    decisions = List.copyOf(decisions);
  }
}
