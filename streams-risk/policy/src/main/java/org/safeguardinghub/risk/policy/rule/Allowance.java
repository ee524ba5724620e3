package org.safeguardinghub.risk.policy.rule;

/**
 * How long something may take.
 *
 * @param unit what is counted
 * @param length how many; 0 days end with the same day
 */
public record Allowance(Unit unit, int length) {
  /** What an allowance counts. */
  public enum Unit {
    /** Clock hours, through nights, weekends and changes of the clock. */
    HOURS("hour"),
    /** Working days; it ends at the close of the last one. */
    WORKING_DAYS("working day"),
    /** School days; it ends where the last one starts: it is to be done before. */
    SCHOOL_DAYS("school day"),
    /** Calendar days; it ends at the close of the last one. */
    DAYS("day");

    private final String word;

    Unit(String word) {
      this.word = word;
    }
  }

  /** In plain words. */
  public String words() {
    if (unit == Unit.DAYS && length == 0) {
      return "the same day";
    }
    if (unit == Unit.SCHOOL_DAYS && length == 1) {
      return "the time before the next school day";
    }
    return length + " " + unit.word + (length == 1 ? "" : "s");
  }
}
