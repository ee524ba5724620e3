package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P22, P33, P36 and P39: what is found about a household. */
final class HouseholdOracle {
  private static final Set<String> NO_MOVE =
      Set.of("HSG-DA-01", "VCS-DA-01", "CSC-LAC-01", "CSC-LAC-02");
  private static final Set<String> DANGEROUS = Set.of("POL-OFF-01", "PRB-PAR-01", "PRB-DA-01");
  private static final Set<String> PREGNANCY = Set.of("MAT-UNB-01", "MAT-UNB-02", "CSC-UNB-01");
  private static final Set<String> HOME =
      Set.of("HSG-EVI-01", "HSG-TA-01", "HSG-OVC-01", "HSG-DIS-01");
  private static final Set<String> PARENTS =
      Set.of("GP-PAR-01", "ADU-MH-01", "POL-SUB-01", "ADU-SUB-01");
  private static final Set<String> PHYSICAL_OR_SEXUAL =
      Set.of(
          "CSC-S47-02",
          "EDU-PHY-01",
          "EDU-PHY-02",
          "NUR-PHY-01",
          "ED-PHY-01",
          "ED-PHY-02",
          "HV-PHY-01",
          "PAE-PHY-01",
          "PAE-FII-01",
          "POL-PRO-01",
          "EDU-SEX-01",
          "EDU-SEX-02",
          "SXH-EXP-01",
          "POL-SEX-01");

  static final Set<String> MAY_NAME_HARM = Set.of("CSC-S47-02", "HOM-REG-01", "POL-MIS-03");

  private HouseholdOracle() {}

  static boolean fact(NaiveEvent event) {
    return event.in(NaiveSets.FACT);
  }

  /** Frequent moves. */
  static List<NaiveFinding> p22(NaiveChild household, Instant now) {
    List<NaiveEvent> all = household.own(_ -> true);
    List<NaiveEvent> worries = household.counting(event -> event.level() >= 2 && !fact(event));
    return told(
        "P22",
        moments(all),
        moment -> {
          if (inside(worries, moment, 365).isEmpty()) {
            return Optional.empty();
          }
          Map<String, NaiveEvent> places = places(inside(all, moment, 365));
          return places.isEmpty()
              ? Optional.empty()
              : Optional.of(moved(places, planned(all, moment) ? Severity.S2 : Severity.S3));
        });
  }

  private static NaiveMatch moved(Map<String, NaiveEvent> places, Severity severity) {
    List<NaiveEvent> counted = new ArrayList<>();
    places.forEach((place, event) -> counted.add(Windows.as(place, event, event)));
    return new NaiveMatch(severity, counted);
  }

  /** Places that are enough, each with the first event that tells of it. */
  private static Map<String, NaiveEvent> places(List<NaiveEvent> events) {
    Map<String, NaiveEvent> dwellings = new LinkedHashMap<>();
    Map<String, NaiveEvent> authorities = new LinkedHashMap<>();
    Map<String, Map<String, NaiveEvent>> schools = new HashMap<>();
    for (NaiveEvent event : events) {
      if (event.sent().handling() == HandlingClass.H4 || event.in(NO_MOVE)) {
        continue;
      }
      boolean council = event.type().equals("HSG-TA-01") && event.is("councilArranged");
      tell(dwellings, council ? "council" : "", event, "dwellingRef");
      tell(authorities, "", event, "authorityRef");
      for (String child : event.children()) {
        tell(schools.computeIfAbsent(child, _ -> new LinkedHashMap<>()), "", event, "schoolRef");
      }
    }
    Map<String, NaiveEvent> enough = new LinkedHashMap<>();
    if (dwellings.size() >= 3) {
      enough.putAll(dwellings);
    }
    if (authorities.size() >= 2) {
      enough.putAll(authorities);
    }
    for (Map<String, NaiveEvent> one : schools.values()) {
      if (one.size() >= 3) {
        one.forEach((school, event) -> enough.merge(school, event, HouseholdOracle::earlier));
      }
    }
    return enough;
  }

  private static NaiveEvent earlier(NaiveEvent one, NaiveEvent other) {
    boolean first =
        one.at().equals(other.at())
            ? one.id().compareTo(other.id()) < 0
            : one.at().isBefore(other.at());
    return first ? one : other;
  }

  private static void tell(
      Map<String, NaiveEvent> places, String instead, NaiveEvent event, String attribute) {
    if (event.says(attribute)) {
      String place = instead.isEmpty() ? String.valueOf(event.text(attribute)) : instead;
      places.putIfAbsent(attribute + " " + place, event);
    }
  }

  private static boolean planned(List<NaiveEvent> events, Instant moment) {
    Set<String> planned = new HashSet<>();
    for (NaiveEvent event : events) {
      if (!event.at().isAfter(moment) && event.about()) {
        if (event.type().equals("CSC-ICP-01")) {
          planned.addAll(event.children());
        } else if (event.type().equals("CSC-CPP-02")) {
          planned.removeAll(event.children());
        }
      }
    }
    return !planned.isEmpty();
  }

  /** Known dangerous adult near a child. */
  static List<NaiveFinding> p33(NaiveChild household, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    for (List<NaiveEvent> sign : NaiveChild.incidents(household.counting(DANGEROUS))) {
      Instant from = sign.getFirst().at();
      Instant close = Windows.close(from, 2);
      boolean answered =
          !household
              .own(
                  event ->
                      event.level() >= 3
                          && NaiveSets.family(event.sent().type()) == OriginFamily.CSC
                          && Windows.between(event, from, close))
              .isEmpty();
      boolean supervised =
          sign.stream()
              .anyMatch(event -> event.is("supervised") && Windows.between(event, from, close));
      boolean childThere =
          household.childrenAt(from).stream().anyMatch(one -> !household.atLeast(one, 18, from));
      if (!answered && !supervised && childThere && !close.isAfter(now)) {
        all.addAll(dangerous(sign, close));
      }
    }
    return all;
  }

  /** Until two people have checked it, it waits for a steward. */
  private static List<NaiveFinding> dangerous(List<NaiveEvent> sign, Instant close) {
    List<NaiveFinding> all = new ArrayList<>();
    Instant due = Windows.lastOf(close);
    Optional<Instant> check =
        sign.stream().filter(event -> event.is("twoPersonCheck")).findFirst().map(NaiveEvent::at);
    if (check.isEmpty() || !check.get().isBefore(close)) {
      all.add(NaiveFinding.notice("P33", "identity steward", due, Severity.S1));
    }
    check.ifPresent(
        at -> all.add(NaiveFinding.once("P33", "", at.isAfter(due) ? at : due, Severity.S1)));
    return all;
  }

  /** Baby in an unsafe or chaotic sleeping situation. */
  static List<NaiveFinding> p36(NaiveChild household, Instant now) {
    List<NaiveEvent> homes = household.counting(event -> event.in(HOME));
    List<NaiveEvent> adults =
        household.counting(event -> event.in(NaiveSets.DOMESTIC_ABUSE) || event.in(PARENTS));
    List<NaiveEvent> advice =
        household.own(
            event -> event.in(Set.of("HV-PROT-01", "HV-VIS-01")) && event.is("safeSleepAdvice"));
    Set<Instant> moments = new TreeSet<>(moments(homes));
    moments.addAll(moments(adults));
    moments.addAll(moments(household.own(event -> event.type().equals("MAT-BIR-01"))));
    return told(
        "P36",
        moments,
        moment -> {
          boolean baby =
              household.childrenAt(moment).stream()
                  .anyMatch(one -> household.younger(one, 1, moment));
          List<NaiveEvent> home = inside(homes, moment, 60);
          List<NaiveEvent> adult = inside(adults, moment, 60);
          if (!baby || home.isEmpty() || adult.isEmpty()) {
            return Optional.empty();
          }
          List<NaiveEvent> both = new ArrayList<>(home);
          both.addAll(adult);
          return hit(both, inside(advice, moment, 30).isEmpty() ? Severity.S2 : Severity.S4);
        });
  }

  /** Brothers and sisters not checked. */
  static List<NaiveFinding> p39(NaiveChild household, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    for (List<NaiveEvent> harm : NaiveChild.incidents(household.counting(HouseholdOracle::grave))) {
      Instant from = harm.getFirst().at();
      Instant close = Windows.close(from, 1);
      Set<String> others = new HashSet<>(household.childrenAt(from));
      harm.forEach(event -> others.removeAll(event.children()));
      others.removeIf(one -> household.atLeast(one, 18, from) || unborn(household, one, from));
      List<NaiveEvent> looked =
          household.own(
              event ->
                  event.in(Set.of("CSC-VIS-01", "CSC-STR-01"))
                      && Windows.between(event, from, close));
      boolean considered = looked.stream().anyMatch(event -> event.is("siblingsSeen"));
      Set<String> visited = new HashSet<>();
      looked.stream()
          .filter(event -> event.type().equals("CSC-VIS-01"))
          .forEach(event -> visited.addAll(event.children()));
      if (!others.isEmpty() && !considered && !visited.containsAll(others) && !close.isAfter(now)) {
        all.add(NaiveFinding.once("P39", "", Windows.lastOf(close), Severity.S2));
      }
    }
    return all;
  }

  private static boolean grave(NaiveEvent event) {
    boolean physicalOrSexual =
        !(event.in(MAY_NAME_HARM) && event.says("harmType"))
            ? event.in(PHYSICAL_OR_SEXUAL) || event.in(NaiveSets.DOMESTIC_ABUSE)
            : event.text("harmType", "PHYSICAL") || event.text("harmType", "SEXUAL");
    return event.level() >= 4 && physicalOrSexual && event.harmed() && !event.children().isEmpty();
  }

  private static boolean unborn(NaiveChild household, String child, Instant moment) {
    List<NaiveEvent> about =
        household.own(event -> event.children().contains(child) && !event.at().isAfter(moment));
    return expected(household, child, moment)
        || (!about.isEmpty() && about.getLast().sent().role() == SubjectRole.UNBORN);
  }

  /** Tells of a pregnancy, as whatever is about an unborn child does. */
  static boolean pregnancy(NaiveEvent event) {
    return event.in(PREGNANCY) || event.sent().role() == SubjectRole.UNBORN;
  }

  /** Not born yet, as the day of birth or the day on which it is expected tells. */
  static boolean expected(NaiveChild household, String child, Instant moment) {
    LocalDate day = NaiveDays.day(moment);
    // A birth may come late, and its notice later.
    return Optional.ofNullable(household.birth(child))
        .or(() -> Optional.ofNullable(household.expected(child)).map(due -> due.plusWeeks(3)))
        .filter(end -> day.isBefore(end) && !day.isBefore(end.minusDays(280)))
        .isPresent();
  }
}
