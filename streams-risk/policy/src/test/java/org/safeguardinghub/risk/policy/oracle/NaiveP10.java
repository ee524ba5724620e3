package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 3 missing incidents in 90 d; or at least 2 in 28 d; or one over 24 h; or one age under
 * 11; or one within 72 h of UASC arrival (that form is S1). S2. Away, whereabouts known, counts
 * half" - so that a single such incident is never enough alone.
 */
final class NaiveP10 implements NaivePattern {
  private static final double MANY = 3;
  private static final int MANY_DAYS = 90;
  private static final double FEW = 2;
  private static final int FEW_DAYS = 28;
  private static final Duration LONG = Duration.ofHours(24);
  private static final int YOUNG_YEARS = 11;
  private static final Duration ARRIVAL = Duration.ofDays(3);

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> missing = child.counting(NaiveSets.MISSING);
    Set<Instant> moments = new TreeSet<>();
    missing.forEach(event -> moments.add(event.at()));
    for (List<NaiveEvent> incident : NaiveChild.incidents(missing)) {
      Instant limit = incident.getFirst().at().plus(LONG);
      List<NaiveEvent> known = NaiveChild.upTo(incident, limit);
      if (weight(List.of(known)) == 1 && away(child, missing, known, limit)) {
        moments.add(limit);
      }
    }
    moments.removeIf(moment -> moment.isAfter(now));
    return new NaiveRefire("P10", at -> match(child, missing, at)).overMoments(moments);
  }

  private static Optional<NaiveMatch> match(NaiveChild child, List<NaiveEvent> all, Instant at) {
    List<NaiveEvent> missing = NaiveChild.upTo(all, at);
    List<List<NaiveEvent>> recent = within(missing, at, MANY_DAYS);
    List<List<NaiveEvent>> whole =
        recent.stream().filter(incident -> weight(List.of(incident)) == 1).toList();
    List<List<NaiveEvent>> arrived =
        whole.stream().filter(incident -> arrived(child, incident.getFirst().at())).toList();
    List<List<NaiveEvent>> few = within(missing, at, FEW_DAYS);
    if (!arrived.isEmpty()) {
      return match(Severity.S1, arrived);
    }
    if (weight(recent) >= MANY) {
      return match(Severity.S2, recent);
    }
    if (weight(few) >= FEW) {
      return match(Severity.S2, few);
    }
    List<List<NaiveEvent>> away =
        whole.stream().filter(incident -> away(child, all, incident, at)).toList();
    if (!away.isEmpty()) {
      return match(Severity.S2, away);
    }
    return match(
        Severity.S2,
        whole.stream()
            .filter(incident -> child.younger(child.ref(), YOUNG_YEARS, incident.getFirst().at()))
            .toList());
  }

  private static Optional<NaiveMatch> match(Severity severity, List<List<NaiveEvent>> incidents) {
    return incidents.isEmpty()
        ? Optional.empty()
        : Optional.of(new NaiveMatch(severity, incidents.stream().flatMap(List::stream).toList()));
  }

  // An incident lies where it began.
  private static List<List<NaiveEvent>> within(List<NaiveEvent> missing, Instant at, int days) {
    return NaiveChild.incidents(missing).stream()
        .filter(incident -> !NaiveChild.within(List.of(incident.getFirst()), at, days).isEmpty())
        .toList();
  }

  private static boolean arrived(NaiveChild child, Instant start) {
    return child.own(event -> event.about() && event.type().equals("CSC-UAS-01")).stream()
        .anyMatch(
            arrival -> !start.isBefore(arrival.at()) && start.isBefore(arrival.at().plus(ARRIVAL)));
  }

  // A return that belongs to another missing incident ends only that one.
  private static boolean away(
      NaiveChild child, List<NaiveEvent> missing, List<NaiveEvent> incident, Instant at) {
    NaiveEvent start = incident.getFirst();
    Instant limit = start.at().plus(LONG);
    return !limit.isAfter(at)
        && child.own(event -> event.about() && event.in(NaiveSets.RETURN)).stream()
            .filter(back -> !back.at().isBefore(start.at()) && !back.at().isAfter(limit))
            .noneMatch(
                back ->
                    back.incident().equals(start.incident())
                        || missing.stream()
                            .noneMatch(other -> other.incident().equals(back.incident())));
  }

  private static double weight(List<List<NaiveEvent>> incidents) {
    return incidents.stream()
        .mapToDouble(
            incident -> incident.stream().allMatch(one -> one.is("whereaboutsKnown")) ? 0.5 : 1)
        .sum();
  }
}
