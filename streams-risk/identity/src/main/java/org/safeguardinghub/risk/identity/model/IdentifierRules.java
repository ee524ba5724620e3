package org.safeguardinghub.risk.identity.model;

import java.util.stream.IntStream;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.compare.WordsComparator;

/**
 * What stands before any weighing: a sound national identifier that both records have says one
 * person if the given name or the date of birth agrees; it is never enough by itself if both
 * disagree (a mother's number on a baby's record). And whatever else agrees, two given names are a
 * question for people (twins share all but that), as is a name without a date of birth.
 */
final class IdentifierRules {
  static final double CERTAIN = 20;

  /** Bits that never suffice for a link without asking. */
  static final double DOUBTFUL = 8;

  private static final double QUESTION = -1;
  private static final int NAMES_AGREE = 1;
  private static final int NAMES_DIFFER = 2;
  private static final int BORN = 4;
  private static final byte DIFFERENT = Agreement.DIFFERENT.code();
  private static final byte PART = Agreement.PART.code();

  private final int[] identifiers;
  private final int[] own;
  private final int[] given;
  private final int[] born;
  private final int[] named;
  private final PersonTable table;
  private final PairComparator comparator;

  IdentifierRules(PersonTable table, PairComparator comparator) {
    this.table = table;
    this.comparator = comparator;
    this.named = fields(table, Kind.GIVEN_NAME, Kind.SURNAME);
    this.identifiers = fields(table, Kind.NHS_NUMBER, Kind.UPN);
    this.own = fields(table, Kind.GIVEN_NAME, Kind.BIRTH_DATE);
    this.given = fields(table, Kind.GIVEN_NAME, Kind.GIVEN_NAME);
    this.born = fields(table, Kind.BIRTH_DATE, Kind.BIRTH_DATE);
  }

  private static int[] fields(PersonTable table, Kind one, Kind other) {
    return IntStream.range(0, table.fields().size())
        .filter(f -> table.fields().get(f).kind() == one || table.fields().get(f).kind() == other)
        .toArray();
  }

  /** Whether any rule may hold, given the answers for identifiers. */
  boolean concern(byte[] answers) {
    for (int identifier : identifiers) {
      if (answers[identifier] == Agreement.EXACT.code()) {
        return true;
      }
    }
    return false;
  }

  /** What the answers say of the things by which people are told apart; may be or-ed together. */
  int marks(byte[] answers, int one, int other) {
    int marks = 0;
    for (int field : given) {
      if (answers[field] != PairComparator.NONE) {
        boolean differ =
            crossed(answers)
                ? anyDiffer(answers)
                : answers[field] == DIFFERENT
                    || (answers[field] == PART && !lead(field, one, other));
        marks |= differ ? NAMES_DIFFER : NAMES_AGREE;
      }
    }
    for (int field : born) {
      marks |= answers[field] == PairComparator.NONE ? 0 : BORN;
    }
    return marks;
  }

  /** Whether a name is part of the other by its first word: twins may share a second name. */
  private boolean lead(int field, int one, int other) {
    return table.form(one, field) instanceof Form.Words left
        && table.form(other, field) instanceof Form.Words right
        && WordsComparator.firstAlike(left, right);
  }

  private boolean crossed(byte[] answers) {
    return given.length > 0 && comparator.crossed(given[0], answers, 0);
  }

  /** In each other's columns it is not told which is the given name: all must agree. */
  private boolean anyDiffer(byte[] answers) {
    for (int field : named) {
      if (answers[field] == DIFFERENT) {
        return true;
      }
    }
    return false;
  }

  /** Whether a link needs somebody's consent, whatever else agrees, after all that was compared. */
  boolean doubtful(int marks, boolean identified) {
    boolean names = (marks & NAMES_DIFFER) != 0 && (marks & NAMES_AGREE) == 0;
    return names || (born.length > 0 && (marks & BORN) == 0 && !identified);
  }

  /** The bits of a pair after the rules, given its answers and what was weighed. */
  double ruled(double bits, byte[] answers, int one, int other) {
    double identified = concern(answers) ? identified(bits, answers) : bits;
    boolean certain = identified >= CERTAIN && identified > bits;
    return doubtful(marks(answers, one, other), certain)
        ? Math.min(identified, DOUBTFUL)
        : identified;
  }

  private double identified(double bits, byte[] answers) {
    int agreeing = 0;
    int differing = 0;
    for (int field : own) {
      differing += answers[field] == DIFFERENT ? 1 : 0;
      agreeing += answers[field] != PairComparator.NONE && telling(answers[field]) ? 1 : 0;
    }
    if (agreeing > 0) {
      return Math.max(bits, CERTAIN);
    }
    return differing > 1 ? Math.min(bits, QUESTION) : bits;
  }

  /** Names of one sound or initial, and days of one year, are no second witness. */
  private static boolean telling(byte answer) {
    return switch (Agreement.of(answer)) {
      case DIFFERENT, SOUND, INITIAL, NEAR, SAME_YEAR, AREA, STRAIGHT, CROSSED -> false;
      case EXACT, SAME_LETTERS, SLIP, ONE_NAME, CLOSE, PART, SHORTENED, SWAPPED, DIGIT, TWO_PARTS ->
          true;
    };
  }
}
