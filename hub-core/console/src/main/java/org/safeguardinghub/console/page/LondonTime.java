package org.safeguardinghub.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.safeguardinghub.console.alert.EventDetail.Precision;

/** Times as people say them, in the time of England. */
public final class LondonTime {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final DateTimeFormatter CLOCK = of("HH:mm");
  private static final DateTimeFormatter DAY = of("d MMMM yyyy");
  private static final DateTimeFormatter WEEKDAY = of("EEEE d MMMM");
  private static final DateTimeFormatter FULL = of("EEEE d MMMM yyyy HH:mm");
  private static final DateTimeFormatter MONTH = of("MMMM yyyy");

  private LondonTime() {}

  /** {@code due today 16:00}, {@code overdue, was due yesterday 16:00}. */
  public static String due(Instant due, Instant now) {
    return due(due, now, when(due, now));
  }

  /** The same with the time in words of another kind. */
  static String due(Instant due, Instant now, String when) {
    return overdue(due, now) ? "overdue, was due " + when : "due " + when;
  }

  /** Whether a day begins at this moment. */
  static boolean midnight(Instant moment) {
    return moment.atZone(LONDON).toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  public static boolean overdue(Instant due, Instant now) {
    return due.isBefore(now);
  }

  /** {@code today 16:00}, {@code tomorrow 09:30}, {@code Friday 27 November 10:00}. */
  public static String when(Instant moment, Instant now) {
    ZonedDateTime local = moment.atZone(LONDON);
    LocalDate today = now.atZone(LONDON).toLocalDate();
    long days = ChronoUnit.DAYS.between(today, local.toLocalDate());
    String clock = CLOCK.format(local);
    if (days == 0) {
      return "today " + clock;
    }
    if (days == 1) {
      return "tomorrow " + clock;
    }
    if (days == -1) {
      return "yesterday " + clock;
    }
    boolean near = Math.abs(days) < 180;
    return (near ? WEEKDAY : DAY).format(local) + " " + clock;
  }

  /** {@code 5 weeks}, {@code 4 months}, {@code 2 years}: whole ones, of the largest that fits. */
  static String span(Duration span) {
    long days = span.toDays();
    if (days < 60) {
      return Words.count((int) (days / 7), "week", "weeks");
    }
    return days < 730
        ? Words.count((int) (days / 30), "month", "months")
        : Words.count((int) (days / 365), "year", "years");
  }

  /** {@code Saturday 20 June 2026 12:00}, for what is read on another day. */
  public static String full(Instant moment) {
    return FULL.format(moment.atZone(LONDON));
  }

  public static String day(Instant moment) {
    return DAY.format(moment.atZone(LONDON));
  }

  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** When something happened, as exactly as that is known. */
  public static String occurred(Instant moment, Precision precision) {
    ZonedDateTime local = moment.atZone(LONDON);
    return switch (precision) {
      case EXACT -> DAY.format(local) + ", " + CLOCK.format(local);
      case DAY -> DAY.format(local);
      case APPROXIMATE -> "about " + DAY.format(local);
      case RANGE -> "from " + DAY.format(local);
    };
  }

  public static String month(Instant moment) {
    return MONTH.format(moment.atZone(LONDON));
  }

  /** How late the hub learned of something, where that matters: from two days on. */
  public static Optional<String> late(Instant occurred, Instant received) {
    long days = Duration.between(occurred, received).toDays();
    return days < 2 ? Optional.empty() : Optional.of("learned " + days + " days later");
  }

  /** {@code 2 years old}, {@code 7 weeks old}; nothing for a date to come. */
  public static Optional<String> age(LocalDate birth, Instant now) {
    LocalDate today = now.atZone(LONDON).toLocalDate();
    if (birth.isAfter(today)) {
      return Optional.empty();
    }
    long years = ChronoUnit.YEARS.between(birth, today);
    if (years >= 2) {
      return Optional.of(years + " years old");
    }
    long months = ChronoUnit.MONTHS.between(birth, today);
    if (months >= 3) {
      return Optional.of(months + " months old");
    }
    long weeks = ChronoUnit.WEEKS.between(birth, today);
    return Optional.of(weeks == 1 ? "1 week old" : weeks + " weeks old");
  }

  private static DateTimeFormatter of(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}
