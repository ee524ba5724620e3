package org.safeguardinghub.connectors.health.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When something happened.
 *
 * @param text a day, a time in England or a time with an offset, in ISO form
 * @param approximate whether the source said less than a day
 */
public record When(String text, boolean approximate) {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  /** A date or time as FHIR writes it; a year or a month alone stands for its first day. */
  public static Optional<When> of(String fhir) {
    String text = fhir.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (YEAR.matcher(text).matches()) {
      return Optional.of(new When(text + "-01-01", true));
    }
    return Optional.of(
        MONTH.matcher(text).matches() ? new When(text + "-01", true) : new When(text, false));
  }

  /** The day in it, if it names one. */
  public Optional<LocalDate> day() {
    try {
      return text.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(text.substring(0, 10)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "When[withheld]";
  }
}
