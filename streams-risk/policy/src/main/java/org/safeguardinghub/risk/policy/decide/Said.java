package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Firing;

/**
 * What the hub has said about one finding.
 *
 * @param as what is kept of it
 * @param last the finding as it was said, and its print; empty where only what is kept is known
 */
record Said(PublishedFinding as, Optional<Printed> last) {
  /**
   * A finding as it was said.
   *
   * @param told each of its firings, as date and how
   */
  record Printed(Finding finding, Fingerprint print, List<String> told) {
    static Printed of(Finding finding) {
      return new Printed(
          finding,
          Fingerprint.taken(finding),
          finding.firings().stream().map(Said::token).toList());
    }

    private Printed next(Shared shared, List<Firing> since) {
      List<String> tokens = told;
      if (!shared.allFirings()) {
        tokens = new ArrayList<>(told.subList(0, shared.firings()));
        since.stream().map(Said::token).forEach(tokens::add);
      }
      return new Printed(shared.now(), print.next(shared), tokens);
    }
  }

  /**
   * A finding that goes on from what was said.
   *
   * @param since its firings from the first on that was not said
   * @param told whether its firings were said, and no others
   * @param evidence ids of its evidence
   */
  record Next(Printed printed, List<Firing> since, boolean told, Set<String> evidence) {}

  static String token(Firing firing) {
    return firing.date() + " " + firing.how() + " " + firing.severity();
  }

  static Said known(PublishedFinding as) {
    return new Said(as, Optional.empty());
  }

  /** Whether this very finding was said. The same object reads the same and is not compared. */
  @SuppressWarnings("ReferenceEquality") // As said above.
  boolean is(Finding finding) {
    return last.filter(printed -> printed.finding() == finding).isPresent();
  }

  /** A finding that goes on from this one, at the cost of what differs. */
  Next next(Finding finding) {
    if (last.isEmpty()) {
      return new Next(Printed.of(finding), finding.firings(), false, finding.evidenceIds());
    }
    Printed said = last.get();
    Shared shared = Shared.of(said.finding(), finding);
    List<Firing> since = finding.firings().subList(shared.firings(), finding.firings().size());
    return new Next(
        said.next(shared, since),
        since,
        shared.allFirings(),
        shared.allEvidence() ? as.evidence() : finding.evidenceIds());
  }
}
