package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.kernel.subject.Scope.HOUSEHOLD;
import static org.safeguardinghub.kernel.subject.Scope.PLACE;

import java.util.List;

/** P07 and P14. */
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

  private static final String[] SAME_PLACE = {
    "VCS-YTH-01",
    "POL-MIS-01",
    "HOM-MIS-01",
    "EDU-EXP-01",
    "EDU-WPN-01",
    "EDU-HSB-01",
    "EDU-ONL-01",
    "POL-MIS-03",
    "POL-EXP-02",
    "HOM-REG-01",
    "CSC-S47-02"
  };

  static final List<Tried> ALL =
      List.of(
          new Tried(
              Recipe.of("P07", HOUSEHOLD, ABUSE)
                  .reads("strangulation", "weapon", "perpetratorAway")
                  .within(14, 30, 90, 365)
                  .aged(-5, 2, 12)
                  .atMost(5),
              AbuseOracle::p07),
          new Tried(
              Recipe.of("P14", PLACE, SAME_PLACE)
                  .reads("harmType", "authorityRef")
                  .alleged(15)
                  .within(14, 90)
                  .atMost(8),
              SettingOracle::p14));

  private ThirdPatterns() {}
}
