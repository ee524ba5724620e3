package org.safeguardinghub.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a person is at work in an ordinary week, in local time.
 *
 * @param shifts at least one
 */
public record WeeklyHours(List<Shift> shifts) {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  public WeeklyHours {
    shifts = List.copyOf(shifts);
    if (shifts.isEmpty()) {
      throw new IllegalArgumentException("weekly hours need a shift");
    }
  }

  /**
   * One stretch of work.
   *
   * @param days on which it begins
   * @param until exclusive; of the next day where it is not after {@code from}
   */
  public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    public Shift {
      days = Set.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("a shift begins on some day");
      }
    }

    private boolean overnight() {
      return !until.isAfter(from);
    }

    private Instant start(LocalDate day) {
      return day.atTime(from).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private Instant end(LocalDate day) {
      LocalDate last = overnight() ? day.plusDays(1) : day;
      return last.atTime(until).atZone(WorkingCalendar.ZONE).toInstant();
    }
  }

  /** Whether the person is at work at a moment. */
  public boolean at(Instant moment) {
    return meets(moment, moment, _ -> true);
  }

  /**
   * Whether the person is at work at some moment between two, both included.
   *
   * @param counted days on which a shift takes place; on others, such as bank holidays, it does not
   */
  public boolean meets(Instant from, Instant until, Predicate<LocalDate> counted) {
    LocalDate last = WorkingCalendar.localDay(until);
    for (LocalDate day = before(from); !day.isAfter(last); day = day.plusDays(1)) {
      LocalDate begins = day;
      if (counted.test(day)
          && on(day)
              .anyMatch(s -> !s.start(begins).isAfter(until) && s.end(begins).isAfter(from))) {
        return true;
      }
    }
    return false;
  }

  /** The next moment after this one at which a shift begins or ends. */
  public Optional<Instant> nextBoundAfter(Instant moment) {
    LocalDate first = before(moment);
    return first
        .datesUntil(first.plusDays(10))
        .flatMap(day -> on(day).flatMap(s -> Stream.of(s.start(day), s.end(day))))
        .filter(bound -> bound.isAfter(moment))
        .min(Comparator.naturalOrder());
  }

  /** Whether at every hour of a week somebody of these is at work. */
  public static boolean coverTheWeek(Collection<WeeklyHours> people) {
    BitSet covered = new BitSet(WEEK);
    for (WeeklyHours hours : people) {
      for (Shift shift : hours.shifts) {
        for (DayOfWeek day : shift.days) {
          int start = (day.getValue() - 1) * DAY + shift.from.toSecondOfDay() / 60;
          int length = shift.until.toSecondOfDay() / 60 - shift.from.toSecondOfDay() / 60;
          int minutes = shift.overnight() ? length + DAY : length;
          for (int minute = start; minute < start + minutes; minute++) {
            covered.set(minute % WEEK);
          }
        }
      }
    }
    return covered.cardinality() == WEEK;
  }

  private Stream<Shift> on(LocalDate day) {
    return shifts.stream().filter(shift -> shift.days.contains(day.getDayOfWeek()));
  }

  /** A shift of the day before may still go on. */
  private static LocalDate before(Instant moment) {
    return WorkingCalendar.localDay(moment).minusDays(1);
  }
}
