package org.safeguardinghub.risk.policy.finding;

import java.util.List;
import org.safeguardinghub.kernel.event.DecayedLoad;

/**
 * What an evaluation says about a subject.
 *
 * @param findings every finding, past ones too, by date and id
 * @param notices every notice, by moment and id
 * @param deadlines what is still pending, by moment
 * @param proposedEchoes questions for a person
 * @param load the display-only load: orders lists within a severity, never fires
 */
public record Findings(
    List<Finding> findings,
    List<Notice> notices,
    List<Deadline> deadlines,
    List<ProposedEcho> proposedEchoes,
    DecayedLoad load) {
  public Findings {
    findings = List.copyOf(findings);
    notices = List.copyOf(notices);
    deadlines = List.copyOf(deadlines);
    proposedEchoes = List.copyOf(proposedEchoes);
  }
}
