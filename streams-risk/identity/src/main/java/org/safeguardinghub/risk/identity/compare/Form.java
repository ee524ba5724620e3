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
   * @param joined all words without spaces
   * @param words in their order
   * @param signature follows from the others, and is looked at before them
   */
  record Words(String key, String joined, List<Word> words, long signature)
      implements Form, Letters {
    public Words {
      words = List.copyOf(words);
    }

    Words(String key, String joined, List<Word> words) {
      this(key, joined, words, WordsSignature.of(joined, words));
    }

    @Override
    public long set() {
      return signature & SETS;
    }
  }

  /**
   * One word.
   *
   * @param text in plain letters
   * @param set of its letters
   * @param sound how it sounds, "" where that says nothing
   * @param forms of which names it is a form
   */
  record Word(String text, long set, String sound, NameForms forms) implements Letters {
    Word(String text, String sound, NameForms forms) {
      this(text, Letters.set(text), sound, forms);
    }

    @Override
    public String joined() {
      return text;
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
