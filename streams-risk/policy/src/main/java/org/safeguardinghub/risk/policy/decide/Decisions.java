package org.safeguardinghub.risk.policy.decide;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    Compared compared =
        new Comparison(
                policy,
                Turned.whole(
                    published.findings().stream().map(Said::known).toList(), findings.findings()),
                published.noticeIds(),
                findings.notices(),
                pattern ->
                    findings.notices().stream()
                        .filter(notice -> notice.pattern().equals(pattern))
                        .toList(),
                timeline,
                causeRecordId,
                asOf)
            .compared();
    Set<String> told = new HashSet<>(published.noticeIds());
    told.addAll(compared.told());
    return new Decisions(compared.decisions(), new Published(compared.published(), told));
  }
}
