package org.safeguardinghub.risk.policy.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.kernel.event.Severity;

/**
 * One time that a finding was raised or became stronger.
 *
 * @param at when the evidence that completes it occurred, or when the clock ran out
 * @param date that moment's local date
 * @param severity severity of the finding from then on
 * @param how {@link #RAISED}, {@link #AGAIN}, or "raised to" and a severity
 * @param evidence event ids on which it rests, each once; they are sorted here, so that two
 *     processes print them alike
 */
public record Firing(
    Instant at, LocalDate date, Severity severity, String how, List<String> evidence) {
  /** The first firing of a finding. */
  public static final String RAISED = "raised";

  /** A new family, a higher level or enough new incidents. */
  public static final String AGAIN = "re-fire";

  public Firing {
    String[] sorted = evidence.toArray(String[]::new);
    Arrays.sort(sorted);
    evidence = List.of(sorted);
  }

  /** How a rise of severity is written. */
  public static String raisedTo(Severity severity) {
    return "raised to " + severity;
  }
}
