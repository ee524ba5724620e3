package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.event.Severity;

/**
 * A finding, or a notice in place of one.
 *
 * @param stage stage of the pattern; for a notice {@link #NOTICE} and to whom
 */
record NaiveFinding(String pattern, String stage, List<Firing> firings) {
  static final String NOTICE = "notice to ";

  /** One time that somebody is told. */
  record Firing(Instant at, Severity severity, String how) {
    /** Some time on a day. */
    static Firing on(LocalDate day, Severity severity, String how) {
      return new Firing(NaiveDays.close(day).minusMillis(1), severity, how);
    }

    @Override
    public String toString() {
      return NaiveDays.day(at) + " " + how + (how.startsWith("raised to") ? "" : " " + severity);
    }
  }

  NaiveFinding {
    firings = List.copyOf(firings);
  }

  /** A finding of one firing. */
  static NaiveFinding once(String pattern, String stage, LocalDate date, Severity severity) {
    return new NaiveFinding(pattern, stage, List.of(Firing.on(date, severity, "raised")));
  }

  static NaiveFinding once(String pattern, String stage, Instant at, Severity severity) {
    return new NaiveFinding(pattern, stage, List.of(new Firing(at, severity, "raised")));
  }

  static NaiveFinding notice(String pattern, String to, Instant at, Severity severity) {
    return once(pattern, NOTICE + to, at, severity);
  }

  NaiveFinding with(Firing firing) {
    List<Firing> more = new ArrayList<>(firings);
    more.add(firing);
    return new NaiveFinding(pattern, stage, more);
  }

  @Override
  public String toString() {
    String told = firings.stream().map(Firing::toString).collect(Collectors.joining(", "));
    return pattern + (stage.isEmpty() ? "" : "/" + stage) + ": " + told;
  }
}
