package org.safeguardinghub.risk.alert;

import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * Who answers outside working hours.
 *
 * @param role code of the role, which works by the clock
 * @param severities the severities for which it does; for others the alert waits for the owner
 */
public record OutOfHours(String role, Set<Severity> severities) {
  public OutOfHours {
    severities = Set.copyOf(severities);
  }
}
