package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.kernel.subject.Scope.CHILD;
import static org.safeguardinghub.kernel.subject.Scope.HOUSEHOLD;
import static org.safeguardinghub.kernel.subject.Scope.PLACE;

import java.util.List;

/** P07, P14 to P17 and P37. */
final class ThirdPatterns {
  private static final String[] ABUSE = {
    "POL-DA-01",
    "POL-DA-01",
    "POL-DA-02",
    "POL-DA-03",
    "HV-DA-01",
    "HSG-DA-01",
    "VCS-DA-01",
    "PRB-DA-01"
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

  private static final String[] LEAVING = {
    "EDU-EHE-01",
    "EDU-CME-01",
    "GP-REG-01",
    "HSG-MOV-01",
    "EDU-NEG-01",
    "EDU-NEG-01",
    "EDU-PHY-01",
    "EDU-PHY-01",
    "EDU-ATT-01",
    "HLT-ATT-01",
    "CSC-VIS-01",
    "EDU-TRF-01",
    "GP-REG-02"
  };

  private static final String[] PLANS = {
    "CSC-ICP-01",
    "CSC-CIN-01",
    "CSC-LAC-01",
    "CSC-ASM-02",
    "CSC-CPP-02",
    "CSC-CIN-02",
    "CSC-LAC-03",
    "CSC-VIS-01",
    "CSC-VIS-01",
    "CSC-VIS-02",
    "CSC-VIS-02",
    "HV-VIS-01",
    "HV-PROT-01",
    "EDU-ATT-01"
  };

  private static final String[] ACCOUNTS = {
    "EDU-PHY-01",
    "EDU-PHY-02",
    "NUR-PHY-01",
    "ED-PHY-01",
    "ED-PHY-01",
    "PAE-PHY-01",
    "ED-VIO-01",
    "EDU-ATT-01"
  };

  private static final Recipe ABUSED =
      Recipe.of("P07", HOUSEHOLD, ABUSE).reads("strangulation", "weapon", "perpetratorAway");

  static final List<Tried> ALL =
      List.of(
          new Tried(ABUSED.within(30, 90, 90, 365).atMost(4), AbuseOracle::p07),
          new Tried(
              ABUSED
                  .also("MAT-UNB-01", "MAT-UNB-01", "CSC-UNB-01", "MAT-BIR-01")
                  .within(14, 280, 280, 365)
                  .aged(-5, 2, 12)
                  .atMost(5),
              AbuseOracle::p07),
          new Tried(
              Recipe.of("P14", PLACE, SAME_PLACE)
                  .reads("harmType", "authorityRef")
                  .alleged(15)
                  .within(14, 90)
                  .atMost(8),
              SettingOracle::p14),
          new Tried(
              Recipe.of("P15", CHILD, LEAVING)
                  .reads("acceptedBy")
                  .within(14, 28, 29, 180, 365)
                  .hiding(6)
                  .atMost(9),
              SightOracle::p15),
          new Tried(
              Recipe.of("P16", CHILD, PLANS).reads("outcome").within(1, 3, 14, 28, 43).atMost(7),
              SightOracle::p16),
          new Tried(
              Recipe.of("P17", CHILD, ACCOUNTS)
                  .reads("explanation", "accountsDiffer", "followUpOf", "interpreterReinterview")
                  .within(14, 30, 60)
                  .atMost(5),
              AccountsOracle::p17),
          new Tried(
              Recipe.of("P37", CHILD, "EDU-NEG-01").within(1, 2, 4, 7, 14).atMost(1).disputed(6),
              ClockOracle::p37));

  private ThirdPatterns() {}
}
