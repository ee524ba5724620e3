package org.safeguardinghub.risk.policy.oracle;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days of England, with bank holidays of its own. */
final class NaiveDays {
  static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final List<String> BANK_HOLIDAYS =
      List.of(
          "2024-01-01",
          "2024-03-29",
          "2024-04-01",
          "2024-05-06",
          "2024-05-27",
          "2024-08-26",
          "2024-12-25",
          "2024-12-26",
          "2025-01-01",
          "2025-04-18",
          "2025-04-21",
          "2025-05-05",
          "2025-05-26",
          "2025-08-25",
          "2025-12-25",
          "2025-12-26",
          "2026-01-01",
          "2026-04-03",
          "2026-04-06",
          "2026-05-04",
          "2026-05-25",
          "2026-08-31",
          "2026-12-25",
          "2026-12-28",
          "2027-01-01",
          "2027-03-26",
          "2027-03-29",
          "2027-05-03",
          "2027-05-31",
          "2027-08-30",
          "2027-12-27",
          "2027-12-28",
          "2028-01-03",
          "2028-04-14",
          "2028-04-17",
          "2028-05-01",
          "2028-05-29",
          "2028-08-28",
          "2028-12-25",
          "2028-12-26");

  private NaiveDays() {}

  static LocalDate day(Instant moment) {
    return moment.atZone(LONDON).toLocalDate();
  }

  static boolean working(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !BANK_HOLIDAYS.contains(day.toString());
  }

  /** The n-th working day after the local day of a moment. */
  static LocalDate workingDaysAfter(Instant moment, int n) {
    LocalDate day = day(moment);
    int left = n;
    while (left > 0) {
      day = day.plusDays(1);
      if (working(day)) {
        left--;
      }
    }
    return day;
  }

  /** 24:00 of a day. */
  static Instant close(LocalDate day) {
    return day.plusDays(1).atStartOfDay(LONDON).toInstant();
  }

  static Instant minusDays(Instant moment, int days) {
    return moment.minus(Duration.ofHours(24L * days));
  }

  static Instant plusDays(Instant moment, int days) {
    return moment.plus(Duration.ofHours(24L * days));
  }
}
