package org.safeguardinghub.risk.policy.decide;

import java.util.Optional;
import org.safeguardinghub.risk.policy.finding.Finding;

/**
 * What the hub has said about one finding.
 *
 * @param as what is kept of it
 * @param last the finding as it was said, and its print; empty where only what is kept is known
 */
record Said(PublishedFinding as, Optional<Printed> last) {
  /** A finding as it was said. */
  record Printed(Finding finding, Fingerprint print) {}

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
    return new Printed(
        finding,
        last.map(printed -> Fingerprint.taken(finding, printed.finding(), printed.print()))
            .orElseGet(() -> Fingerprint.taken(finding)));
  }
}
