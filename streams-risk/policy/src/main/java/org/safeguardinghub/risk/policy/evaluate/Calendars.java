package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.safeguardinghub.kernel.calendar.SchoolCalendar;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;

/**
 * The days that periods are counted in.
 *
 * @param working working days of England and Wales
 * @param school school days of the partnership's area
 */
record Calendars(WorkingCalendar working, SchoolCalendar school) {
  static Calendars load() {
    return new Calendars(WorkingCalendar.load(), SchoolCalendar.load(""));
  }

  /**
   * The n-th school day after the local day of a moment. Where the file of school terms ends before
   * it, working days go on: nothing waits for ever because nobody has entered next year's terms.
   */
  LocalDate schoolDay(Instant from, int n) {
    LocalDate day = WorkingCalendar.localDay(from);
    for (int counted = 0; counted < n; counted++) {
      Optional<LocalDate> next = school.nextSchoolDay(day);
      day = next.isPresent() ? next.get() : working.dayOfEnd(closing(day), 1);
    }
    return day;
  }

  private static Instant closing(LocalDate day) {
    return WorkingCalendar.closeOf(day).minusMillis(1);
  }
}
