package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Letters of a date format that are sound and mean something else than their author: with them no
 * day of the source is ever read.
 */
final class DayLetters {
  private static final char QUOTE = '\'';
  private static final char NONE = ' ';

  /** Letters of an hour. */
  private static final Set<Character> HOURS = Set.of('H', 'h', 'k', 'K');

  private DayLetters() {}

  /** What is wrong with a pattern, and what to write instead. */
  static Optional<String> fault(String pattern) {
    List<String> wrong = new ArrayList<>();
    String letters = outsideQuotes(pattern);
    if (letters.contains("D")) {
      wrong.add(run(letters, 'D') + " is the day of the year");
    }
    if (letters.contains("Y")) {
      wrong.add(run(letters, 'Y') + " is the year that a week belongs to");
    }
    if (minutesForMonths(letters)) {
      wrong.add("mm is minutes, months are MM");
    }
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "'" + pattern + "': " + String.join(" and ", wrong) + "; write " + meant(pattern));
  }

  /** Minutes stand behind hours: anywhere else a month is meant, and it would never be read. */
  private static boolean minutesForMonths(String letters) {
    char before = NONE;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      if (letter == 'm' && before != 'm' && !HOURS.contains(before)) {
        return true;
      }
      before = Character.isLetter(letter) ? letter : before;
    }
    return false;
  }

  private static String run(String letters, char letter) {
    int begin = letters.indexOf(letter);
    int end = begin;
    while (end < letters.length() && letters.charAt(end) == letter) {
      end++;
    }
    return letters.substring(begin, end);
  }

  private static String outsideQuotes(String pattern) {
    return pattern.replaceAll("'[^']*'", " ");
  }

  private static String meant(String pattern) {
    StringBuilder meant = new StringBuilder();
    boolean quoted = false;
    char before = NONE;
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      quoted ^= letter == QUOTE;
      boolean part = !quoted && Character.isLetter(letter);
      boolean same = part && before == letter;
      boolean minutes = same ? meant.charAt(meant.length() - 1) == 'm' : HOURS.contains(before);
      meant.append(part ? meant(letter, minutes) : letter);
      before = part ? letter : before;
    }
    return meant.toString();
  }

  private static char meant(char letter, boolean minutes) {
    return switch (letter) {
      case 'D', 'Y' -> Character.toLowerCase(letter);
      case 'm', 'M' -> minutes ? 'm' : 'M';
      default -> letter;
    };
  }
}
