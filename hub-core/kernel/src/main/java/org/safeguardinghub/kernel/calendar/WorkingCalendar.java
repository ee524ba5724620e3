package org.safeguardinghub.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Working days and working hours of a tenant. A working day is Monday to Friday and no bank
 * holiday, whatever the offices' hours; working hours are those of the tenant, on days without a
 * bank holiday.
 *
 * @param holidays bank holidays of the jurisdiction
 * @param hours the tenant's working hours
 */
public record WorkingCalendar(BankHolidays holidays, WorkingHours hours) {
  /** Local time of every calendar here. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** England and Wales, with the default working hours. */
  public static WorkingCalendar load() {
    return new WorkingCalendar(CalendarFiles.bankHolidays(), WorkingHours.DEFAULT);
  }

  /** The same calendar with other working hours. */
  public WorkingCalendar with(WorkingHours other) {
    return new WorkingCalendar(holidays, other);
  }

  /** The local day of an instant. */
  public static LocalDate localDay(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  /** The close of a local day, 24:00: the first instant of the next. */
  public static Instant closeOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /** Whether the day is Monday to Friday and no bank holiday. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
        && holidays.on(day).isEmpty();
  }

  /** The n-th working day after a day; the day itself for 0, working or not. */
  public LocalDate workingDayAfter(LocalDate day, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("a period of working days cannot be negative");
    }
    LocalDate reached = day;
    for (int left = n; left > 0; ) {
      reached = reached.plusDays(1);
      if (isWorkingDay(reached)) {
        left--;
      }
    }
    return reached;
  }

  /**
   * The local day on which a period of n working days from a trigger ends. A finding about it bears
   * this date.
   */
  public LocalDate dayOfEnd(Instant trigger, int n) {
    return workingDayAfter(localDay(trigger), n);
  }

  /** The close (24:00) of the n-th working day after the local day of a trigger. */
  public Instant endOfWorkingDays(Instant trigger, int n) {
    return closeOf(dayOfEnd(trigger, n));
  }

  /** Working days after one day up to and including another; 0 if that is not later. */
  public int workingDaysBetween(LocalDate after, LocalDate upTo) {
    int count = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(upTo); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /** Whether the offices work on this day. */
  public boolean isOfficeDay(LocalDate day) {
    return hours.days().contains(day.getDayOfWeek()) && holidays.on(day).isEmpty();
  }

  /** Whether the offices work at this instant. */
  public boolean isOfficeTime(Instant instant) {
    LocalDate day = localDay(instant);
    return isOfficeDay(day) && !instant.isBefore(opening(day)) && instant.isBefore(closing(day));
  }

  /**
   * The instant at which this much working time has passed since another. It may be a closing time;
   * from outside the working hours, no time at all ends at the next opening.
   */
  public Instant addWorkingHours(Instant from, Duration working) {
    if (working.isNegative()) {
      throw new IllegalArgumentException("working time cannot be negative");
    }
    Duration left = working;
    for (LocalDate day = localDay(from); ; day = day.plusDays(1)) {
      if (!isOfficeDay(day) || !from.isBefore(closing(day))) {
        continue;
      }
      Instant start = from.isAfter(opening(day)) ? from : opening(day);
      Duration today = Duration.between(start, closing(day));
      if (left.compareTo(today) <= 0) {
        return start.plus(left);
      }
      left = left.minus(today);
    }
  }

  private Instant opening(LocalDate day) {
    return day.atTime(hours.from()).atZone(ZONE).toInstant();
  }

  private Instant closing(LocalDate day) {
    return day.atTime(hours.until()).atZone(ZONE).toInstant();
  }
}
