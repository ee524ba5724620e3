package org.safeguardinghub.kernel.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The bank holidays of a jurisdiction over the years that its file covers.
 *
 * @param id name of the calendar
 * @param source where the dates come from
 * @param from first day covered
 * @param until last day covered
 * @param days the holidays and their names
 */
public record BankHolidays(
    String id, String source, LocalDate from, LocalDate until, Map<LocalDate, String> days) {
  public BankHolidays {
    days = Collections.unmodifiableMap(new TreeMap<>(days));
  }

  /**
   * Whether the file speaks about this day. Outside it no holiday is known, and weekdays alone
   * decide.
   */
  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** The name of the holiday on this day. */
  public Optional<String> on(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }
}
