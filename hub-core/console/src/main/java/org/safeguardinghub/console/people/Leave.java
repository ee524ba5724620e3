package org.safeguardinghub.console.people;

import java.time.LocalDate;

/** Days on which a person cannot be reached, both included. */
public record Leave(LocalDate firstDay, LocalDate lastDay) {
  public boolean covers(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
