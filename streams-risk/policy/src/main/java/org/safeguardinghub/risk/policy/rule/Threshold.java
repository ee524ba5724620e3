package org.safeguardinghub.risk.policy.rule;

import java.time.Duration;

/** At least so many incidents within so many elapsed days of 24 hours. */
public record Threshold(int incidents, int days) {
  /** Length of the window. */
  public Duration window() {
    return Duration.ofDays(days);
  }
}
