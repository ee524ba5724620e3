package org.safeguardinghub.risk.policy.oracle;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** Code sets and origin families, as domain reference 5.1 lists them. */
final class NaiveSets {
  static final EventCatalogue CATALOGUE = EventCatalogue.load();

  static final Set<String> INJURY =
      Set.of(
          "EDU-PHY-01",
          "NUR-PHY-01",
          "ED-PHY-01",
          "ED-PHY-02",
          "HV-PHY-01",
          "PAE-PHY-01",
          "ED-VIO-01");
  static final Set<String> UNEXPLAINED_INJURY =
      Set.of("EDU-PHY-01", "NUR-PHY-01", "ED-PHY-01", "ED-PHY-02", "HV-PHY-01", "PAE-PHY-01");
  static final Set<String> FOOD = Set.of("EDU-NEG-01", "NUR-NEG-01");
  static final Set<String> NOT_BROUGHT = Set.of("GP-WNB-01", "HOS-WNB-02", "CAM-MH-02");
  static final Set<String> DOMESTIC_ABUSE =
      Set.of("HV-DA-01", "POL-DA-01", "POL-DA-02", "POL-DA-03", "HSG-DA-01", "VCS-DA-01");
  static final Set<String> MISSING = Set.of("POL-MIS-01", "HOM-MIS-01");
  static final Set<String> RETURN = Set.of("POL-MIS-02", "POL-MIS-03");
  static final Set<String> RETURN_INTERVIEW = Set.of("VCS-RHI-01", "VCS-RHI-02");
  static final Set<String> PARENT_ILL = Set.of("GP-PAR-01", "ADU-MH-01");
  static final Set<String> PARENT_SUBSTANCE = Set.of("ADU-SUB-01", "POL-SUB-01");
  static final Set<String> SELF_HARM = Set.of("EDU-MH-01", "ED-MH-01", "HOM-MH-01");
  static final Set<String> DECISION =
      Set.of(
          "CSC-REF-02",
          "CSC-ASM-01",
          "CSC-ASM-02",
          "CSC-STR-01",
          "CSC-S47-01",
          "CSC-S47-02",
          "CSC-S47-03",
          "CSC-ICP-01",
          "CSC-CIN-01",
          "CSC-LAC-01",
          "CSC-EPO-01",
          "CSC-UNB-01");

  /** Those that saw the child; attendance is a fact and a sighting by its row of the catalogue. */
  static final Set<String> SIGHTING =
      Set.of(
          "CSC-VIS-01",
          "HV-PROT-01",
          "VCS-RHI-01",
          "EDU-PROT-01",
          "YJS-PROT-01",
          "HOM-PROT-01",
          "EH-PROT-01",
          "EDU-PHY-01",
          "NUR-PHY-01",
          "ED-PHY-01",
          "ED-PHY-02",
          "HV-PHY-01",
          "PAE-PHY-01",
          "ED-VIO-01",
          "EDU-PHY-02",
          "ED-ATT-01",
          "ED-MH-01",
          "ED-SUB-01",
          "SCN-NEG-01",
          "NUR-NEG-01",
          "DEN-NEG-01",
          "EDU-NEG-01",
          "EDU-NEG-02",
          "EDU-EMO-01",
          "EDU-SEX-01",
          "EDU-SEX-02",
          "EDU-MH-01",
          "EDU-BUL-01",
          "EDU-WPN-01",
          "POL-MIS-02",
          "POL-MIS-03",
          "POL-PRO-01",
          "EDU-ATT-01",
          "HLT-ATT-01");

  /** Types that only pass on what another agency reported. */
  static final Set<String> ECHO = Set.of("EDU-DA-01", "GP-COD-01", "POL-ENC-01");

  static final Set<String> FACT =
      Set.of(
          "ED-ATT-01",
          "EDU-EHE-01",
          "GP-REG-01",
          "GP-REG-02",
          "HSG-MOV-01",
          "MAT-BIR-01",
          "EDU-ATT-01",
          "HLT-ATT-01");

  private static final List<String> HEALTH =
      List.of("ED", "AMB", "HV", "GP", "HOS", "DEN", "MAT", "PAE", "SCN", "CAM", "SXH", "HLT");

  private NaiveSets() {}

  static EventType type(String code) {
    return CATALOGUE.find(code).orElseThrow();
  }

  static String category(String code) {
    return type(code).category().name();
  }

  static OriginFamily family(String code) {
    if (code.equals("CSC-PUB-01") || code.equals("VCS-CHL-01")) {
      return OriginFamily.PUB;
    }
    String prefix = code.substring(0, code.indexOf('-'));
    if (HEALTH.contains(prefix)) {
      return OriginFamily.HLT;
    }
    return switch (prefix) {
      case "EDU", "NUR" -> OriginFamily.EDU;
      case "POL", "BTP" -> OriginFamily.POL;
      case "HOM", "FOS" -> OriginFamily.PRV;
      case "LAD", "OFS", "ADM" -> OriginFamily.NONE;
      default -> OriginFamily.valueOf(prefix);
    };
  }

  /** A concern by its type: no process event, no protective one, not of the adult lane. */
  static boolean concern(String code) {
    EventType type = type(code);
    return type.halfLifeDays().isPresent()
        && !category(code).equals("PROT")
        && !type.handling().name().equals("H5")
        && family(code) != OriginFamily.NONE;
  }
}
