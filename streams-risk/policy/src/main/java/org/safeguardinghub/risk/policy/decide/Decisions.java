package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.List;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.Timeline;

/**
 * The difference between what was published and what stands.
 *
 * @param inOrder what to publish, in order: strengthened and updated, raised, withdrawn, told
 * @param published what will have been published then
 */
public record Decisions(List<Decision> inOrder, Published published) {
  public Decisions {
    inOrder = List.copyOf(inOrder);
  }

  /** Compares. The timeline only explains what was lost. */
  public static Decisions diff(
      Policy policy,
      Published published,
      Findings findings,
      Timeline timeline,
      String causeRecordId,
      Instant asOf) {
    return new Comparison(policy, published, findings, timeline, causeRecordId, asOf).decisions();
  }
}
