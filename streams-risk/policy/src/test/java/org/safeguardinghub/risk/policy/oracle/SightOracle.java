package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;

/** P15 and P16: children whom nobody sees. */
final class SightOracle {
  private static final Set<String> LEAVING =
      Set.of("EDU-EHE-01", "EDU-CME-01", "GP-REG-01", "HSG-MOV-01");
  private static final Set<String> ACCEPTING = Set.of("EDU-TRF-01", "EDU-EHE-01", "GP-REG-02");

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
}
