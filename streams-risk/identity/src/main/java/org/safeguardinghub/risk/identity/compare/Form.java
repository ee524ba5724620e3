package org.safeguardinghub.risk.identity.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in its comparison form. What was sent cannot be had back from it. */
public sealed interface Form {
  /** Equal values have equal keys: what makes two values of a field "the same". */
  String key();

  /**
   * A digest of the value by which most values are told apart without looking at them. Equal values
   * have equal signatures; what else they tell is the matter of each kind's comparator.
   */
  long signature();

  /**
   * Words of a name or a text.
   *
   * @param letters of all words without spaces
   * @param words in their order
   * @param signature follows from the others, and is looked at before them
   */
  record Words(String key, Letters letters, List<Word> words, long signature) implements Form {
    public Words {
      words = List.copyOf(words);
    }

    Words(String key, Letters letters, List<Word> words) {
      this(key, letters, words, WordsSignature.of(letters, words));
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
   * @param full those in which it is the full name
   */
  record Word(Letters letters, String sound, List<Integer> classes, List<Integer> full) {
    public Word {
      classes = List.copyOf(classes);
      full = List.copyOf(full);
    }

    /** In plain letters. */
    public String text() {
      return letters.text();
    }

    /** Of two short forms of one name neither is the other's: two children may have them. */
    boolean isShortFormOf(Word name) {
      for (int nameClass : classes) {
        if (name.full.contains(nameClass)) {
          return true;
        }
      }
      return false;
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
  record Day(String key, int year, int month, int day, boolean vague) implements Form {
    /** The eight digits of year, month and day, four bits each; above them whether it is vague. */
    @Override
    public long signature() {
      long digits = 0;
      int number = (year % 10_000) * 10_000 + (month % 100) * 100 + day % 100;
      for (int i = 0; i < 8; i++) {
        digits |= (long) (number % 10) << (4 * i);
        number /= 10;
      }
      return vague ? digits | (1L << 32) : digits;
    }
  }

  /**
   * A code, number, identifier or category in plain letters and digits.
   *
   * @param trusted whether it passes its own check (always where there is none)
   * @param area its leading part that stands for a larger area, if any
   */
  record Code(String key, boolean trusted, @Nullable String area) implements Form {
    @Override
    public long signature() {
      return CodeSignature.of(this);
    }
  }
}
