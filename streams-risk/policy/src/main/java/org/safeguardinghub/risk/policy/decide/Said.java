package org.safeguardinghub.risk.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.policy.evaluate.InCommon;
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

    private Printed next(Finding next, int firings, int evidence) {
      Fingerprint printed = print.next(finding, next, firings, evidence);
      if (firings == told.size() && firings == next.firings().size()) {
        return new Printed(next, printed, told);
      }
      List<String> tokens = new ArrayList<>(next.firings().size());
      tokens.addAll(told.subList(0, firings));
      for (Firing firing : next.firings().subList(firings, next.firings().size())) {
        tokens.add(token(firing));
      }
      return new Printed(next, printed, tokens);
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
    List<Firing> firings = finding.firings();
    int known = InCommon.first(firings, said.finding().firings());
    int seen = InCommon.first(finding.evidence(), said.finding().evidence());
    boolean same = seen == finding.evidence().size() && seen == said.finding().evidence().size();
    return new Next(
        said.next(finding, known, seen),
        firings.subList(known, firings.size()),
        known == firings.size() && known == said.finding().firings().size(),
        same ? as.evidence() : finding.evidenceIds());
  }
}
