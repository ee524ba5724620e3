package org.safeguardinghub.risk.identity.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in its comparison form. What was sent cannot be had back from it. */
public sealed interface Form {
  /** Equal values have equal keys: what makes two values of a field "the same". */
  String key();

  /**
   * Words of a name or a text.
   *
   * @param letters of all words without spaces
   * @param words in their order
   */
  record Words(String key, Letters letters, List<Word> words) implements Form {
    public Words {
      words = List.copyOf(words);
    }

    /** All words without spaces. */
    public String joined() {
      return letters.text();
    }
  }

  /**
   * One word.
   *
   * @param letters its letters
   * @param sound how it sounds, "" where that says nothing
   * @param classes of name forms, ascending
   */
  record Word(Letters letters, String sound, List<Integer> classes) {
    public Word {
      classes = List.copyOf(classes);
    }

    /** In plain letters. */
    public String text() {
      return letters.text();
    }

    boolean isFormOf(Word other) {
      for (int nameClass : classes) {
        if (other.classes.contains(nameClass)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A date as far as it is known. Months and days may be impossible ones: a slip is kept as it was
   * made.
   *
   * @param year 0 where unknown
   * @param month 0 where unknown
   * @param day 0 where unknown
   * @param vague the first of January or a year alone: says the year and no more
   */
  record Day(String key, int year, int month, int day, boolean vague) implements Form {}

  /**
   * A code, number, identifier or category in plain letters and digits.
   *
   * @param trusted whether it passes its own check (always where there is none)
   * @param area its leading part that stands for a larger area, if any
   */
  record Code(String key, boolean trusted, @Nullable String area) implements Form {}
}
