package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.kernel.subject.Scope.ADULT;
import static org.safeguardinghub.kernel.subject.Scope.CHILD;
import static org.safeguardinghub.kernel.subject.Scope.HOUSEHOLD;
import static org.safeguardinghub.kernel.subject.Scope.SETTING;
import static org.safeguardinghub.kernel.subject.Scope.UNBORN;

import java.util.List;
import java.util.stream.Stream;

/** P21 to P40, without P37. */
final class SecondPatterns {
  private static final String[] ADULT_AND_HARM = {
    "CSC-PAR-02",
    "CSC-PAR-02",
    "EDU-NEG-02",
    "EDU-PHY-01",
    "ED-PHY-01",
    "PAE-PHY-01",
    "POL-DA-01",
    "HV-DA-01"
  };
  private static final String[] SELF_HARM = {
    "EDU-MH-01", "HOM-MH-01", "ED-MH-01", "ED-MH-01", "CAM-MH-02", "CAM-MH-02"
  };
  private static final String[] ABUSE = {
    "EDU-SEX-01",
    "EDU-SEX-01",
    "POL-SEX-01",
    "EDU-SEX-02",
    "EDU-SEX-02",
    "SCN-NEG-01",
    "HLT-ATT-01",
    "PAE-PHY-01"
  };
  private static final String[] TRAVEL = {
    "EDU-FM-01",
    "EDU-FGM-01",
    "POL-HBA-01",
    "MAT-FGM-01",
    "EDU-ABS-01",
    "EDU-ATT-01",
    "GP-REG-01",
    "EDU-EHE-01"
  };
  private static final String[] MOVES = {
    "HSG-MOV-01",
    "HSG-TA-01",
    "HSG-TA-01",
    "GP-REG-02",
    "EDU-ATT-01",
    "EDU-NEG-01",
    "HSG-DA-01",
    "CSC-LAC-02",
    "CSC-ICP-01",
    "CSC-CPP-02"
  };
  private static final String[] PLACEMENTS = {
    "CSC-LAC-01",
    "YJS-REM-01",
    "CSC-LAC-02",
    "CSC-LAC-02",
    "CSC-LAC-02",
    "CSC-LAC-02",
    "CSC-LAC-02",
    "CSC-LAC-03",
    "POL-MIS-01",
    "POL-MIS-01",
    "EDU-MH-01",
    "EDU-MH-01",
    "POL-VIO-01"
  };
  private static final String[] PREGNANCY = {
    "MAT-UNB-01",
    "MAT-UNB-01",
    "MAT-UNB-02",
    "POL-DA-02",
    "GP-PAR-01",
    "ADU-MH-01",
    "POL-SUB-01",
    "ADU-SUB-01",
    "CSC-UNB-01"
  };
  private static final String[] ALLEGATIONS = {
    "LAD-LOW-01", "LAD-LOW-01", "LAD-ALG-01", "HOM-ALG-01", "FOS-ALG-01", "LAD-OUT-01", "LAD-OUT-01"
  };
  private static final String[] CLOCKS = {
    "CSC-REF-01", "CSC-ASM-01", "CSC-ASM-02", "CSC-REF-02", "CSC-S47-01", "CSC-S47-03",
        "CSC-STR-01",
    "CSC-ICP-01", "POL-PRO-01", "CSC-EPO-01", "CSC-VIS-01", "CSC-PFA-01", "ED-PHY-02", "EDU-PHY-01",
    "PAE-PHY-01"
  };
  private static final String[] REFERRALS = {
    "CSC-REF-01", "CSC-REF-01", "CSC-REF-01", "CSC-REF-02", "CSC-ASM-01", "CSC-S47-02", "CSC-UNB-01"
  };
  private static final String[] DANGEROUS = {
    "POL-OFF-01", "PRB-PAR-01", "PRB-DA-01", "CSC-REF-01", "CSC-STR-01", "CSC-VIS-01"
  };
  private static final String[] CHAOS = {
    "HSG-EVI-01",
    "HSG-TA-01",
    "HSG-OVC-01",
    "HSG-DIS-01",
    "POL-DA-02",
    "GP-PAR-01",
    "ADU-SUB-01",
    "HV-PROT-01",
    "HV-PROT-01",
    "MAT-BIR-01"
  };
  private static final String[] GRAVE = {
    "ED-PHY-02",
    "EDU-SEX-01",
    "POL-DA-03",
    "CSC-S47-02",
    "HOM-REG-01",
    "CSC-VIS-01",
    "CSC-VIS-01",
    "CSC-STR-01"
  };
  private static final String[] ABSENCE = {
    "EDU-ABS-02", "EDU-ABS-03", "HSG-DIS-01", "POL-DA-01", "GP-REG-01"
  };
  private static final String[] PUSHED_OUT = {
    "EDU-EXC-01",
    "EDU-EXC-01",
    "EDU-EXC-02",
    "EDU-EXC-03",
    "POL-VIO-01",
    "POL-MIS-01",
    "POL-ENC-01",
    "YJS-OFF-01",
    "BTP-EXP-01",
    "EDU-EXP-01"
  };
  private static final String[] GOOD = {
    "CSC-VIS-01",
    "EDU-PROT-01",
    "HV-PROT-01",
    "EH-CLS-01",
    "EH-CLS-01",
    "EH-CLS-01",
    "EH-PROT-01",
    "EDU-ATT-01",
    "EDU-NEG-01"
  };

  static final List<Tried> ALL =
      Stream.of(harm(), moves(), births(), settings(), clocks(), households(), lives())
          .flatMap(List::stream)
          .toList();

  private SecondPatterns() {}

  private static List<Tried> harm() {
    Recipe adult =
        Recipe.of("P21", CHILD, ADULT_AND_HARM)
            .reads("newPartner", "birthmarkOpinion")
            .within(14, 180)
            .aged(52, 60)
            .inContext(20);
    return List.of(
        new Tried(adult, HarmOracle::p21),
        new Tried(adult.on(HOUSEHOLD), HarmOracle::p21),
        new Tried(
            Recipe.of("P24", CHILD, SELF_HARM).reads("intent").within(14, 30, 30, 90),
            HarmOracle::p24),
        new Tried(
            Recipe.of("P34", CHILD, ABUSE)
                .reads("genitalSign")
                .within(14, 180, 180)
                .retracting(25)
                .atMost(5),
            HarmOracle::p34),
        new Tried(
            Recipe.of("P35", CHILD, TRAVEL).reads("travelSign").within(14, 42), HarmOracle::p35));
  }

  private static List<Tried> moves() {
    return List.of(
        new Tried(
            Recipe.of("P22", HOUSEHOLD, MOVES)
                .reads("dwellingRef", "authorityRef", "schoolRef", "councilArranged")
                .within(14, 90, 365)
                .atMost(9),
            HouseholdOracle::p22),
        new Tried(
            Recipe.of("P38", CHILD, PLACEMENTS)
                .reads("placementRef", "planned")
                .within(14, 60, 60, 365)
                .atMost(14),
            LifeOracle::p38));
  }

  private static List<Tried> births() {
    Recipe expected =
        Recipe.of("P23", UNBORN, PREGNANCY)
            .reads("previousChildRemoved", "motherLookedAfter")
            .within(7, 14, 56, 280)
            .inContext(30);
    return List.of(
        new Tried(expected, BirthOracle::p23),
        new Tried(
            expected
                .on(CHILD)
                .aged(-6, -2, 0)
                .also("MAT-BIR-01", "MAT-UNB-02", "MAT-UNB-02", "POL-DA-01"),
            BirthOracle::p23));
  }

  private static List<Tried> settings() {
    Recipe behaviour =
        Recipe.of("P26", SETTING, "EDU-HSB-01")
            .reads("allegedRef")
            .alleged(30)
            .within(14, 120)
            .atMost(7);
    return List.of(
        new Tried(
            Recipe.of("P25", SETTING, "EDU-MH-01", "ED-MH-01", "HOM-MH-01")
                .within(14, 30)
                .atMost(9),
            SettingOracle::p25),
        new Tried(behaviour, SettingOracle::p26),
        new Tried(
            behaviour
                .on(CHILD)
                .alleged(70)
                .also("EDU-HSB-01", "EDU-HSB-01", "CSC-CIN-01", "YJS-OFF-01", "CSC-CIN-02")
                .reads("planFor")
                .within(14, 60, 120),
            SettingOracle::p26),
        new Tried(
            Recipe.of("P27", ADULT, ALLEGATIONS).reads("finding").within(14, 200, 730),
            SettingOracle::p27),
        new Tried(
            Recipe.of("P28", SETTING, "HOM-RES-01", "HOM-RES-01", "HOM-MH-01", "HOM-MIS-01")
                .within(14, 30, 60)
                .atMost(14),
            SettingOracle::p28));
  }

  private static List<Tried> clocks() {
    Recipe statutory =
        Recipe.of("P29", CHILD, CLOCKS)
            .reads("s47Initiated", "nonMobile", "birthmarkOpinion")
            .within(1, 3, 5, 9, 21, 63)
            .aged(5, 6);
    Recipe referral = Recipe.of("P30", CHILD, REFERRALS).within(1, 3).atMost(3);
    return List.of(
        new Tried(statutory, ClockOracle::p29),
        new Tried(statutory.on(UNBORN), ClockOracle::p29),
        new Tried(
            Recipe.of("P29", ADULT, "HOM-ALG-01", "FOS-ALG-01", "LAD-ALG-01", "LAD-OUT-01")
                .within(1, 3, 5),
            ClockOracle::p29),
        new Tried(referral, ClockOracle::p30),
        new Tried(referral.on(UNBORN), ClockOracle::p30));
  }

  private static List<Tried> households() {
    return List.of(
        new Tried(
            Recipe.of("P33", HOUSEHOLD, DANGEROUS)
                .reads("twoPersonCheck", "supervised")
                .within(1, 2, 4)
                .aged(18 * 12)
                .atMost(4),
            HouseholdOracle::p33),
        new Tried(
            Recipe.of("P36", HOUSEHOLD, CHAOS)
                .reads("safeSleepAdvice")
                .within(14, 30, 30, 60)
                .aged(-1, 2, 12),
            HouseholdOracle::p36),
        new Tried(
            Recipe.of("P39", HOUSEHOLD, GRAVE)
                .reads("siblingsSeen", "harmType")
                .within(1, 3)
                .aged(-6, 60, 18 * 12)
                .atMost(5),
            HouseholdOracle::p39));
  }

  private static List<Tried> lives() {
    Recipe absent = Recipe.of("P31", CHILD, ABSENCE).within(14, 120);
    Recipe pushed =
        Recipe.of("P32", CHILD, PUSHED_OUT).within(14, 60, 60, 120, 365).aged(13 * 12).atMost(12);
    return List.of(
        new Tried(
            absent.also("EDU-ABS-03", "EDU-ABS-03").reads("attendanceFrom", "attendanceTo"),
            LifeOracle::p31),
        new Tried(
            absent.also("EDU-ABS-02").reads("medicalEvidence", "agreedPartTime"), LifeOracle::p31),
        new Tried(pushed, LifeOracle::p32),
        new Tried(
            pushed.also("CSC-CIN-01", "YJS-EXP-01", "POL-MDS-01", "CSC-CIN-02").reads("planFor"),
            LifeOracle::p32),
        new Tried(
            Recipe.of("P40", CHILD, GOOD).within(14, 30, 30, 180).atMost(8), LifeOracle::p40));
  }
}
