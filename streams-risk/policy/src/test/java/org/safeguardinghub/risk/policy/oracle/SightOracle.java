package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/** P15 and P16: children whom nobody sees. */
final class SightOracle {
  private static final Set<String> LEAVING =
      Set.of("EDU-EHE-01", "EDU-CME-01", "GP-REG-01", "HSG-MOV-01");
  private static final Set<String> ACCEPTING = Set.of("EDU-TRF-01", "EDU-EHE-01", "GP-REG-02");

  private static final String VISIT = "CSC-VIS-01";
  private static final Set<String> ACCESS = Set.of(VISIT, "HV-PROT-01");
  private static final Set<String> FAILED = Set.of("CSC-VIS-02", "HV-VIS-01");
  // The strictest first.
  private static final List<String> PLANS =
      List.of(NaiveEpisodes.CP, NaiveEpisodes.CIN, NaiveEpisodes.LAC);

  private SightOracle() {}

  /** Vanishing child. */
  static List<NaiveFinding> p15(NaiveChild child, Instant now) {
    List<NaiveEvent> left =
        child.counting(
            event ->
                event.in(LEAVING)
                    && !accepted(event)
                    && event.sent().handling() != HandlingClass.H4
                    && !history(child, event.at()).isEmpty());
    List<NaiveFinding> all =
        new ArrayList<>(
            new NaiveRefire(
                    "P15",
                    "1",
                    moment -> {
                      List<NaiveEvent> met = new ArrayList<>(history(child, moment));
                      left.stream().filter(e -> e.at().equals(moment)).forEach(met::add);
                      return hit(met, Severity.S2);
                    })
                .over(left));
    all.addAll(unseen(child, left, now));
    return all;
  }

  /** A concern of level 3 in 180 days, else two of level 2 in 365. Leaving is never history. */
  private static List<NaiveEvent> history(NaiveChild child, Instant moment) {
    List<NaiveEvent> year =
        inside(child.counting(event -> event.level() >= 2 && !event.in(LEAVING)), moment, 365);
    List<NaiveEvent> grave =
        inside(year, moment, 180).stream().filter(event -> event.level() >= 3).toList();
    if (!grave.isEmpty()) {
      return grave;
    }
    return NaiveChild.count(year) >= 2 ? year : List.of();
  }

  /** Once for each spell in which nobody saw the child, from its first leaving. */
  private static List<NaiveFinding> unseen(NaiveChild child, List<NaiveEvent> left, Instant now) {
    List<NaiveEvent> ends =
        child.own(event -> event.about() && (event.in(NaiveSets.SIGHTING) || accepted(event)));
    List<NaiveFinding> all = new ArrayList<>();
    Optional<Instant> spell = Optional.empty();
    for (NaiveEvent leaving : left) {
      Instant first = spell.orElse(leaving.at());
      boolean ended =
          ends.stream()
              .anyMatch(end -> !end.at().isBefore(first) && !end.at().isAfter(leaving.at()));
      if (spell.isEmpty() || ended) {
        spell = Optional.of(leaving.at());
        Instant close = Windows.close(leaving.at(), 20);
        if (ends.stream().noneMatch(end -> Windows.between(end, leaving.at(), close))
            && !close.isAfter(now)) {
          all.add(NaiveFinding.once("P15", "2", Windows.lastOf(close), Severity.S1));
        }
      }
    }
    return all;
  }

  private static boolean accepted(NaiveEvent event) {
    return event.in(ACCEPTING) && event.says("acceptedBy");
  }

  /** Unseen child on a plan. */
  static List<NaiveFinding> p16(NaiveChild child, Instant now) {
    List<NaiveEvent> own = child.own(NaiveEvent::about);
    NaiveEpisodes plans = child.episodes();
    List<NaiveFinding> all = new ArrayList<>();
    for (String plan : PLANS) {
      for (Instant start : starts(own, plans, plan)) {
        Instant close = close(plan, start);
        boolean seen =
            own.stream()
                .filter(event -> event.type().equals(VISIT))
                .anyMatch(visit -> visit.at().isAfter(start) && visit.at().isBefore(close));
        boolean stricter =
            PLANS.subList(0, PLANS.indexOf(plan)).stream()
                .anyMatch(other -> through(own, plans, other, start, close));
        if (through(own, plans, plan, start, close) && !seen && !stricter && !close.isAfter(now)) {
          all.add(NaiveFinding.once("P16", "", Windows.lastOf(close), Severity.S2));
        }
      }
    }
    all.addAll(noAccess(own, plans));
    return all;
  }

  /** A plan begins to wait when it is opened, and again at every visit. */
  private static Set<Instant> starts(List<NaiveEvent> own, NaiveEpisodes plans, String plan) {
    Set<Instant> starts = new TreeSet<>();
    for (NaiveEvent event : own) {
      boolean open = plans.openAt(event.at()).contains(plan);
      boolean before = plans.openAt(event.at().minusMillis(1)).contains(plan);
      if (open && (!before || event.type().equals(VISIT))) {
        starts.add(event.at());
      }
    }
    return starts;
  }

  /** Whether a plan was open all the time from a start to the close. */
  private static boolean through(
      List<NaiveEvent> own, NaiveEpisodes plans, String plan, Instant from, Instant close) {
    return own.stream()
            .map(NaiveEvent::at)
            .filter(at -> !at.isBefore(from) && at.isBefore(close))
            .allMatch(at -> plans.openAt(at).contains(plan))
        && plans.openAt(from).contains(plan);
  }

  private static Instant close(String plan, Instant start) {
    return switch (plan) {
      case NaiveEpisodes.CP -> Windows.close(start, 10);
      case NaiveEpisodes.CIN -> Windows.close(start, 20);
      default -> NaiveDays.close(NaiveDays.day(start).plusDays(42));
    };
  }

  /** Two visits in a row without access, with a plan at the second: once in a row. */
  private static List<NaiveFinding> noAccess(List<NaiveEvent> own, NaiveEpisodes plans) {
    List<NaiveFinding> all = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int row = 0;
    boolean told = false;
    for (NaiveEvent event : own) {
      if (event.in(ACCESS)) {
        row = 0;
        told = false;
      } else if (event.in(FAILED) && event.counts()) {
        row += known.add(event.incident()) ? 1 : 0;
        boolean plan = plans.openAt(event.at()).stream().anyMatch(PLANS::contains);
        if (row >= 2 && plan && !told) {
          told = true;
          all.add(NaiveFinding.once("P16", "", event.at(), Severity.S2));
        }
      }
    }
    return all;
  }
}
