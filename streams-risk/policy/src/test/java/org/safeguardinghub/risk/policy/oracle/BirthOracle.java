package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;

/** P23: pre-birth risk without a plan. */
final class BirthOracle {
  private BirthOracle() {}

  static List<NaiveFinding> p23(NaiveChild child, Instant now) {
    Optional<LocalDate> due = Optional.ofNullable(child.expected(child.ref()));
    Optional<LocalDate> born = born(child);
    if (child.scope() == Scope.CHILD && born.isEmpty()) {
      return List.of();
    }
    Instant end = born.map(BirthOracle::start).orElse(Instant.MAX);
    Optional<LocalDate> known = due.or(() -> born);
    Instant begin = known.map(day -> start(day.minusDays(280))).orElse(Instant.MIN);
    if (child.own(event -> event.at().isBefore(end)).isEmpty()) {
      return List.of();
    }
    List<NaiveEvent> risks =
        child.inHousehold(
            event ->
                !event.at().isBefore(begin) && event.at().isBefore(end) && !kinds(event).isEmpty());
    List<NaiveEvent> plans = child.about(event -> event.in(Set.of("CSC-UNB-01")));
    Optional<Instant> since =
        risks.stream().map(NaiveEvent::at).filter(moment -> met(risks, plans, moment)).findFirst();
    if (since.isEmpty()) {
      return List.of();
    }
    Instant later = Windows.close(since.get(), 10);
    // Less than eight weeks away: from the day after the one that is exactly eight weeks before.
    Optional<LocalDate> nearDay = due.map(day -> day.minusWeeks(8).plusDays(1));
    Instant near =
        nearDay
            .map(day -> day.atTime(9, 0).atZone(NaiveDays.LONDON).toInstant())
            .orElse(Instant.MAX);
    Set<Instant> moments = new TreeSet<>(moments(risks));
    if (!later.isAfter(now)) {
      moments.add(Windows.lastOf(later));
    }
    if (!near.isAfter(now)) {
      moments.add(near);
    }
    moments.removeIf(moment -> moment.isBefore(begin) || !moment.isBefore(end));
    return Windows.told(
        "P23",
        moments,
        moment -> {
          if (!met(risks, plans, moment)) {
            return Optional.empty();
          }
          boolean soon = nearDay.filter(day -> !NaiveDays.day(moment).isBefore(day)).isPresent();
          boolean late = !moment.isBefore(Windows.lastOf(later));
          Severity severity = soon ? Severity.S1 : late ? Severity.S2 : Severity.S3;
          return Windows.hit(inside(risks, moment, 280), severity);
        });
  }

  private static Instant start(LocalDate day) {
    return NaiveDays.close(day.minusDays(1));
  }

  private static Optional<LocalDate> born(NaiveChild child) {
    if (child.scope() == Scope.UNBORN) {
      return Optional.empty();
    }
    return Optional.ofNullable(child.birth(child.ref()))
        .or(
            () ->
                child.own(Set.of("MAT-BIR-01")).stream()
                    .findFirst()
                    .map(event -> NaiveDays.day(event.at())));
  }

  private static boolean met(List<NaiveEvent> risks, List<NaiveEvent> plans, Instant moment) {
    Set<String> kinds = new HashSet<>();
    inside(risks, moment, 280).forEach(event -> kinds.addAll(kinds(event)));
    return kinds.size() >= 2 && plans.stream().allMatch(plan -> plan.at().isAfter(moment));
  }

  private static Set<String> kinds(NaiveEvent event) {
    Set<String> kinds = new HashSet<>();
    boolean own = event.counts();
    if (!own && !(event.context() && NaiveSets.concern(event.type()) && !event.echo())) {
      return kinds;
    }
    if (own && event.in(Set.of("MAT-UNB-01", "MAT-UNB-02"))) {
      kinds.add(event.type());
      if (event.is("previousChildRemoved")) {
        kinds.add("removed");
      }
      if (event.is("motherLookedAfter")) {
        kinds.add("looked after");
      }
    }
    if (event.in(NaiveSets.DOMESTIC_ABUSE)) {
      kinds.add("abuse");
    }
    if (event.in(Set.of("GP-PAR-01", "ADU-MH-01"))) {
      kinds.add("illness");
    }
    if (event.in(Set.of("POL-SUB-01", "ADU-SUB-01"))) {
      kinds.add("substance");
    }
    return kinds;
  }
}
