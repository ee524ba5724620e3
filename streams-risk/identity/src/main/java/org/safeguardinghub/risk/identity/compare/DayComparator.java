package org.safeguardinghub.risk.identity.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates of birth with the errors that people make: day and month swapped, one digit, a part wrong,
 * a placeholder, a year alone, an age that gives the year roughly.
 */
public final class DayComparator implements FieldComparator {
  private static final List<Agreement> SCALE =
      List.of(
          Agreement.EXACT,
          Agreement.SWAPPED,
          Agreement.DIGIT,
          Agreement.TWO_PARTS,
          Agreement.SAME_YEAR,
          Agreement.NEAR,
          Agreement.DIFFERENT);
  private static final Pattern NUMBER = Pattern.compile("\\d+|[\\p{L}]{3,}");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[0-9]{3}|20[0-9]{2})(?!\\d)");
  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  /** Years that lie this near to each other may be an age that was told roughly. */
  private static final int NEAR_YEARS = 2;

  private final List<String> orders;

  /**
   * A comparator for dates written in these ways, tried in turn.
   *
   * @param formats such as {@code yyyyMMdd}, {@code dd/MM/yyyy}, {@code d MMM yyyy}, {@code yyyy};
   *     none: year first where it has four digits, else day first
   */
  public DayComparator(List<String> formats) {
    this.orders = List.copyOf(formats);
  }

  @Override
  public List<Agreement> scale() {
    return SCALE;
  }

  @Override
  public Form.@Nullable Day read(String sent) {
    String text = sent.strip();
    if (text.isEmpty()) {
      return null;
    }
    for (String order : orders) {
      Form.Day read = byFormat(text, order);
      if (read != null) {
        return read;
      }
    }
    Form.Day guessed = guess(text);
    if (guessed != null) {
      return guessed;
    }
    Matcher year = YEAR.matcher(text);
    return year.find() ? day(Integer.parseInt(year.group()), 0, 0) : null;
  }

  /** A year of birth that follows from an age. */
  public static Form.Day year(int year) {
    return day(year, 0, 0);
  }

  private static Form.@Nullable Day guess(String text) {
    String digits = Plain.digits(text);
    if (digits.length() == 8 && digits.length() == text.length()) {
      return byFormat(text, "yyyyMMdd");
    }
    boolean yearFirst =
        text.length() > 4 && text.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9');
    return byFormat(text, yearFirst ? "yyyy-MM-dd" : "dd-MM-yyyy");
  }

  private static Form.@Nullable Day byFormat(String text, String format) {
    return format.matches("[yMd]+") ? compact(text, format) : spaced(text, format);
  }

  /** Parts by their places: {@code yyyyMMdd}. */
  private static Form.@Nullable Day compact(String text, String format) {
    if (text.length() != format.length() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    int[] parts = new int[3];
    for (int i = 0; i < format.length(); i++) {
      int part = "yMd".indexOf(format.charAt(i));
      parts[part] = parts[part] * 10 + text.charAt(i) - '0';
    }
    return day(parts[0], parts[1], parts[2]);
  }

  /** Parts by their order: {@code dd/MM/yyyy}, {@code d MMM yyyy}. */
  private static Form.@Nullable Day spaced(String text, String format) {
    String order = format.replaceAll("[^yMd]", "").replaceAll("(.)\\1+", "$1");
    int[] parts = new int[3];
    Matcher numbers = NUMBER.matcher(text);
    int at = 0;
    while (numbers.find()) {
      if (at == order.length()) {
        // A time of day after the date is no part of it.
        return at == 3 ? day(parts[0], parts[1], parts[2]) : null;
      }
      Integer value = number(numbers.group());
      if (value == null) {
        return null;
      }
      parts["yMd".indexOf(order.charAt(at++))] = value;
    }
    return at == order.length() && parts[0] > 0 ? day(parts[0], parts[1], parts[2]) : null;
  }

  private static @Nullable Integer number(String part) {
    if (Character.isDigit(part.charAt(0))) {
      return part.length() > 4 ? null : Integer.valueOf(part);
    }
    return MONTHS.get(part.substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private static Form.Day day(int year, int month, int day) {
    boolean vague = month == 0 || day == 0 || (month == 1 && day == 1);
    return new Form.Day(year + "-" + month + "-" + day, year, month, day, vague);
  }

  @Override
  public Agreement same(long signature) {
    return Agreement.EXACT;
  }

  @Override
  public Agreement compare(Form one, Form other) {
    return one.key().equals(other.key())
        ? Agreement.EXACT
        : bySignatures(one.signature(), other.signature());
  }

  /** Signatures hold all that is known of days. */
  @Override
  public Agreement bySignatures(long one, long other) {
    int left = (int) one;
    int right = (int) other;
    if (one >>> 32 != 0 || other >>> 32 != 0) {
      int apart = Math.abs(yearOf(left) - yearOf(right));
      return apart == 0
          ? Agreement.SAME_YEAR
          : apart <= NEAR_YEARS ? Agreement.NEAR : Agreement.DIFFERENT;
    }
    int different = left ^ right;
    if (different >>> 16 == 0
        && (left >>> 8 & 0xFF) == (right & 0xFF)
        && (left & 0xFF) == (right >>> 8 & 0xFF)) {
      return Agreement.SWAPPED;
    }
    if (oneOff(left, right)) {
      return Agreement.DIGIT;
    }
    int same = different >>> 16 == 0 ? 1 : 0;
    same += (different & 0xFF00) == 0 ? 1 : 0;
    same += (different & 0xFF) == 0 ? 1 : 0;
    if (same == 2) {
      return Agreement.TWO_PARTS;
    }
    return different >>> 16 == 0 ? Agreement.NEAR : Agreement.DIFFERENT;
  }

  /** One of eight digits is another, or two neighbours are swapped. */
  private static boolean oneOff(int left, int right) {
    int different = left ^ right;
    int first = Integer.numberOfTrailingZeros(different) & ~3;
    int rest = different >>> first;
    if (rest >>> 4 == 0) {
      return true;
    }
    int low = left >>> first;
    int high = right >>> first;
    return rest >>> 8 == 0
        && (low & 0xF) == (high >>> 4 & 0xF)
        && (low >>> 4 & 0xF) == (high & 0xF);
  }

  private static int yearOf(int digits) {
    return (digits >>> 28) * 1000
        + (digits >>> 24 & 0xF) * 100
        + (digits >>> 20 & 0xF) * 10
        + (digits >>> 16 & 0xF);
  }
}
