package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Severity;

/** P31, P32, P38 and P40. */
final class LifeOracle {
  private static final Set<String> PLACEMENT = Set.of("CSC-LAC-01", "YJS-REM-01", "CSC-LAC-02");
  private static final Set<String> TROUBLE =
      Set.of("POL-MIS-01", "HOM-MIS-01", "EDU-MH-01", "ED-MH-01", "HOM-MH-01");
  private static final Set<String> PUSHED = Set.of("EDU-EXC-02", "EDU-EXC-03");

  private LifeOracle() {}

  /** Attendance collapse. */
  static List<NaiveFinding> p31(NaiveChild child, Instant now) {
    List<NaiveEvent> collapses = child.counting(LifeOracle::collapse);
    List<NaiveEvent> worries =
        child.counting(event -> event.level() >= 2 && !HouseholdOracle.fact(event));
    List<NaiveEvent> all = new ArrayList<>(collapses);
    all.addAll(worries);
    return told(
        "P31",
        moments(all),
        moment -> {
          List<NaiveEvent> school = inside(collapses, moment, 120);
          List<NaiveEvent> others =
              inside(worries, moment, 120).stream()
                  .filter(e -> school.stream().anyMatch(away -> away.family() != e.family()))
                  .toList();
          List<NaiveEvent> met = new ArrayList<>();
          if (!school.isEmpty() && !others.isEmpty()) {
            met.addAll(school);
            met.addAll(others);
          }
          return hit(met, Severity.S3);
        });
  }

  private static boolean collapse(NaiveEvent event) {
    boolean fell =
        event.in(Set.of("EDU-ABS-02", "EDU-ABS-03"))
            && event.sent().attributes().get("attendanceFrom") instanceof Integer from
            && event.sent().attributes().get("attendanceTo") instanceof Integer to
            && from >= 90
            && to < 50;
    return (fell || event.type().equals("EDU-ABS-02"))
        && !event.is("medicalEvidence")
        && !event.is("agreedPartTime");
  }

  /** Pushed out, then police. */
  static List<NaiveFinding> p32(NaiveChild child, Instant now) {
    Set<Instant> exploited = new TreeSet<>();
    for (NaiveFinding finding : new NaiveP12().findings(child, now)) {
      if (!finding.stage().startsWith(NaiveFinding.NOTICE)) {
        finding.firings().forEach(firing -> exploited.add(firing.at()));
      }
    }
    List<NaiveEvent> suspensions = child.counting(event -> event.type().equals("EDU-EXC-01"));
    Map<Instant, Set<NaiveEvent>> pushes = new HashMap<>();
    for (NaiveEvent last : suspensions) {
      List<NaiveEvent> year = inside(suspensions, last.at(), 365);
      if (NaiveChild.count(year) >= 2) {
        pushes.computeIfAbsent(last.at(), _ -> new LinkedHashSet<>()).addAll(year);
      }
    }
    child
        .counting(event -> event.in(PUSHED))
        .forEach(
            event -> pushes.computeIfAbsent(event.at(), _ -> new LinkedHashSet<>()).add(event));
    List<NaiveEvent> police =
        child.counting(event -> event.type().startsWith("POL-") || event.type().startsWith("YJS-"));
    Set<Instant> moments = new TreeSet<>(moments(police));
    moments.addAll(exploited);
    return new NaiveRefire(
            "P32",
            moment -> {
              Set<NaiveEvent> met = new LinkedHashSet<>();
              for (NaiveEvent event : inside(police, moment, 60)) {
                pushes.forEach(
                    (at, events) -> {
                      if (inside(at, event.at(), 60)) {
                        met.add(event);
                        met.addAll(events);
                      }
                    });
              }
              boolean with = exploited.stream().anyMatch(at -> inside(at, moment, 120));
              return hit(List.copyOf(met), with ? Severity.S2 : Severity.S3);
            })
        .toLead(moment -> led(child, moment, "exploitation", Set.of()))
        .overMoments(moments);
  }

  /**
   * Whether somebody leads a plan about a matter and was heard of in the last 60 days.
   *
   * @param plans types that are such a plan whatever they say
   */
  static boolean led(NaiveChild child, Instant moment, String matter, Set<String> plans) {
    Predicate<NaiveEvent> plan = event -> event.text("planFor", matter) || event.in(plans);
    List<NaiveEvent> opened = NaiveChild.upTo(child.about(plan), moment);
    if (opened.isEmpty()) {
      return false;
    }
    Instant since = opened.getLast().at();
    boolean closed =
        child.about(event -> event.in(Set.of("CSC-CIN-02", "CSC-CPP-02"))).stream()
            .anyMatch(event -> !event.at().isBefore(since) && !event.at().isAfter(moment));
    // Whoever works with the family has not gone silent.
    List<NaiveEvent> touched =
        child.own(
            event -> NaiveSets.family(event.sent().type()) == OriginFamily.CSC || plan.test(event));
    return !closed && !inside(touched, moment, 60).isEmpty();
  }

  /** Placement instability. */
  static List<NaiveFinding> p38(NaiveChild child, Instant now) {
    List<NaiveEvent> words =
        child.about(
            event -> (event.in(PLACEMENT) && !event.echo()) || event.type().equals("CSC-LAC-03"));
    List<NaiveEvent> placements =
        words.stream().filter(event -> event.in(PLACEMENT)).filter(LifeOracle::unplanned).toList();
    List<NaiveEvent> trouble =
        child.counting(
            event ->
                !event.in(PLACEMENT) && (event.in(TROUBLE) || event.family() == OriginFamily.POL));
    List<NaiveEvent> all = new ArrayList<>(placements);
    all.addAll(trouble);
    return told(
        "P38",
        moments(all),
        moment -> {
          List<NaiveEvent> wrong = inside(trouble, moment, 365);
          List<NaiveEvent> past = words.stream().filter(e -> !e.at().isAfter(moment)).toList();
          if (wrong.isEmpty() || past.isEmpty() || past.getLast().type().equals("CSC-LAC-03")) {
            return Optional.empty();
          }
          List<NaiveEvent> moves =
              inside(placements, moment, 60).stream()
                  .filter(event -> event.type().equals("CSC-LAC-02"))
                  .toList();
          List<NaiveEvent> year = inside(placements, moment, 365);
          if (places(year).size() >= 3) {
            return Optional.of(unstable(year, wrong));
          }
          return NaiveChild.count(moves) >= 2
              ? Optional.of(unstable(moves, wrong))
              : Optional.empty();
        });
  }

  /** A planned move is none; coming into care counts, planned or not. */
  private static boolean unplanned(NaiveEvent event) {
    return !event.type().equals("CSC-LAC-02") || !event.is("planned");
  }

  private static Set<String> places(List<NaiveEvent> placements) {
    Set<String> places = new HashSet<>();
    for (NaiveEvent event : placements) {
      places.add(place(event));
    }
    return places;
  }

  private static String place(NaiveEvent event) {
    return event.says("placementRef")
        ? "placement " + event.text("placementRef")
        : event.incident();
  }

  private static NaiveMatch unstable(List<NaiveEvent> placements, List<NaiveEvent> trouble) {
    List<NaiveEvent> all = new ArrayList<>(trouble);
    for (NaiveEvent event : placements) {
      NaiveEvent first =
          placements.stream().filter(e -> place(e).equals(place(event))).findFirst().orElseThrow();
      all.add(Windows.as(place(event), event, first));
    }
    return new NaiveMatch(Severity.S2, all);
  }

  /** Sustained improvement. */
  static List<NaiveFinding> p40(NaiveChild child, Instant now) {
    List<NaiveEvent> good = child.about(event -> event.category().equals("PROT") && !event.echo());
    List<NaiveEvent> seen = child.about(event -> event.in(NaiveSets.SIGHTING) && !event.echo());
    List<NaiveEvent> worries = child.counting(event -> event.level() >= 2);
    Set<Instant> moments = new TreeSet<>(moments(good));
    for (NaiveEvent sight : seen) {
      // Only a child who had not been seen for a month is seen anew.
      if (seen.stream()
          .allMatch(e -> !e.at().isBefore(sight.at()) || !inside(e.at(), sight.at(), 30))) {
        moments.add(sight.at());
      }
    }
    for (NaiveEvent worry : worries) {
      moments.add(worry.at().plus(Duration.ofDays(180)));
    }
    moments.removeIf(moment -> moment.isAfter(now));
    return told(
        "P40",
        moments,
        moment -> {
          List<NaiveEvent> recent = inside(good, moment, 180);
          Set<OriginFamily> families = new HashSet<>();
          recent.forEach(event -> families.add(event.family()));
          return NaiveChild.count(recent) >= 3
                  && families.size() >= 2
                  && !inside(seen, moment, 30).isEmpty()
                  && inside(worries, moment, 180).isEmpty()
              ? hit(recent, Severity.S4)
              : Optional.empty();
        });
  }
}
