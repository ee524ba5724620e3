package org.safeguardinghub.kernel.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as senders write them: ISO 8601. Without an offset a time is local time in England. */
public final class Times {
  /** The clock on the wall of the agencies. */
  public static final ZoneId LOCAL = ZoneId.of("Europe/London");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.{5,40}");
  private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})");
  private static final DateTimeFormatter STRICT_DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /** Whether the text names a day only. */
  public static boolean dateOnly(String text) {
    return DATE.matcher(text).matches();
  }

  /** The moment, or the start of the day; empty if there is no such time. */
  public static Optional<Instant> parse(String text) {
    if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (dateOnly(text)) {
        return Optional.of(LocalDate.parse(text, STRICT_DATE).atStartOfDay(LOCAL).toInstant());
      }
      return Optional.of(
          OFFSET.matcher(text).matches()
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).atZone(LOCAL).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether there is such a day. */
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text, STRICT_DATE));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
