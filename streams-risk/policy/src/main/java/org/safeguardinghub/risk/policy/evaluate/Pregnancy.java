package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.risk.policy.rule.EventSelector;

/**
 * The time before the subject's birth, as far as the hub knew of the child then.
 *
 * @param from its first moment
 * @param until its end, outside it
 * @param expected the day on which the child is or was expected, if it is known
 */
record Pregnancy(Instant from, Instant until, Optional<LocalDate> expected) {
  private static final Pregnancy UNKNOWN =
      new Pregnancy(Instant.EPOCH, Instant.EPOCH, Optional.empty());

  /**
   * The pregnancy of an unborn child, or the one before the birth of a child.
   *
   * @param birth notice of a birth, for a child without a date of birth
   * @param days longest pregnancy
   */
  static Pregnancy of(Scan scan, EventSelector birth, int days) {
    Optional<LocalDate> expected = scan.ages().expected(scan.child());
    Optional<LocalDate> born = born(scan, birth);
    if (scan.timeline().subject().scope() != Scope.UNBORN && born.isEmpty()) {
      return UNKNOWN;
    }
    Instant from =
        expected.or(() -> born).map(day -> start(day.minusDays(days))).orElse(Instant.MIN);
    Instant until = born.map(Pregnancy::start).orElse(Instant.MAX);
    // Household context alone tells of no pregnancy.
    return scan.own(event -> event.at().isBefore(until)).isEmpty()
        ? UNKNOWN
        : new Pregnancy(from, until, expected);
  }

  private static Optional<LocalDate> born(Scan scan, EventSelector birth) {
    return scan.timeline().subject().scope() == Scope.UNBORN
        ? Optional.empty()
        : scan.ages()
            .birth(scan.child())
            .or(
                () ->
                    scan.own(Scan.of(birth)).stream()
                        .map(event -> WorkingCalendar.localDay(event.at()))
                        .findFirst());
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
  }

  /** Whether a moment lies in it. */
  boolean holds(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
