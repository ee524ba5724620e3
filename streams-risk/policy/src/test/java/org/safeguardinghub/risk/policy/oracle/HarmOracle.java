package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P21, P24, P34 and P35. */
final class HarmOracle {
  private static final Set<String> DISCLOSURE = Set.of("EDU-SEX-01", "POL-SEX-01");
  private static final Set<String> ONE_CHANCE =
      Set.of("EDU-FM-01", "EDU-FGM-01", "POL-HBA-01", "MAT-FGM-01");
  private static final Set<String> LEFT = Set.of("GP-REG-01", "EDU-EHE-01");

  private HarmOracle() {}

  /** New adult, then harm. */
  static List<NaiveFinding> p21(NaiveChild child, Instant now) {
    List<NaiveEvent> adults =
        child.inHousehold(event -> event.type().equals("CSC-PAR-02") || event.is("newPartner"));
    List<NaiveEvent> harm =
        child.counting(
            event -> {
              List<NaiveEvent> before = new ArrayList<>();
              for (NaiveEvent adult : adults) {
                if (inside(adult.at(), event.at(), 180)
                    && !adult.incident().equals(event.incident())) {
                  before.add(adult);
                }
              }
              return !before.isEmpty() && harms(child, event, before);
            });
    return told(
        "P21",
        moments(harm),
        moment -> {
          boolean young =
              child.childrenAt(moment).stream().anyMatch(one -> child.younger(one, 5, moment));
          return hit(inside(harm, moment, 180), young ? Severity.S1 : Severity.S2);
        });
  }

  private static boolean harms(NaiveChild child, NaiveEvent event, List<NaiveEvent> adults) {
    boolean household = child.scope() == Scope.HOUSEHOLD;
    if (event.in(NaiveSets.INJURY) && !event.is("birthmarkOpinion")) {
      return !household && event.harmed();
    }
    if (!event.in(NaiveSets.DOMESTIC_ABUSE)) {
      return false;
    }
    String where = event.sent().places().household();
    if (household || where == null) {
      return true;
    }
    boolean nowhere = adults.stream().anyMatch(adult -> adult.sent().places().household() == null);
    boolean here =
        adults.stream().anyMatch(adult -> where.equals(adult.sent().places().household()));
    return nowhere && !here;
  }

  /** Self-harm escalation. */
  static List<NaiveFinding> p24(NaiveChild child, Instant now) {
    List<NaiveEvent> acts =
        child.counting(event -> event.in(NaiveSets.SELF_HARM) && event.harmed());
    List<NaiveEvent> away = child.own(event -> event.type().equals("CAM-MH-02") && event.harmed());
    List<NaiveEvent> all = new ArrayList<>(acts);
    all.addAll(away);
    return told(
        "P24",
        moments(all),
        moment -> {
          Set<NaiveEvent> met = new LinkedHashSet<>();
          List<NaiveEvent> recent = inside(acts, moment, 90);
          if (NaiveChild.count(recent) >= 2) {
            met.addAll(recent);
          }
          for (NaiveEvent act : inside(acts, moment, 30)) {
            for (NaiveEvent missed : inside(away, moment, 30)) {
              if (act.type().equals("ED-MH-01") && !missed.at().isBefore(act.at())) {
                met.add(act);
                met.add(missed);
              }
            }
          }
          boolean intent = met.stream().anyMatch(event -> event.is("intent"));
          return hit(List.copyOf(met), intent ? Severity.S1 : Severity.S2);
        });
  }

  /** Sexual abuse signs or retraction. */
  static List<NaiveFinding> p34(NaiveChild child, Instant now) {
    List<NaiveEvent> disclosed = child.counting(event -> event.in(DISCLOSURE) && event.harmed());
    List<NaiveEvent> behaviour =
        child.counting(event -> event.type().equals("EDU-SEX-02") && event.harmed());
    List<NaiveEvent> bodily =
        child.own(
            event ->
                event.is("genitalSign")
                    && NaiveSets.family(event.type()) == OriginFamily.HLT
                    && event.harmed());
    List<NaiveEvent[]> takenBack = new ArrayList<>();
    List<NaiveEvent> own = child.events().stream().filter(e -> !e.context() && e.harmed()).toList();
    for (NaiveEvent back : own) {
      if (takenBack(child, back)) {
        List<NaiveEvent> said = new ArrayList<>();
        for (NaiveEvent event : own) {
          if (event.id().equals(back.sent().links().supersedes())
              && said(child, event)
              && event.in(DISCLOSURE)) {
            said.add(event);
          }
        }
        if (said.isEmpty() && back.in(DISCLOSURE)) {
          said.addAll(disclosed);
        }
        said.stream()
            .filter(event -> !event.at().isAfter(back.at()))
            .forEach(event -> takenBack.add(new NaiveEvent[] {event, back}));
      }
    }
    List<NaiveEvent> all = new ArrayList<>(disclosed);
    all.addAll(behaviour);
    all.addAll(bodily);
    takenBack.forEach(pair -> all.add(pair[1]));
    return told(
        "P34",
        moments(all),
        moment -> {
          Set<NaiveEvent> met = new HashSet<>();
          for (NaiveEvent[] pair : takenBack) {
            if (inside(pair[0].at(), moment, 180) && !pair[1].at().isAfter(moment)) {
              met.addAll(List.of(pair));
            }
          }
          Severity severity = met.isEmpty() ? Severity.S2 : Severity.S1;
          List<NaiveEvent> sexual = inside(behaviour, moment, 180);
          List<NaiveEvent> signs = inside(bodily, moment, 180);
          if (NaiveChild.count(sexual) >= 2) {
            met.addAll(sexual);
          }
          if (!sexual.isEmpty() && !signs.isEmpty()) {
            met.addAll(sexual);
            met.addAll(signs);
          }
          return hit(List.copyOf(met), severity);
        });
  }

  /** FGM, forced marriage or honour-based abuse with travel. */
  static List<NaiveFinding> p35(NaiveChild child, Instant now) {
    List<NaiveEvent> indicators = child.counting(event -> event.in(ONE_CHANCE) && event.harmed());
    List<NaiveEvent> travel =
        child.own(
            event ->
                event.harmed()
                    && (event.in(LEFT) || (schoolOrDoctor(event) && event.says("travelSign"))));
    List<NaiveEvent> all = new ArrayList<>(indicators);
    all.addAll(travel);
    return told(
        "P35",
        moments(all),
        moment -> {
          List<NaiveEvent> signs = inside(indicators, moment, 42);
          List<NaiveEvent> leaving = inside(travel, moment, 42);
          List<NaiveEvent> met = new ArrayList<>();
          if (!signs.isEmpty() && !leaving.isEmpty()) {
            met.addAll(signs);
            met.addAll(leaving);
          }
          return hit(met, Severity.S1);
        });
  }

  // What was regraded to another type keeps attributes that this type cannot carry.
  private static boolean schoolOrDoctor(NaiveEvent event) {
    return NaiveSets.family(event.type()) == OriginFamily.EDU || event.in(LEFT);
  }

  /** It says of itself that it takes something back, and stands. */
  private static boolean takenBack(NaiveChild child, NaiveEvent event) {
    boolean replaced =
        child.events().stream()
            .anyMatch(
                other ->
                    event.id().equals(other.sent().links().supersedes())
                        && (!other.sent().type().equals("ADM-COR-01") || other.is("retracts")));
    return event.sent().assertion() == Assertion.RETRACTED && !replaced && shared(child, event);
  }

  /** It was said, whatever became of it. */
  private static boolean said(NaiveChild child, NaiveEvent event) {
    Assertion how = event.sent().assertion();
    return how != Assertion.RETRACTED && how != Assertion.UNFOUNDED && shared(child, event);
  }

  private static boolean shared(NaiveChild child, NaiveEvent event) {
    boolean released =
        child.entries().stream()
            .anyMatch(
                entry ->
                    entry instanceof TimelineEntry.Released release
                        && release.eventId().equals(event.id()));
    return (event.sent().countable() || released) && event.sent().handling() != HandlingClass.H5;
  }
}
