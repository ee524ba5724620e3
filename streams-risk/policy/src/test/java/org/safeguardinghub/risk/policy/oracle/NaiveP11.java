package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "POL-MIS-02/-03 with no VCS-RHI-01 or -02 by +72 h, once per missing incident. S3; S2 on second
 * miss. Declined interview stops it; still flag third decline in a row." Two reports of a return
 * without a missing report in between are one return if they lie within 72 hours, unless both name
 * an incident.
 */
final class NaiveP11 implements NaivePattern {
  private static final Duration PERIOD = Duration.ofDays(3);
  private static final int DECLINES = 3;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> interviews =
        child.own(event -> event.about() && event.in(NaiveSets.RETURN_INTERVIEW));
    List<NaiveFinding> findings = new ArrayList<>();
    for (NaiveEvent back : returns(child)) {
      Instant due = back.at().plus(PERIOD);
      if (!due.isAfter(now) && interviews.stream().noneMatch(one -> stops(one, back, due))) {
        Severity severity = findings.isEmpty() ? Severity.S3 : Severity.S2;
        findings.add(NaiveFinding.once("P11", "", due, severity));
      }
    }
    int declined = 0;
    for (NaiveEvent interview : interviews) {
      declined = interview.type().equals("VCS-RHI-02") ? declined + 1 : 0;
      if (declined == DECLINES) {
        findings.add(NaiveFinding.once("P11", "declined", interview.at(), Severity.S3));
      }
    }
    return findings;
  }

  private static boolean stops(NaiveEvent interview, NaiveEvent back, Instant due) {
    boolean inTime = !interview.at().isBefore(back.at()) && !interview.at().isAfter(due);
    boolean other =
        named(interview) && named(back) && !interview.incident().equals(back.incident());
    return inTime && !other;
  }

  private static List<NaiveEvent> returns(NaiveChild child) {
    List<NaiveEvent> missing = child.own(event -> event.about() && event.in(NaiveSets.MISSING));
    List<NaiveEvent> all = child.own(event -> event.about() && event.in(NaiveSets.RETURN));
    List<NaiveEvent> first = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      NaiveEvent back = all.get(i);
      boolean known = false;
      for (NaiveEvent earlier : all.subList(0, i)) {
        known |= earlier.incident().equals(back.incident());
      }
      if (!known && (first.isEmpty() || !same(first.getLast(), back, missing))) {
        first.add(back);
      }
    }
    return first;
  }

  private static boolean same(NaiveEvent first, NaiveEvent next, List<NaiveEvent> missing) {
    boolean goneBetween =
        missing.stream()
            .anyMatch(one -> one.at().isAfter(first.at()) && !one.at().isAfter(next.at()));
    return !goneBetween
        && !(named(first) && named(next))
        && next.at().isBefore(first.at().plus(PERIOD));
  }

  private static boolean named(NaiveEvent event) {
    return event.sent().links().incidentRef() != null;
  }
}
