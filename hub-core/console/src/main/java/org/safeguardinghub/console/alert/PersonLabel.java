package org.safeguardinghub.console.alert;

import java.time.LocalDate;
import java.util.Optional;

/** Who a person is, for the eyes of a lead. Never logged: its text form says nothing. */
public record PersonLabel(String name, Optional<LocalDate> dateOfBirth) {
  @Override
  public String toString() {
    return "[withheld]";
  }
}
