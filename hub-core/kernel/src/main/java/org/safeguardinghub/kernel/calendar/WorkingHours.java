package org.safeguardinghub.kernel.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * The hours in which a tenant's offices work.
 *
 * @param days weekdays on which they do
 * @param from opening time
 * @param until closing time, after opening on the same day
 */
public record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
  /** Monday to Friday, nine to five. */
  public static final WorkingHours DEFAULT =
      new WorkingHours(
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          LocalTime.of(9, 0),
          LocalTime.of(17, 0));

  public WorkingHours {
    days = Set.copyOf(days);
    if (days.isEmpty() || !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "working hours need a day, and an opening before the closing");
    }
  }
}
