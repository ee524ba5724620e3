package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import org.safeguardinghub.kernel.subject.Scope;

/** P01 to P20, without P07 and P14 to P17. */
final class FirstPatterns {
  private static final String[] INJURIES = {
    "ED-PHY-02", "HV-PHY-01", "EDU-PHY-01", "NUR-PHY-01", "ED-PHY-01", "PAE-PHY-01", "ED-VIO-01"
  };
  private static final String[] JIGSAW = {
    "EDU-NEG-01", "EDU-EMO-01", "HOS-WNB-02", "HSG-DIS-01", "POL-DA-01", "POL-PPN-02", "GP-PAR-01",
    "ED-ATT-01", "CSC-PUB-01", "EH-NEG-01", "POL-SUB-01", "EH-ASM-01", "HSG-MOV-01", "VCS-CHL-01"
  };
  private static final String[] NEGLECT = {
    "EDU-NEG-01",
    "EDU-NEG-02",
    "HV-NEG-01",
    "CSC-NEG-01",
    "HOS-WNB-02",
    "HSG-DIS-01",
    "DEN-NEG-01",
    "POL-NEG-01",
    "EH-NEG-01",
    "CSC-GCP-01",
    "EH-ASM-01",
    "CSC-ASM-02",
    "AMB-NEG-01"
  };
  private static final String[] HUNGER = {
    "EDU-NEG-01",
    "NUR-NEG-01",
    "SCN-NEG-01",
    "HV-NEG-01",
    "PAE-FII-01",
    "EDU-PHY-01",
    "PAE-PHY-01",
    "POL-DA-01",
    "ED-VIO-01"
  };
  private static final String[] NOT_BROUGHT = {
    "GP-WNB-01",
    "HOS-WNB-02",
    "CAM-MH-02",
    "GP-WNB-01",
    "HOS-WNB-02",
    "PAE-PHY-01",
    "EDU-PHY-01",
    "CSC-ICP-01",
    "CSC-CPP-02",
    "CSC-CIN-01",
    "CSC-LAC-01"
  };

  private static final String[] COUNTY_LINES = {
    "POL-MIS-01",
    "HOM-MIS-01",
    "POL-MIS-03",
    "BTP-EXP-01",
    "EDU-EXC-01",
    "EDU-EXC-03",
    "EDU-EXP-01",
    "HOM-EXP-01",
    "EDU-WPN-01",
    "POL-EXP-01",
    "ED-VIO-01",
    "EDU-ABS-03",
    "YJS-EXP-01",
    "VCS-YTH-01"
  };
  private static final String[] SEXUAL_EXPLOITATION = {
    "POL-MIS-01",
    "HOM-MIS-01",
    "POL-MIS-03",
    "HOM-EXP-01",
    "HOM-REG-01",
    "POL-EXP-02",
    "SXH-EXP-02",
    "EDU-ONL-01",
    "POL-ONL-01",
    "VCS-YTH-01"
  };
  private static final String[] THREE_FACTORS = {
    "POL-DA-01",
    "HV-DA-01",
    "GP-PAR-01",
    "ADU-MH-01",
    "ADU-SUB-01",
    "POL-SUB-01",
    "MAT-UNB-01",
    "MAT-BIR-01"
  };
  private static final String[] STEPPED_DOWN = {
    "CSC-REF-02",
    "CSC-ASM-02",
    "CSC-CPP-02",
    "CSC-CIN-02",
    "EH-CLS-02",
    "EDU-NEG-01",
    "POL-PPN-02",
    "ED-ATT-01",
    "EDU-EMO-01",
    "HSG-EVI-01",
    "EDU-PHY-01"
  };

  static final List<Tried> ALL =
      List.of(
          new Tried(
              child("P01", INJURIES)
                  .reads("nonMobile", "birthmarkOpinion")
                  .within(1, 14)
                  .atMost(3)
                  .aged(0, 5, 6, 7),
              new NaiveP01()),
          new Tried(
              child("P02", INJURIES)
                  .reads("followUpOf", "consistentWithAccount", "birthmarkOpinion")
                  .within(14, 365)
                  .atMost(5)
                  .aged(2, 54, 60, 186, 192),
              new NaiveP02()),
          new Tried(
              child("P03", JIGSAW).reads("planProgress").within(14, 30, 60, 90).atMost(10),
              new NaiveP03()),
          new Tried(
              Recipe.of("P03", Scope.UNBORN, JIGSAW).within(14, 30, 60, 90).atMost(10),
              new NaiveP03()),
          new Tried(
              child("P04", NEGLECT)
                  .reads("childImpact", "gcpWorst")
                  .within(14, 42, 60, 90, 180)
                  .atMost(10),
              new NaiveP04()),
          new Tried(
              child("P05", HUNGER).reads("growthFaltering").within(14, 90, 365).inContext(15),
              new NaiveP05()),
          new Tried(
              child("P06", NOT_BROUGHT)
                  .reads(
                      "providerCancelled",
                      "selfBooking",
                      "addressMismatch",
                      "conditionSerious",
                      "longTermCondition")
                  .within(14, 60, 90, 180)
                  .atMost(8)
                  .aged(186, 192),
              new NaiveP06()),
          new Tried(child("P09", "POL-PPN-01").within(14, 60, 90), new NaiveP09()),
          new Tried(
              Recipe.of("P08", Scope.HOUSEHOLD, THREE_FACTORS)
                  .reads("treatment")
                  .within(14, 60, 280, 365)
                  .aged(-5, 18, 24, 60)
                  .atMost(7),
              new NaiveP08()),
          new Tried(
              child("P10", "POL-MIS-01", "POL-MIS-01", "HOM-MIS-01", "POL-MIS-02", "CSC-UAS-01")
                  .reads("whereaboutsKnown")
                  .within(1, 3, 14, 28, 90)
                  .aged(126, 132, 150),
              new NaiveP10()),
          new Tried(
              child("P11", "POL-MIS-01", "POL-MIS-02", "POL-MIS-03", "VCS-RHI-01", "VCS-RHI-02")
                  .within(1, 3)
                  .atMost(7),
              new NaiveP11()),
          new Tried(
              child("P12", COUNTY_LINES)
                  .reads("indicators", "weapon")
                  .within(14, 120)
                  .atMost(8)
                  .aged(120, 168, 180),
              new NaiveP12()),
          new Tried(
              child("P13", SEXUAL_EXPLOITATION)
                  .reads("indicators", "harmType")
                  .within(14, 120)
                  .atMost(8)
                  .aged(120, 186, 192),
              new NaiveP13()),
          new Tried(
              child("P18", "CSC-REF-02", "CSC-REF-02", "CSC-ASM-02", "CSC-REF-01")
                  .reads("outcome", "referrerRef")
                  .within(14, 180, 365)
                  .atMost(9),
              new NaiveP18()),
          new Tried(
              child("P19", STEPPED_DOWN).reads("outcome").within(14, 90).atMost(6), new NaiveP19()),
          new Tried(
              child("P20", "CSC-PUB-01", "VCS-CHL-01").reads("callerRef").within(14, 120).atMost(5),
              new NaiveP20()));

  private FirstPatterns() {}

  private static Recipe child(String pattern, String... codes) {
    return Recipe.of(pattern, Scope.CHILD, codes);
  }
}
