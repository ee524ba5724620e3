package org.safeguardinghub.connectors.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as agencies' systems write them. */
public final class Days {
  private static final Pattern BRITISH =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?");
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(\\d{4})-([A-Za-z]{3})-(\\d{2})(?: .*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ].*)?");

  private Days() {}

  /**
   * The day of a text such as 02/03/2026 or 2026-03-02, with or without a time of day; empty if
   * there is no such day.
   */
  public static Optional<LocalDate> of(String text) {
    String plain = text.strip();
    Matcher british = BRITISH.matcher(plain);
    if (british.matches()) {
      return day(british.group(3), british.group(2), british.group(1));
    }
    Matcher named = MONTH_NAMED.matcher(plain);
    if (named.matches()) {
      int month = MONTHS.indexOf(named.group(2).toLowerCase(Locale.ROOT)) + 1;
      return day(named.group(1), Integer.toString(month), named.group(3));
    }
    Matcher iso = ISO.matcher(plain);
    return iso.matches()
        ? day(iso.group(1).substring(0, 4), iso.group(1).substring(5, 7), iso.group(1).substring(8))
        : Optional.empty();
  }

  /**
   * The day or the time of a text in a format of {@link DateTimeFormatter}; empty if it does not
   * fit or there is no such day.
   *
   * @return in ISO form: 2026-03-02, or 2026-03-02T09:30:00
   */
  public static Optional<String> inFormat(String text, DateTimeFormatter format) {
    DateTimeFormatter strict = format.withResolverStyle(ResolverStyle.STRICT);
    try {
      return Optional.of(
          switch (strict.parseBest(text.strip(), LocalDateTime::from, LocalDate::from)) {
            case LocalDateTime time -> time.withNano(0).toString();
            case LocalDate day -> day.toString();
            default -> throw new DateTimeException("neither a day nor a time");
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
