package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.Scope;

/** P14 about a place, P25, P26 and P28 about a setting, P27 about an adult. */
final class SettingOracle {
  private static final Set<String> CONCERN_ABOUT_ADULT =
      Set.of("LAD-LOW-01", "LAD-ALG-01", "HOM-ALG-01", "FOS-ALG-01");

  private static final Set<String> OUTSIDE_THE_HOME = Set.of("EXP", "MIS", "HSB", "ONL");

  private SettingOracle() {}

  private static int childrenOf(List<NaiveEvent> events) {
    Set<String> children = new HashSet<>();
    events.forEach(event -> children.addAll(event.children()));
    return children.size();
  }

  /** Same place, several children. */
  static List<NaiveFinding> p14(NaiveChild place, Instant now) {
    List<NaiveEvent> all = place.counting(event -> outsideTheHome(event) && event.about());
    return told(
        "P14",
        moments(all),
        moment -> {
          List<NaiveEvent> recent = inside(all, moment, 90);
          // A report that names no child is an incident, but adds no child and no family.
          List<NaiveEvent> named = recent.stream().filter(e -> !e.children().isEmpty()).toList();
          Set<String> authorities = new HashSet<>();
          named.stream()
              .filter(event -> event.says("authorityRef"))
              .forEach(event -> authorities.add(event.text("authorityRef")));
          boolean spread = NaiveChild.families(named) >= 2 || authorities.size() >= 2;
          if (childrenOf(recent) < 3 || !spread) {
            return Optional.empty();
          }
          boolean grave =
              recent.stream()
                  .anyMatch(event -> event.level() == 4 || event.text("harmType", "CSE"));
          return hit(recent, grave ? Severity.S1 : Severity.S2);
        });
  }

  /** By its type, or by the harm that it names: that never takes a report out of the count. */
  private static boolean outsideTheHome(NaiveEvent event) {
    boolean exploited = event.text("harmType", "CSE") || event.text("harmType", "CCE");
    return OUTSIDE_THE_HOME.contains(event.category())
        || (exploited && event.in(HouseholdOracle.MAY_NAME_HARM));
  }

  /** Self-harm cluster in a setting. */
  static List<NaiveFinding> p25(NaiveChild setting, Instant now) {
    List<NaiveEvent> acts =
        setting.counting(event -> event.in(NaiveSets.SELF_HARM) && event.about());
    return told(
        "P25",
        moments(acts),
        moment -> {
          List<NaiveEvent> recent = inside(acts, moment, 30);
          return hit(childrenOf(recent) >= 3 ? recent : List.of(), Severity.S2);
        });
  }

  /** Harmful sexual behaviour, about the child who is said to have harmed or about a setting. */
  static List<NaiveFinding> p26(NaiveChild subject, Instant now) {
    boolean setting = subject.scope() == Scope.SETTING;
    List<NaiveEvent> acts =
        subject.counting(event -> event.type().equals("EDU-HSB-01") && event.about());
    return new NaiveRefire(
            "P26",
            moment -> {
              List<NaiveEvent> recent = inside(acts, moment, 120);
              Map<String, List<NaiveEvent>> alleged = new HashMap<>();
              for (NaiveEvent act : recent) {
                for (String person : alleged(subject, act)) {
                  alleged.computeIfAbsent(person, _ -> new ArrayList<>()).add(act);
                }
              }
              Set<NaiveEvent> met = new LinkedHashSet<>();
              alleged.values().stream()
                  .filter(same -> NaiveChild.count(same) >= 2)
                  .forEach(met::addAll);
              if (setting && NaiveChild.count(recent) >= 3) {
                met.addAll(recent);
              }
              return hit(List.copyOf(met), Severity.S2);
            })
        .toLead(moment -> LifeOracle.led(subject, moment, "harmful sexual behaviour", Set.of()))
        .over(acts);
  }

  private static Set<String> alleged(NaiveChild subject, NaiveEvent act) {
    if (act.sent().role() == SubjectRole.ALLEGED) {
      return subject.scope() == Scope.CHILD ? Set.of(subject.ref()) : act.children();
    }
    boolean named = subject.scope() == Scope.SETTING && act.says("allegedRef");
    return named ? Set.of("ref " + act.text("allegedRef")) : Set.of();
  }

  /** Same adult, more than one concern. */
  static List<NaiveFinding> p27(NaiveChild adult, Instant now) {
    List<NaiveEvent> all = adult.own(event -> event.in(CONCERN_ABOUT_ADULT) && !event.echo());
    Map<String, String> settled = outcomes(adult, all);
    List<NaiveEvent> concerns =
        all.stream()
            .filter(
                event ->
                    !Set.of("false", "malicious")
                        .contains(settled.getOrDefault(event.incident(), "")))
            .toList();
    return told(
        "P27",
        moments(concerns),
        moment -> {
          List<NaiveEvent> recent = inside(concerns, moment, 730);
          boolean alleged = recent.stream().anyMatch(event -> event.type().endsWith("ALG-01"));
          return hit(
              NaiveChild.count(recent) >= 2 ? recent : List.of(),
              alleged ? Severity.S1 : Severity.S2);
        });
  }

  /** What came of each concern; an outcome that names none belongs to the only open one. */
  private static Map<String, String> outcomes(NaiveChild adult, List<NaiveEvent> concerns) {
    Map<String, String> settled = new TreeMap<>();
    List<NaiveEvent> outcomes = adult.own(event -> event.type().equals("LAD-OUT-01"));
    Set<String> known = new HashSet<>();
    concerns.forEach(event -> known.add(event.incident()));
    for (NaiveEvent outcome : outcomes) {
      if (known.contains(outcome.incident())) {
        settled.put(outcome.incident(), String.valueOf(outcome.text("finding")));
      }
    }
    for (NaiveEvent outcome : outcomes) {
      if (!known.contains(outcome.incident())) {
        Set<String> open = new HashSet<>();
        for (NaiveEvent concern : concerns) {
          if (!concern.at().isAfter(outcome.at()) && !settled.containsKey(concern.incident())) {
            open.add(concern.incident());
          }
        }
        if (open.size() == 1) {
          open.forEach(incident -> settled.put(incident, String.valueOf(outcome.text("finding"))));
        }
      }
    }
    return settled;
  }

  /** Setting going wrong. */
  static List<NaiveFinding> p28(NaiveChild setting, Instant now) {
    List<NaiveEvent> serious = setting.counting(event -> event.level() >= 3 && event.about());
    List<NaiveEvent> restraints =
        setting.counting(event -> event.type().equals("HOM-RES-01") && event.about());
    List<NaiveEvent> all = new ArrayList<>(serious);
    all.addAll(restraints);
    return told(
        "P28",
        moments(all),
        moment -> {
          Set<NaiveEvent> met = new LinkedHashSet<>();
          List<NaiveEvent> recent = inside(serious, moment, 60);
          if (NaiveChild.count(recent) >= 5 && childrenOf(recent) >= 3) {
            met.addAll(recent);
          }
          Map<String, List<NaiveEvent>> each = new HashMap<>();
          for (NaiveEvent restraint : inside(restraints, moment, 30)) {
            for (String child : restraint.children()) {
              each.computeIfAbsent(child, _ -> new ArrayList<>()).add(restraint);
            }
          }
          each.values().stream().filter(same -> NaiveChild.count(same) >= 3).forEach(met::addAll);
          return hit(List.copyOf(met), Severity.S2);
        });
  }
}
