package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.event.Severity;

/**
 * Which of a reader's alerts a list shows. {@link #admits} is the rule; the store's own way of
 * choosing is compared with it.
 *
 * @param pattern code of a pattern that stands
 * @param agency code of an agency that reported something that the reader may see
 * @param planOverdue only those about which something agreed is overdue
 */
public record ListFilter(
    Shelf shelf,
    Optional<Severity> severity,
    Optional<Due> due,
    Optional<String> pattern,
    Optional<String> agency,
    boolean planOverdue) {
  /** A shelf with everything on it. */
  public static ListFilter of(Shelf shelf) {
    return new ListFilter(
        shelf, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** By when an answer is due, or an alert that was put aside asks again. */
  public enum Due implements Coded {
    OVERDUE("overdue", "Overdue"),
    TODAY("today", "Still to come today"),
    WEEK("week", "Within 7 days");

    private final String code;
    private final String title;

    Due(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    public String title() {
      return title;
    }

    public static Optional<Due> of(String code) {
      return Coded.find(values(), code);
    }

    /** From this moment on; the beginning of time where there is no such moment. */
    public Instant from(Instant now) {
      return this == OVERDUE ? Instant.EPOCH : now;
    }

    /** Before this moment. */
    public Instant until(Instant now) {
      return switch (this) {
        case OVERDUE -> now;
        case TODAY -> WorkingCalendar.closeOf(WorkingCalendar.localDay(now));
        case WEEK -> now.plus(Duration.ofDays(7));
      };
    }
  }

  public ListFilter on(Shelf other) {
    return new ListFilter(other, severity, due, pattern, agency, planOverdue);
  }

  /** Whether anything is chosen beside the shelf. */
  public boolean narrows() {
    return !equals(of(shelf));
  }

  /** Whether an alert that is in the reader's hands is in the list. */
  public boolean admits(Alert alert, Reader reader, Instant now) {
    return shelf.states().contains(alert.state())
        && severity.map(alert.severity()::equals).orElse(true)
        && due.map(within -> alert.dueAt().filter(at -> within(within, at, now)).isPresent())
            .orElse(true)
        && pattern.map(code -> stands(alert, code)).orElse(true)
        && agency.map(code -> reported(alert, code, reader)).orElse(true)
        && (!planOverdue || !alert.minutes().overdue(now).isEmpty());
  }

  private static boolean within(Due due, Instant at, Instant now) {
    return !at.isBefore(due.from(now)) && at.isBefore(due.until(now));
  }

  private static boolean stands(Alert alert, String pattern) {
    return alert.standing().stream().anyMatch(finding -> finding.pattern().equals(pattern));
  }

  /** What a reader may not see does not answer to the name of its agency either. */
  private static boolean reported(Alert alert, String agency, Reader reader) {
    return alert.findings().stream()
        .flatMap(finding -> finding.evidence().stream())
        .anyMatch(
            one -> one.agency().equals(agency) && HandlingRule.maySee(one.handling(), reader));
  }
}
