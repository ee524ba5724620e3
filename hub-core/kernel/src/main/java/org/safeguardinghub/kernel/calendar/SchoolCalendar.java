package org.safeguardinghub.kernel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The school days of an area, or of one school: weekdays within its half terms, without bank
 * holidays and closures.
 *
 * @param area the area or school that it holds for
 * @param source where the dates come from
 * @param holidays bank holidays of the jurisdiction
 * @param terms half terms in order, first and last days included
 * @param closures further days without school, such as training days
 */
public record SchoolCalendar(
    String area,
    String source,
    BankHolidays holidays,
    List<HalfTerm> terms,
    Set<LocalDate> closures) {
  public SchoolCalendar {
    terms = terms.stream().sorted(Comparator.comparing(HalfTerm::from)).toList();
    closures = Set.copyOf(closures);
  }

  /** One stretch of school days between breaks. */
  public record HalfTerm(String name, LocalDate from, LocalDate until) {}

  /** The shipped calendar of an area; the default area's where it has none of its own. */
  public static SchoolCalendar load(String area) {
    return CalendarFiles.schoolCalendar(area, CalendarFiles.bankHolidays());
  }

  /** Whether there is school on this day. */
  public boolean isSchoolDay(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
        && holidays.on(day).isEmpty()
        && !closures.contains(day)
        && terms.stream()
            .anyMatch(term -> !day.isBefore(term.from()) && !day.isAfter(term.until()));
  }

  /** The first school day after a day; empty where the file ends before one. */
  public Optional<LocalDate> nextSchoolDay(LocalDate day) {
    return lastCovered()
        .flatMap(
            last ->
                day.plusDays(1)
                    .datesUntil(latest(last.plusDays(1), day.plusDays(1)))
                    .filter(this::isSchoolDay)
                    .findFirst());
  }

  /**
   * The first instant of the first school day after the local day of a trigger: what must be done
   * before it.
   */
  public Optional<Instant> startOfNextSchoolDay(Instant trigger) {
    return nextSchoolDay(WorkingCalendar.localDay(trigger))
        .map(day -> day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
  }

  private Optional<LocalDate> lastCovered() {
    return terms.stream().map(HalfTerm::until).max(Comparator.naturalOrder());
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
