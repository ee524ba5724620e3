package org.safeguardinghub.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkingCalendarTest {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.load();

  @ParameterizedTest
  @CsvSource({
    // Friday before the spring bank holiday
    "2026-05-22T10:00,1,2026-05-26",
    // over Easter and the early May bank holiday
    "2026-04-17T16:00,20,2026-05-18",
    "2026-04-02T09:00,1,2026-04-07",
    // triggers at the weekend and on a holiday itself
    "2026-05-23T00:00,1,2026-05-26",
    "2026-05-25T12:00,1,2026-05-26",
    // over Christmas with its substitute day, and New Year
    "2026-12-24T23:59,1,2026-12-29",
    "2027-12-24T12:00,3,2027-12-31",
    "2027-12-31T12:00,1,2028-01-04",
    "2026-06-10T12:00,0,2026-06-10"
  })
  void aPeriodOfWorkingDaysEndsOnThisDay(String trigger, int days, LocalDate end) {
    assertThat(CALENDAR.dayOfEnd(local(trigger), days)).isEqualTo(end);
  }

  @Test
  void theDayOfATriggerIsItsLocalDay() {
    // 23:30 UTC on Friday is half past midnight on Saturday in summer
    assertThat(WorkingCalendar.localDay(Instant.parse("2026-05-22T23:30:00Z")))
        .isEqualTo("2026-05-23");
    assertThat(CALENDAR.dayOfEnd(Instant.parse("2026-06-04T22:59:59Z"), 1)).isEqualTo("2026-06-05");
    assertThat(CALENDAR.dayOfEnd(Instant.parse("2026-06-04T23:00:00Z"), 1)).isEqualTo("2026-06-08");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-22T10:00,1,2026-05-26T23:00:00Z",
    "2026-01-13T10:00,1,2026-01-15T00:00:00Z",
    // the clocks go forward on 29 March 2026 and back on 25 October 2026
    "2026-03-27T10:00,1,2026-03-30T23:00:00Z",
    "2026-03-27T10:00,0,2026-03-28T00:00:00Z",
    "2026-10-23T10:00,0,2026-10-23T23:00:00Z",
    "2026-10-23T10:00,1,2026-10-27T00:00:00Z"
  })
  void theEndIsTheCloseOfThatDayInLocalTime(String trigger, int days, Instant end) {
    assertThat(CALENDAR.endOfWorkingDays(local(trigger), days)).isEqualTo(end);
  }

  @Test
  void theDaysOfTheClockChangesAreAnHourShorterAndLonger() {
    assertThat(between("2026-03-28", "2026-03-29")).isEqualTo(Duration.ofHours(23));
    assertThat(between("2026-10-24", "2026-10-25")).isEqualTo(Duration.ofHours(25));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-10T10:00,4,2026-06-10T14:00",
    "2026-06-10T13:00,4,2026-06-10T17:00",
    "2026-06-10T15:30,4,2026-06-11T11:30",
    "2026-06-10T07:15,4,2026-06-10T13:00",
    "2026-06-10T17:00,4,2026-06-11T13:00",
    "2026-06-10T23:30,0,2026-06-11T09:00",
    "2026-06-10T10:00,0,2026-06-10T10:00",
    "2026-06-10T10:00,24,2026-06-15T10:00",
    // Friday afternoon before a bank holiday
    "2026-05-22T16:00,4,2026-05-26T12:00",
    // over both changes of the clock the office still opens at nine
    "2026-03-27T16:00,4,2026-03-30T12:00",
    "2026-10-23T16:00,4,2026-10-26T12:00"
  })
  void workingHoursRunWhileTheOfficesWork(String from, int hours, String end) {
    assertThat(CALENDAR.addWorkingHours(local(from), Duration.ofHours(hours)))
        .isEqualTo(local(end));
  }

  @Test
  void workingHoursAreTheTenants() {
    WorkingHours late =
        new WorkingHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
            LocalTime.of(8, 0),
            LocalTime.of(20, 0));
    WorkingCalendar calendar = CALENDAR.with(late);

    assertThat(calendar.addWorkingHours(local("2026-06-12T19:00"), Duration.ofHours(4)))
        .isEqualTo(local("2026-06-13T11:00"));
    assertThat(calendar.isOfficeTime(local("2026-06-13T08:00"))).isTrue();
    assertThat(calendar.isOfficeTime(local("2026-06-13T20:00"))).isFalse();
    // working days do not follow the offices' hours
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 6, 13))).isFalse();
    assertThat(CALENDAR.isOfficeTime(local("2026-05-25T10:00"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void workingTimeAddsUp(int seed) {
    Instant from = local("2026-03-20T06:00").plus(Duration.ofMinutes(seed * 937L));
    for (int minutes = 1; minutes < 3_000; minutes += 61) {
      Instant once = CALENDAR.addWorkingHours(from, Duration.ofMinutes(minutes + 240L));
      Instant twice =
          CALENDAR.addWorkingHours(
              CALENDAR.addWorkingHours(from, Duration.ofMinutes(minutes)), Duration.ofMinutes(240));
      assertThat(twice).as("seed %d, minutes %d", seed, minutes).isEqualTo(once);
    }
  }

  @Test
  void workingDaysBetweenIsTheInverseOfWorkingDayAfter() {
    LocalDate start = LocalDate.of(2025, 12, 19);
    for (int n = 0; n < 300; n++) {
      assertThat(CALENDAR.workingDaysBetween(start, CALENDAR.workingDayAfter(start, n)))
          .isEqualTo(n);
    }
    assertThat(CALENDAR.workingDaysBetween(start, start.minusDays(30))).isZero();
  }

  @Test
  void negativePeriodsAreFaultsOfTheCaller() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.workingDayAfter(LocalDate.EPOCH, -1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CALENDAR.addWorkingHours(Instant.EPOCH, Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new WorkingHours(EnumSet.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.NOON));
  }

  @Test
  void bankHolidaysCoverTheirYearsAndNothingElse() {
    BankHolidays holidays = CALENDAR.holidays();
    assertThat(holidays.source()).contains("GOV.UK");
    assertThat(holidays.days()).hasSize(5 * 8);
    assertThat(holidays.days().keySet()).allMatch(day -> day.getDayOfWeek().getValue() <= 5);
    assertThat(holidays.covers(LocalDate.of(2024, 1, 1))).isTrue();
    assertThat(holidays.covers(LocalDate.of(2028, 12, 31))).isTrue();
    assertThat(holidays.covers(LocalDate.of(2023, 12, 31))).isFalse();
    assertThat(holidays.covers(LocalDate.of(2029, 1, 1))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {2024, 2025, 2026, 2027, 2028})
  void bankHolidaysFollowTheRulesOfTheirYear(int year) {
    LocalDate easter = easter(year);
    assertThat(CALENDAR.holidays().on(easter.minusDays(2))).hasValue("Good Friday");
    assertThat(CALENDAR.holidays().on(easter.plusDays(1))).hasValue("Easter Monday");
    assertThat(CALENDAR.holidays().on(firstMonday(LocalDate.of(year, 5, 1))))
        .hasValue("Early May bank holiday");
    assertThat(CALENDAR.holidays().on(firstMonday(LocalDate.of(year, 5, 25))))
        .hasValue("Spring bank holiday");
    assertThat(CALENDAR.holidays().on(firstMonday(LocalDate.of(year, 8, 25))))
        .hasValue("Summer bank holiday");
    LocalDate newYear = LocalDate.of(year, 1, 1);
    LocalDate observed = newYear.getDayOfWeek().getValue() > 5 ? firstMonday(newYear) : newYear;
    assertThat(CALENDAR.holidays().on(observed)).isPresent();
    assertThat(
            CALENDAR.holidays().days().keySet().stream()
                .filter(day -> day.getYear() == year && day.getMonthValue() == 12))
        .hasSize(2);
  }

  private static LocalDate firstMonday(LocalDate from) {
    return from.plusDays((8 - from.getDayOfWeek().getValue()) % 7);
  }

  /** The anonymous Gregorian computus. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }

  private static Duration between(String day, String next) {
    return Duration.between(
        WorkingCalendar.closeOf(LocalDate.parse(day)),
        WorkingCalendar.closeOf(LocalDate.parse(next)));
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(WorkingCalendar.ZONE).toInstant();
  }
}
