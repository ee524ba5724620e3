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

    /** The next one, at the cost of what differs. */
    private Printed next(Finding next) {
      int known = InCommon.first(next.firings(), finding.firings());
      List<String> tokens = new ArrayList<>(next.firings().size());
      tokens.addAll(told.subList(0, known));
      next.firings().stream().skip(known).map(Said::token).forEach(tokens::add);
      return new Printed(next, Fingerprint.taken(next, finding, print), tokens);
    }
  }

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

  /** A finding that goes on from this one, with its print. */
  Printed goesOn(Finding finding) {
    return last.map(printed -> printed.next(finding)).orElseGet(() -> Printed.of(finding));
  }

  /** Its firings from the first on that was not said; all where nobody knows. */
  List<Firing> since(Finding finding) {
    List<Firing> firings = finding.firings();
    int known = last.map(one -> InCommon.first(firings, one.finding().firings())).orElse(0);
    return firings.subList(known, firings.size());
  }

  /** Whether these very firings were said, and no others. */
  boolean told(List<Firing> firings) {
    return last.map(one -> InCommon.all(firings, one.finding().firings())).orElse(false);
  }

  /** The ids of its evidence, where the same was said. */
  Optional<Set<String>> evidence(Finding finding) {
    return last.filter(one -> InCommon.all(finding.evidence(), one.finding().evidence()))
        .map(_ -> as.evidence());
  }
}
