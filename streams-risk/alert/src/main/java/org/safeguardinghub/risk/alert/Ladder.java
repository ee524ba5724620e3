package org.safeguardinghub.risk.alert;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.kernel.event.Severity;

/**
 * How long each rung of the ladder has, by severity (domain reference, section 6.4): 0 the owner, 1
 * the deputy, 2 the role above, and so on to the last, which is the partnership's duty desk and has
 * no due time of its own.
 *
 * @param periods for each severity the periods of the rungs, from 0
 */
public record Ladder(Map<Severity, List<Period>> periods) {
  /** The last rung: whatever reaches it stays there, owned by the duty desk. */
  public static final int LAST = 5;

  public Ladder {
    EnumMap<Severity, List<Period>> copy = new EnumMap<>(Severity.class);
    periods.forEach((severity, rungs) -> copy.put(severity, List.copyOf(rungs)));
    if (copy.size() != Severity.values().length
        || copy.values().stream().anyMatch(rungs -> rungs.size() != LAST)) {
      throw new IllegalArgumentException("a ladder has " + LAST + " periods for each severity");
    }
    periods = copy;
  }

  /** The period of a rung below the last. */
  Period of(Severity severity, int rung) {
    List<Period> rungs = periods.get(severity);
    if (rungs == null) {
      throw new IllegalStateException("the constructor has checked that each severity is there");
    }
    return rungs.get(rung);
  }
}
