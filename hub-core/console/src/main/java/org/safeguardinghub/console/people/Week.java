package org.safeguardinghub.console.people;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.calendar.WeeklyHours.Shift;

/**
 * A person's hours in words: {@code mon tue wed 09:00-15:30, fri 22:00-06:00}. A shift that ends no
 * later than it begins ends on the next day.
 */
public final class Week {
  private static final Pattern SHIFT =
      Pattern.compile("((?:[a-z]{3} +)+)([0-9]{2}:[0-9]{2}) *- *([0-9]{2}:[0-9]{2})");

  private Week() {}

  /** The hours; empty where the words say no hours that there are. */
  public static Optional<WeeklyHours> read(String words) {
    List<Shift> shifts = new ArrayList<>();
    for (String part : words.toLowerCase(Locale.ROOT).strip().split(" *, *", -1)) {
      Optional<Shift> shift = shift(part);
      if (shift.isEmpty()) {
        return Optional.empty();
      }
      shifts.add(shift.get());
    }
    return Optional.of(new WeeklyHours(shifts));
  }

  /** The words that {@link #read} reads. */
  public static String words(WeeklyHours hours) {
    return hours.shifts().stream().map(Week::words).collect(Collectors.joining(", "));
  }

  private static String words(Shift shift) {
    String days =
        new TreeSet<>(shift.days()).stream().map(Week::word).collect(Collectors.joining(" "));
    return days + " " + shift.from() + "-" + shift.until();
  }

  private static Optional<Shift> shift(String words) {
    Matcher found = SHIFT.matcher(words);
    if (!found.matches()) {
      return Optional.empty();
    }
    Set<DayOfWeek> days = new TreeSet<>();
    for (String word : found.group(1).strip().split(" +", -1)) {
      Optional<DayOfWeek> day =
          List.of(DayOfWeek.values()).stream().filter(d -> word(d).equals(word)).findFirst();
      if (day.isEmpty()) {
        return Optional.empty();
      }
      days.add(day.get());
    }
    try {
      return Optional.of(
          new Shift(days, LocalTime.parse(found.group(2)), LocalTime.parse(found.group(3))));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
