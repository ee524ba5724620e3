package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.kernel.subject.Scope.HOUSEHOLD;

import java.util.List;

/** P07. */
final class ThirdPatterns {
  private static final String[] ABUSE = {
    "POL-DA-01",
    "POL-DA-02",
    "POL-DA-03",
    "HV-DA-01",
    "HSG-DA-01",
    "VCS-DA-01",
    "PRB-DA-01",
    "MAT-UNB-01",
    "CSC-UNB-01",
    "MAT-BIR-01"
  };

  static final List<Tried> ALL =
      List.of(
          new Tried(
              Recipe.of("P07", HOUSEHOLD, ABUSE)
                  .reads("strangulation", "weapon", "perpetratorAway")
                  .within(14, 30, 90, 365)
                  .aged(-5, 2, 12)
                  .atMost(5),
              AbuseOracle::p07));

  private ThirdPatterns() {}
}
