package org.safeguardinghub.connectors.form.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Letters of a date format that are sound and mean something else than their author: with them no
 * day of the source is ever read.
 */
final class DayLetters {
  private static final char QUOTE = '\'';

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
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "'" + pattern + "': " + String.join(" and ", wrong) + "; write " + meant(pattern));
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
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      quoted ^= letter == QUOTE;
      meant.append(quoted ? letter : small(letter));
    }
    return meant.toString();
  }

  private static char small(char letter) {
    return letter == 'D' || letter == 'Y' ? Character.toLowerCase(letter) : letter;
  }
}
