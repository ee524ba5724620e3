package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/** P29, P30 and P37: what should have been done by now. */
final class ClockOracle {
  private static final Set<String> ASSESSED = Set.of("CSC-ASM-02", "CSC-REF-02");

  private static final List<Integer> DISPUTE_DAYS = List.of(5, 2, 5, 10);

  private ClockOracle() {}

  /** No decision on a referral. */
  static List<NaiveFinding> p30(NaiveChild child, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    List<NaiveEvent> referrals = of(child, Set.of("CSC-REF-01"));
    List<NaiveEvent> three = referrals.stream().filter(event -> event.level() == 3).toList();
    List<NaiveEvent> four = referrals.stream().filter(event -> event.level() == 4).toList();
    List<NaiveEvent> decisions = of(child, NaiveSets.DECISION);
    for (NaiveEvent start : once(three, decisions)) {
      Instant close = Windows.close(start.at(), 1);
      late(start.at(), close, decisions, now)
          .ifPresent(at -> all.add(NaiveFinding.once("P30", "", at, Severity.S2)));
    }
    for (NaiveEvent start : once(four, decisions)) {
      hours(start, 4, decisions, now)
          .ifPresent(at -> all.add(NaiveFinding.once("P30", "", at, Severity.S1)));
    }
    return all;
  }

  /** Statutory clock breached. */
  static List<NaiveFinding> p29(NaiveChild child, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    if (child.scope() == Scope.ADULT) {
      List<NaiveEvent> told = of(child, Set.of("LAD-ALG-01", "LAD-OUT-01"));
      for (NaiveEvent start : once(of(child, Set.of("HOM-ALG-01", "FOS-ALG-01")), told)) {
        days(start, 1, told, now).ifPresent(at -> all.add(finding("CLK-19", at, Severity.S3)));
      }
      return all;
    }
    all.addAll(assessments(child, now));
    List<NaiveEvent> discussions = of(child, Set.of("CSC-STR-01"));
    for (NaiveEvent start : once(of(child, Set.of("CSC-S47-01")), discussions)) {
      days(start, 3, discussions, now).ifPresent(at -> all.add(finding("CLK-04", at, Severity.S2)));
    }
    all.addAll(conferences(child, discussions, now));
    if (child.scope() == Scope.CHILD) {
      all.addAll(ofBornChildren(child, now));
    }
    return all;
  }

  /** Professional disagreement not resolved: neither settled nor taken further in its time. */
  static List<NaiveFinding> p37(NaiveChild subject, Instant now) {
    List<TimelineEntry.Dispute> words =
        subject.entries().stream()
            .filter(TimelineEntry.Dispute.class::isInstance)
            .map(TimelineEntry.Dispute.class::cast)
            .distinct()
            .toList();
    List<NaiveFinding> all = new ArrayList<>();
    for (TimelineEntry.Dispute begun : words) {
      List<TimelineEntry.Dispute> same =
          words.stream().filter(word -> word.alertId().equals(begun.alertId())).toList();
      Instant close = Windows.close(begun.at(), DISPUTE_DAYS.get(begun.stage() - 1));
      boolean answered =
          same.stream()
              .filter(word -> !word.open() || word.stage() > begun.stage())
              .anyMatch(word -> !word.at().isBefore(begun.at()) && word.at().isBefore(close));
      if (begun.open() && !again(same, begun) && !answered && !close.isAfter(now)) {
        Severity severity = begun.stage() == 1 ? Severity.S3 : Severity.S2;
        all.add(
            NaiveFinding.once(
                "P37", String.valueOf(begun.stage()), Windows.lastOf(close), severity));
      }
    }
    return all;
  }

  /** The stage was recorded before, and the dispute not settled since. */
  private static boolean again(List<TimelineEntry.Dispute> words, TimelineEntry.Dispute begun) {
    return words.stream()
        .filter(word -> word.open() && word.stage() == begun.stage())
        .filter(word -> word.at().isBefore(begun.at()))
        .anyMatch(
            before ->
                words.stream()
                    .noneMatch(
                        word ->
                            !word.open()
                                && !word.at().isBefore(before.at())
                                && !word.at().isAfter(begun.at())));
  }

  private static List<NaiveFinding> assessments(NaiveChild child, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    List<NaiveEvent> ends = of(child, ASSESSED);
    for (NaiveEvent start : once(of(child, Set.of("CSC-ASM-01")), ends)) {
      Instant from =
          of(child, Set.of("CSC-REF-01")).stream()
              .filter(referral -> !referral.at().isAfter(start.at()))
              .reduce((_, last) -> last)
              .filter(referral -> none(ends, referral.at(), start.at()))
              .map(NaiveEvent::at)
              .orElse(start.at());
      Instant close = Windows.close(from, 45);
      if (Windows.lastOf(close).isBefore(start.at())) {
        // It starts when its time is over already.
        boolean ended = ends.stream().anyMatch(end -> end.at().equals(start.at()));
        if (!ended && !start.at().isAfter(now)) {
          all.add(finding("CLK-03", start.at(), Severity.S3));
        }
      } else {
        late(start.at(), close, ends, now)
            .ifPresent(at -> all.add(finding("CLK-03", at, Severity.S3)));
      }
    }
    return all;
  }

  private static List<NaiveFinding> conferences(
      NaiveChild child, List<NaiveEvent> discussions, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    List<NaiveEvent> starts =
        discussions.stream().filter(event -> !event.isNot("s47Initiated")).toList();
    Set<String> outcomes = Set.of("CSC-ICP-01", "CSC-S47-03", "CSC-ASM-02", "CSC-REF-02");
    for (NaiveEvent start : starts) {
      Instant close = Windows.close(start.at(), 15);
      boolean putBack =
          starts.stream()
              .anyMatch(next -> next.at().isAfter(start.at()) && next.at().isBefore(close));
      if (!putBack) {
        days(start, 15, of(child, outcomes), now)
            .ifPresent(at -> all.add(finding("CLK-05", at, Severity.S2)));
      }
    }
    return all;
  }

  private static List<NaiveFinding> ofBornChildren(NaiveChild child, Instant now) {
    List<NaiveFinding> all = new ArrayList<>();
    List<NaiveEvent> safe = of(child, Set.of("CSC-EPO-01", "CSC-LAC-01", "CSC-VIS-01"));
    List<NaiveEvent> protection =
        of(child, Set.of("POL-PRO-01")).stream().filter(NaiveEvent::counts).toList();
    for (NaiveEvent start : once(protection, safe)) {
      hours(start, 72, safe, now).ifPresent(at -> all.add(finding("CLK-15", at, Severity.S2)));
    }
    List<NaiveEvent> visits = of(child, Set.of("CSC-VIS-01"));
    List<NaiveEvent> fostering =
        of(child, Set.of("CSC-PFA-01")).stream().filter(NaiveEvent::counts).toList();
    for (NaiveEvent start : once(fostering, visits)) {
      days(start, 7, visits, now).ifPresent(at -> all.add(finding("CLK-31", at, Severity.S3)));
    }
    List<NaiveEvent> answers =
        of(child, Set.of("CSC-REF-01", "CSC-STR-01", "CSC-S47-01", "PAE-PHY-01"));
    for (NaiveFinding baby : new NaiveP01().findings(child, now)) {
      Instant from = baby.firings().getFirst().at();
      late(from, Windows.close(from, 0), answers, now)
          .ifPresent(at -> all.add(finding("CLK-33", at, Severity.S2)));
    }
    return all;
  }

  private static List<NaiveEvent> of(NaiveChild child, Set<String> types) {
    return child.about(event -> event.in(types));
  }

  private static NaiveFinding finding(String clock, Instant at, Severity severity) {
    return NaiveFinding.once("P29", clock, at, severity);
  }

  /** Several reports of one incident start a clock once, until it is stopped. */
  private static List<NaiveEvent> once(List<NaiveEvent> events, List<NaiveEvent> stops) {
    List<NaiveEvent> starts = new ArrayList<>();
    for (NaiveEvent event : events) {
      boolean running =
          starts.stream()
              .anyMatch(
                  start ->
                      start.incident().equals(event.incident())
                          && none(stops, start.at(), event.at()));
      if (!running) {
        starts.add(event);
      }
    }
    return starts;
  }

  private static boolean none(List<NaiveEvent> events, Instant from, Instant to) {
    return events.stream().noneMatch(e -> !e.at().isBefore(from) && !e.at().isAfter(to));
  }

  private static Optional<Instant> days(
      NaiveEvent start, int workingDays, List<NaiveEvent> stops, Instant now) {
    return late(start.at(), Windows.close(start.at(), workingDays), stops, now);
  }

  private static Optional<Instant> late(
      Instant from, Instant close, List<NaiveEvent> stops, Instant now) {
    boolean stopped = stops.stream().anyMatch(e -> Windows.between(e, from, close));
    return stopped || close.isAfter(now) ? Optional.empty() : Optional.of(Windows.lastOf(close));
  }

  /** The very last moment of a period of hours is still in time. */
  private static Optional<Instant> hours(
      NaiveEvent start, int hours, List<NaiveEvent> stops, Instant now) {
    Instant end = start.at().plus(Duration.ofHours(hours));
    boolean stopped = !none(stops, start.at(), end);
    return stopped || end.isAfter(now) ? Optional.empty() : Optional.of(end);
  }
}
