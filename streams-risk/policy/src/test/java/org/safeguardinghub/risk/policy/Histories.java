package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Histories for laws, each from a seed: corrected, echoed, grouped. Every other one is told by few
 * types, again and again; every fifth by accounts of injuries.
 */
public final class Histories {
  private static final SubjectRef CHILD = SubjectRef.child("c-rowan");
  private static final SubjectRef UNBORN = new SubjectRef(Scope.UNBORN, "c-expected");
  private static final SubjectRef HOUSEHOLD = SubjectRef.household("h-2");
  private static final SubjectRef PLACE = new SubjectRef(Scope.PLACE, "p-1");
  private static final SubjectRef SETTING = new SubjectRef(Scope.SETTING, "s-1");
  private static final List<String> TYPES =
      List.of(
          "EDU-NEG-01",
          "EDU-NEG-02",
          "EDU-PHY-01",
          "EDU-DA-01",
          "NUR-PHY-01",
          "HOS-WNB-02",
          "GP-WNB-01",
          "SCN-NEG-01",
          "HV-NEG-01",
          "HV-PHY-01",
          "PAE-PHY-01",
          "DEN-NEG-01",
          "POL-DA-01",
          "POL-DA-02",
          "POL-DA-03",
          "POL-PPN-02",
          "POL-MIS-01",
          "POL-MIS-01",
          "POL-MIS-02",
          "POL-MIS-02",
          "VCS-RHI-01",
          "VCS-RHI-02",
          "HSG-DIS-01",
          "HSG-ASB-01",
          "EH-CLS-02",
          "CSC-PUB-01",
          "CSC-REF-01",
          "CSC-REF-02",
          "CSC-ASM-02",
          "CSC-VIS-01",
          "CSC-VIS-02",
          "CSC-ASM-01",
          "CSC-STR-01",
          "CSC-S47-01",
          "CSC-ICP-01",
          "CSC-CIN-01",
          "CSC-CPP-02",
          "EDU-CME-01",
          "EDU-PHY-02",
          "GP-REG-01",
          "POL-PRO-01",
          "PRB-PAR-01",
          "EDU-PROT-01",
          "PRB-DA-01",
          "MAT-UNB-01",
          "CSC-PAR-02",
          "VCS-CHL-01",
          "EDU-SEX-01",
          "EDU-SEX-01",
          "EDU-SEX-02",
          "EDU-MH-01",
          "ED-MH-01",
          "CAM-MH-02",
          "EDU-FM-01",
          "GP-REG-01",
          "EDU-EXC-01",
          "EDU-EXC-03",
          "EDU-EXP-01",
          "EDU-HSB-01",
          "EDU-ONL-01",
          "BTP-EXP-01",
          "POL-EXP-02",
          "POL-MDS-01",
          "HOM-EXP-01",
          "HOM-REG-01",
          "HOM-RES-01",
          "MAT-UNB-02",
          "CSC-UNB-01",
          "GP-PAR-01",
          "POL-SUB-01",
          "POL-PPN-01",
          "HSG-TA-01",
          "EDU-ABS-02",
          "CSC-LAC-02",
          "HV-PROT-01");

  /** Reports of injuries, which may explain them differently. */
  private static final List<String> ACCOUNTS =
      List.of("EDU-PHY-01", "NUR-PHY-01", "HV-PHY-01", "PAE-PHY-01", "EDU-PHY-02");

  private static final int FEW = 8;

  private Histories() {}

  public static List<TimelineEntry> of(int seed) {
    return of(seed, "e");
  }

  /** The same seed and prefix give the same history; another prefix gives its events other ids. */
  public static List<TimelineEntry> of(int seed, String prefix) {
    Random random = new Random(seed);
    int size = 12 + random.nextInt(24);
    List<TimelineEntry> entries = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    boolean ofAccounts = seed % 5 == 4;
    List<String> types = ofAccounts ? ACCOUNTS : types(seed);
    LocalDateTime since = LocalDateTime.of(2026, 1, 1, 0, 0);
    for (int i = 0; i < size; i++) {
      LocalDateTime at = since.plusMinutes(30L * random.nextInt(48 * (60 + random.nextInt(200))));
      Told told = told(types, at, prefix + i, random, ids);
      if (ofAccounts && random.nextBoolean()) {
        account(told, random, ids);
      }
      entries.add(told.entry());
    }
    entries.add(
        new TimelineEntry.ExpectedDate(UNBORN.ref(), LocalDate.of(2026, 7, 1), Instant.EPOCH));
    return entries;
  }

  /** One of seven years, told by few types. */
  public static List<TimelineEntry> ofYears(int seed) {
    Random random = new Random(seed);
    List<String> types = new ArrayList<>(TYPES);
    Collections.shuffle(types, random);
    List<TimelineEntry> entries = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    LocalDateTime since = LocalDateTime.of(2020, 1, 1, 0, 0);
    for (int i = 0; i < 200; i++) {
      LocalDateTime at = since.plusHours(random.nextInt(24 * 365 * 7));
      entries.add(told(types.subList(0, 2 * FEW), at, "e" + i, random, ids).entry());
    }
    return entries;
  }

  private static Told told(
      List<String> types, LocalDateTime at, String id, Random random, List<String> ids) {
    Told told =
        Told.told(types.get(random.nextInt(types.size())), at.toString())
            .id(id)
            .of("c-" + random.nextInt(3));
    told.at("h-2").place("p-1").setting("s-1").received("2026-12-01T00:00");
    flavour(told, random, ids);
    ids.add(id);
    return told;
  }

  private static List<String> types(int seed) {
    List<String> types = new ArrayList<>(TYPES);
    Collections.shuffle(types, new Random(seed));
    return seed % 2 == 1 ? types.subList(0, FEW) : types;
  }

  private static void flavour(Told told, Random random, List<String> ids) {
    switch (random.nextInt(17)) {
      case 0 -> told.incident("i-" + random.nextInt(3));
      case 1 -> told.incident("i-" + random.nextInt(3)).echoing("reported");
      case 2 -> told.with("growthFaltering", true);
      case 3 -> told.with("nonMobile", true);
      case 4 -> told.asserted(Assertion.UNFOUNDED);
      case 5 -> told.born("2026-0" + (1 + random.nextInt(3)) + "-01");
      case 6 -> {
        if (!ids.isEmpty()) {
          told.echoing(ids.get(random.nextInt(ids.size())));
        }
      }
      case 7 -> told.asContext();
      case 8 -> told.with("strangulation", true).with("twoPersonCheck", true);
      case 9 -> {
        if (!ids.isEmpty()) {
          told.superseding(ids.get(random.nextInt(ids.size())));
        }
      }
      case 10 -> told.asserted(Assertion.RETRACTED);
      case 11 -> told.with("explanation", random.nextBoolean() ? "fell" : "sibling");
      case 12 -> told.with("newPartner", true).with("travelSign", "booking");
      case 13 -> told.as(SubjectRole.ALLEGED).with("allegedRef", "a-1");
      case 14 -> account(told, random, ids);
      default -> told.level(1 + random.nextInt(4));
    }
  }

  private static void account(Told told, Random random, List<String> ids) {
    told.with("explanation", random.nextBoolean() ? "fell" : "pet");
    switch (random.nextInt(4)) {
      case 0 -> told.with("interpreterReinterview", true);
      case 1 -> told.with("accountsDiffer", true);
      case 2 -> told.with("followUpOf", ids.isEmpty() ? "r-0" : ids.getLast());
      default -> {}
    }
  }

  /** Whom such a history may be about. */
  public static List<SubjectRef> subjects() {
    return List.of(CHILD, UNBORN, HOUSEHOLD, PLACE, SETTING);
  }
}
