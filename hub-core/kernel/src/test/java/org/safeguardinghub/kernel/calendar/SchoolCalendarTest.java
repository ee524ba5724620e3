package org.safeguardinghub.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;

final class SchoolCalendarTest {
  private static final SchoolCalendar FABLEWICK = SchoolCalendar.load("fablewick");

  @ParameterizedTest
  @CsvSource({
    "2026-03-06,2026-03-09",
    "2026-03-27,2026-04-13",
    "2026-05-01,2026-05-05",
    "2026-05-22,2026-06-01",
    "2026-07-21,2026-09-03",
    "2026-03-10,2026-03-11"
  })
  void theNextSchoolDayIsAfterWeekendsHolidaysBreaksAndClosures(LocalDate day, LocalDate next) {
    assertThat(FABLEWICK.nextSchoolDay(day)).hasValue(next);
    assertThat(FABLEWICK.isSchoolDay(next)).isTrue();
  }

  @Test
  void schoolDaysAreNotBankHolidaysWeekendsOrClosures() {
    assertThat(FABLEWICK.isSchoolDay(LocalDate.of(2026, 5, 4))).isFalse();
    assertThat(FABLEWICK.isSchoolDay(LocalDate.of(2026, 3, 7))).isFalse();
    assertThat(FABLEWICK.isSchoolDay(LocalDate.of(2026, 9, 2))).isFalse();
    assertThat(FABLEWICK.isSchoolDay(LocalDate.of(2026, 2, 16))).isFalse();
  }

  @Test
  void whatMustPrecedeSchoolEndsAtItsMidnight() {
    assertThat(FABLEWICK.startOfNextSchoolDay(Instant.parse("2026-03-27T20:00:00Z")))
        .hasValue(Instant.parse("2026-04-12T23:00:00Z"));
  }

  @Test
  void beyondTheFileNoSchoolDayIsInvented() {
    assertThat(FABLEWICK.nextSchoolDay(LocalDate.of(2028, 12, 20))).isEmpty();
    assertThat(FABLEWICK.nextSchoolDay(LocalDate.of(2040, 1, 1))).isEmpty();
  }

  @Test
  void anAreaWithoutTermsOfItsOwnHasTheDefaultOnes() {
    assertThat(SchoolCalendar.load("elsewhere")).isEqualTo(FABLEWICK);
  }

  @Test
  void faultyFilesSayWhere() {
    Faults faults = new Faults("terms");
    CalendarFiles.schoolCalendars(
        """
        id: x
        areas:
          - area: a
            source: s
            terms:
              - {name: one, from: 2026-02-01, until: 2026-01-01}
              - {name: two, from: 2025-02-30, until: 2026-03-01, colour: red}
        """,
        FABLEWICK.holidays(),
        faults);
    assertThat(faults.inOrder())
        .extracting(Fault::toString)
        .containsExactlyInAnyOrder(
            "terms:6: 'until' is before 'from'",
            "terms:7: 'from' must be a date such as 2026-03-01",
            "terms:7: unknown key 'colour'",
            "terms:7: a half term must start after the one before it");

    Faults days = new Faults("days");
    CalendarFiles.bankHolidays(
        """
        id: x
        source: s
        from: 2026-01-01
        until: 2026-12-31
        days:
          - {date: 2026-01-01, name: one}
          - {date: 2026-01-01, name: again}
          - {date: 2027-01-01, name: late}
        """,
        days);
    assertThat(days.inOrder())
        .extracting(Fault::toString)
        .containsExactly(
            "days:7: the day is given twice", "days:8: the day lies outside from and until");
  }
}
