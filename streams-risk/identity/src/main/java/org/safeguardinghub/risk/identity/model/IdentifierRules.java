package org.safeguardinghub.risk.identity.model;

import java.util.stream.IntStream;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.compare.WordsComparator;

/**
 * What stands before any weighing: a sound national identifier that both records have says one
 * person if the given name or the date of birth agrees; it is never enough by itself if both
 * disagree (a mother's number on a baby's record), nor with a given name alone where the date of
 * birth differs (somebody else's number, typed by mistake). And whatever else agrees, two given
 * names are a question for people (twins share all but that), as are names a slip apart of a boy
 * and a girl, and a name without a date of birth.
 */
final class IdentifierRules {
  static final double CERTAIN = 20;

  /** Bits that never suffice for a link without asking. */
  static final double DOUBTFUL = 8;

  private static final double QUESTION = -1;
  private static final int NAMES_AGREE = 1;
  private static final int NAMES_DIFFER = 2;
  private static final int BORN = 4;

  /** An identifier with a given name, and nothing else to witness that it is not a mistake. */
  private static final int BORROWED = 8;

  /** An identifier that something else bears out. */
  private static final int IDENTIFIED = 16;

  /** Names that are alike and may yet be those of two children. */
  private static final int NAMES_ALIKE = 32;

  /** The given name is the same. */
  private static final int NAMES_SAME = 64;

  /** Each has a sound identifier, and they are not the same. */
  private static final int OTHER_NUMBER = 128;

  /** In so few letters a slip mostly makes another name. */
  private static final int SHORT_NAME = 4;

  private static final byte DIFFERENT = Agreement.DIFFERENT.code();
  private static final byte EXACT = Agreement.EXACT.code();
  private static final byte SLIP = Agreement.SLIP.code();

  private final int[] identifiers;
  private final int[] own;
  private final int[] given;
  private final int[] born;
  private final int[] named;
  private final int[] family;
  private final int[] sexes;
  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;

  IdentifierRules(PersonTable table, PairComparator comparator, Frequencies frequencies) {
    this.table = table;
    this.frequencies = frequencies;
    this.comparator = comparator;
    this.named = fields(table, Kind.GIVEN_NAME, Kind.SURNAME);
    this.identifiers = fields(table, Kind.NHS_NUMBER, Kind.UPN);
    this.own = fields(table, Kind.GIVEN_NAME, Kind.BIRTH_DATE);
    this.given = fields(table, Kind.GIVEN_NAME, Kind.GIVEN_NAME);
    this.family = fields(table, Kind.SURNAME, Kind.SURNAME);
    this.sexes = fields(table, Kind.SEX, Kind.SEX);
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
        marks |= names(field, answers, one, other);
      }
    }
    for (int field : born) {
      marks |= answers[field] == PairComparator.NONE ? 0 : BORN;
    }
    if (concern(answers)) {
      marks |= borrowed(answers) ? BORROWED : IDENTIFIED;
    }
    return otherNumber(answers, one, other) ? marks | OTHER_NUMBER : marks;
  }

  private boolean otherNumber(byte[] answers, int one, int other) {
    for (int identifier : identifiers) {
      if (answers[identifier] == DIFFERENT && sound(identifier, one) && sound(identifier, other)) {
        return true;
      }
    }
    return false;
  }

  private boolean sound(int identifier, int row) {
    Group group = table.group(identifier);
    long signature = group.dictionary().signature(table.value(row, identifier));
    return group.comparator().same(signature) == Agreement.EXACT;
  }

  private int names(int field, byte[] answers, int one, int other) {
    boolean boyAndGirl = any(sexes, answers, DIFFERENT);
    if (crossed(answers)) {
      return crosswise(answers, boyAndGirl);
    }
    return switch (Agreement.of(answers[field])) {
      case DIFFERENT -> NAMES_DIFFER;
      case SLIP, CLOSE, SOUND ->
          boyAndGirl ? NAMES_DIFFER : twoNames(field, one, other) ? NAMES_ALIKE : NAMES_AGREE;
      case PART, ONE_NAME -> boyAndGirl ? NAMES_DIFFER : lead(field, one, other);
      // Two records of which each has the names in the wrong columns agree in the family's name.
      case EXACT, SAME_LETTERS ->
          any(family, answers, DIFFERENT) && otherNumber(answers, one, other)
              ? NAMES_DIFFER
              : NAMES_AGREE | NAMES_SAME;
      case SHORTENED, INITIAL -> NAMES_AGREE;
      case SWAPPED, DIGIT, TWO_PARTS, SAME_YEAR, NEAR, AREA, STRAIGHT, CROSSED -> NAMES_AGREE;
    };
  }

  /**
   * Wei and Lei are one slip apart, Jack and Jake too, and each the name of many; so may Min and
   * Sin be.
   */
  private boolean twoNames(int field, int one, int other) {
    if (!(table.form(one, field) instanceof Form.Words left
        && table.form(other, field) instanceof Form.Words right)) {
      return false;
    }
    int shorter = Math.min(left.joined().length(), right.joined().length());
    int longer = Math.max(left.joined().length(), right.joined().length());
    boolean many =
        frequencies.common(field, table.value(one, field))
            && frequencies.common(field, table.value(other, field));
    boolean begun = left.joined().charAt(0) == right.joined().charAt(0);
    boolean names = begun ? many && longer <= SHORT_NAME : many || shorter <= SHORT_NAME;
    return names && !WordsComparator.oneName(left, right);
  }

  private static boolean any(int[] fields, byte[] answers, byte answer) {
    for (int field : fields) {
      if (answers[field] == answer) {
        return true;
      }
    }
    return false;
  }

  /** Another day of birth, and not well the same name: a sister's number, or a stranger's. */
  private boolean borrowed(byte[] answers) {
    return apart(born, answers) && !(agree(family, answers) && wellNamed(answers));
  }

  private boolean wellNamed(byte[] answers) {
    for (int field : given) {
      if (answers[field] == EXACT || answers[field] == SLIP) {
        return true;
      }
    }
    return false;
  }

  private static boolean apart(int[] fields, byte[] answers) {
    for (int field : fields) {
      if (answers[field] != PairComparator.NONE && !telling(answers[field])) {
        return true;
      }
    }
    return false;
  }

  private static boolean agree(int[] fields, byte[] answers) {
    for (int field : fields) {
      if (answers[field] != PairComparator.NONE && telling(answers[field])) {
        return true;
      }
    }
    return false;
  }

  /** Of several names the first is theirs: twins may share a second one. */
  private int lead(int field, int one, int other) {
    if (!(table.form(one, field) instanceof Form.Words left
        && table.form(other, field) instanceof Form.Words right)) {
      return NAMES_DIFFER;
    }
    return switch (WordsComparator.first(left, right)) {
      case EXACT -> NAMES_AGREE;
      case SLIP -> left.joined().charAt(0) == right.joined().charAt(0) ? NAMES_AGREE : NAMES_ALIKE;
      case ONE_NAME -> WordsComparator.oneName(left, right) ? NAMES_AGREE : NAMES_ALIKE;
      default -> NAMES_DIFFER;
    };
  }

  private boolean crossed(byte[] answers) {
    return given.length > 0 && comparator.crossed(given[0], answers, 0);
  }

  /** In each other's columns it is not told which is the given name: all must agree, and well. */
  private int crosswise(byte[] answers, boolean boyAndGirl) {
    int marks = NAMES_AGREE;
    for (int field : named) {
      if (answers[field] == SLIP && !boyAndGirl) {
        marks = NAMES_ALIKE;
      } else if (answers[field] != PairComparator.NONE && answers[field] != EXACT) {
        return NAMES_DIFFER;
      }
    }
    return marks;
  }

  /** Whether a link needs somebody's consent, whatever else agrees, after all that was compared. */
  boolean doubtful(int marks, boolean identified) {
    boolean agree = (marks & NAMES_AGREE) != 0;
    boolean alike = (marks & NAMES_ALIKE) != 0 && (marks & IDENTIFIED) == 0;
    boolean names = !agree && ((marks & NAMES_DIFFER) != 0 || alike);
    boolean borrowed = (marks & BORROWED) != 0 && (marks & IDENTIFIED) == 0;
    boolean another = (marks & OTHER_NUMBER) != 0 && (marks & (IDENTIFIED | NAMES_SAME)) == 0;
    return names || another || borrowed || (born.length > 0 && (marks & BORN) == 0 && !identified);
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
    if (agreeing > 0 && !borrowed(answers)) {
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
