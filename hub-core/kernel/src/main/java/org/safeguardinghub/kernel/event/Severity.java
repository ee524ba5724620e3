package org.safeguardinghub.kernel.event;

/**
 * How soon a human must act on a finding (domain reference, section 5.1): S1 is the most urgent.
 */
public enum Severity {
  /** Critical: acknowledged in one hour, telephone expected. */
  S1,
  /** High: four working hours. */
  S2,
  /** Medium: one working day. */
  S3,
  /** Low: digest, five working days. */
  S4;

  public boolean moreUrgentThan(Severity other) {
    return compareTo(other) < 0;
  }

  public Severity mostUrgent(Severity other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
