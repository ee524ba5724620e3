package org.safeguardinghub.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.calendar.WeeklyHours.Shift;

final class WeeklyHoursTest {
  private static final WeeklyHours MORNINGS = hours("09:00", "12:30", DayOfWeek.MONDAY);
  private static final WeeklyHours NIGHTS = hours("22:00", "06:00", DayOfWeek.FRIDAY);

  private static WeeklyHours hours(String from, String until, DayOfWeek... days) {
    return new WeeklyHours(
        List.of(new Shift(Set.of(days), LocalTime.parse(from), LocalTime.parse(until))));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
  }

  @Test
  void aShiftBeginsIncludedAndEndsExcluded() {
    assertThat(MORNINGS.at(at("2026-03-02T08:59"))).isFalse();
    assertThat(MORNINGS.at(at("2026-03-02T09:00"))).isTrue();
    assertThat(MORNINGS.at(at("2026-03-02T12:29"))).isTrue();
    assertThat(MORNINGS.at(at("2026-03-02T12:30"))).isFalse();
    assertThat(MORNINGS.at(at("2026-03-03T10:00"))).as("Tuesday").isFalse();
  }

  @Test
  void aNightShiftGoesOnIntoTheNextDay() {
    assertThat(NIGHTS.at(at("2026-03-06T23:00"))).isTrue();
    assertThat(NIGHTS.at(at("2026-03-07T05:59"))).isTrue();
    assertThat(NIGHTS.at(at("2026-03-07T06:00"))).isFalse();
    assertThat(NIGHTS.at(at("2026-03-06T05:00"))).as("Thursday's night").isFalse();
  }

  @Test
  void aStretchMeetsTheHoursWhereTheyOverlapOnADayThatCounts() {
    Instant sunday = at("2026-03-01T18:00");
    assertThat(MORNINGS.meets(sunday, at("2026-03-02T08:59"), _ -> true)).isFalse();
    assertThat(MORNINGS.meets(sunday, at("2026-03-02T09:00"), _ -> true)).isTrue();
    assertThat(MORNINGS.meets(sunday, at("2026-03-04T09:00"), _ -> false)).isFalse();
  }

  @Test
  void theNextBoundIsTheNextBeginningOrEnd() {
    assertThat(MORNINGS.nextBoundAfter(at("2026-03-02T08:00"))).contains(at("2026-03-02T09:00"));
    assertThat(MORNINGS.nextBoundAfter(at("2026-03-02T09:00"))).contains(at("2026-03-02T12:30"));
    assertThat(MORNINGS.nextBoundAfter(at("2026-03-02T12:30"))).contains(at("2026-03-09T09:00"));
    assertThat(NIGHTS.nextBoundAfter(at("2026-03-07T01:00"))).contains(at("2026-03-07T06:00"));
  }

  @Test
  void peopleCoverTheWeekOnlyTogetherAndWithoutAGap() {
    DayOfWeek[] all = EnumSet.allOf(DayOfWeek.class).toArray(DayOfWeek[]::new);
    WeeklyHours day = hours("08:00", "20:00", all);
    WeeklyHours night = hours("20:00", "08:00", all);
    assertThat(WeeklyHours.coverTheWeek(List.of(day, night))).isTrue();
    assertThat(WeeklyHours.coverTheWeek(List.of(day, hours("20:00", "07:59", all)))).isFalse();
    assertThat(WeeklyHours.coverTheWeek(List.of(hours("00:00", "00:00", all)))).isTrue();
    assertThat(WeeklyHours.coverTheWeek(List.of(day))).isFalse();
  }
}
