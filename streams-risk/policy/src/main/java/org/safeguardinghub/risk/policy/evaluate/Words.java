package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * Fills the policy's texts. What goes in is counts, agency families, types and dates: never a name
 * or a place.
 */
public final class Words {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
  // Every finding says several days: a formatter would take as long as all that is counted.
  private static final List<String> MONTHS =
      Stream.of(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.UK))
          .toList();
  private static final List<String> COUNTED =
      List.of("incidents", "families", "familyCount", "level", "first", "last");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

  private Words() {}

  /** The names of the placeholders in a text. */
  public static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(result -> result.group(1)).toList();
  }

  /** What stands for a placeholder, if anything does. */
  interface Values {
    @Nullable String of(String placeholder);
  }

  static String fill(String text, Map<String, String> values) {
    return fill(text, values::get);
  }

  static String fill(String text, Values values) {
    StringBuilder filled = new StringBuilder(text.length() * 2);
    int written = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : values.of(text.substring(open + 1, close));
      if (value != null) {
        filled.append(text, written, open).append(value);
        written = close + 1;
      }
    }
    return filled.append(text, written, text.length()).toString();
  }

  static String day(Instant moment) {
    LocalDate day = WorkingCalendar.localDay(moment);
    return day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + ' ' + day.getYear();
  }

  static String moment(Instant moment) {
    return moment.atZone(WorkingCalendar.ZONE).format(MOMENT);
  }

  static String families(Collection<OriginFamily> families) {
    StringJoiner titles = new StringJoiner("; ");
    for (OriginFamily family : OriginFamily.values()) {
      if (families.contains(family)) {
        titles.add(family.title());
      }
    }
    return titles.toString();
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  static Map<String, String> of(Match match) {
    Map<String, String> values = new HashMap<>(match.values());
    for (String counted : COUNTED) {
      String value = of(match, counted);
      if (value != null) {
        values.put(counted, value);
      }
    }
    return values;
  }

  /** What a match says for one placeholder: most texts have few. */
  static @Nullable String of(Match match, String placeholder) {
    String own = match.values().get(placeholder);
    if (own != null) {
      return own;
    }
    List<Incident> incidents = match.incidents();
    return switch (placeholder) {
      case "incidents" -> Integer.toString(incidents.size());
      case "families" -> families(match.families());
      case "familyCount" -> Integer.toString(match.families().size());
      case "level" -> Integer.toString(match.level());
      case "first" -> incidents.isEmpty() ? null : day(incidents.getFirst().at());
      case "last" -> incidents.isEmpty() ? null : day(incidents.getLast().at());
      default -> null;
    };
  }
}
