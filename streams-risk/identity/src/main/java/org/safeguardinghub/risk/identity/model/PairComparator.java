package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * Compares two records of a table, feature by feature. Answers between two values are remembered,
 * as the same values meet again and again.
 */
public final class PairComparator {
  /** No answer: a value is missing. */
  public static final byte NONE = -1;

  private static final List<Agreement> ORDER = List.of(Agreement.STRAIGHT, Agreement.CROSSED);

  private static final byte STRAIGHT = Agreement.STRAIGHT.code();
  private static final byte CROSSED = Agreement.CROSSED.code();

  /** Standing of two fields from which on nobody looks whether they fit better crosswise. */
  private static final int GOOD_ENOUGH = 6;

  /** How much better crosswise must be. */
  private static final int CLEARLY = 2;

  private final PersonTable table;
  private final List<Feature> features;
  private final Group[] groups;
  private final int[][] fields;
  private final int[] orders;
  private final PairMemory[] memories;

  /** A comparator for the rows of this table, those to come included. */
  public PairComparator(PersonTable table) {
    this.table = table;
    this.groups = table.groups().toArray(Group[]::new);
    this.fields = table.fieldsOfGroups();
    this.memories = new PairMemory[groups.length];
    this.orders = new int[table.fields().size()];
    Arrays.fill(orders, -1);
    List<Feature> all = new ArrayList<>();
    for (int i = 0; i < orders.length; i++) {
      Field field = table.fields().get(i);
      all.add(
          new Feature(
              field.name(), i, field.kind().sharing(), table.group(i).comparator().scale()));
    }
    for (int g = 0; g < groups.length; g++) {
      memories[g] = new PairMemory();
      if (groups[g].crossable()) {
        for (int field : fields[g]) {
          orders[field] = all.size();
        }
        Kind kind = table.fields().get(fields[g][0]).kind();
        all.add(new Feature("order of " + kind.group(), -1, Sharing.OWN, ORDER));
      }
    }
    this.features = List.copyOf(all);
  }

  /** What is compared, in the order of the answers. */
  public List<Feature> features() {
    return features;
  }

  /**
   * Writes the answers for two rows.
   *
   * @param answers takes an ordinal of {@link Agreement} or {@link #NONE} for each feature
   * @param from where in {@code answers} to begin
   */
  public void compare(int one, int other, byte[] answers, int from) {
    for (int g = 0; g < groups.length; g++) {
      compareGroup(g, one, other, answers, from);
    }
  }

  /** The same for one group of fields. */
  void compareGroup(int g, int one, int other, byte[] answers, int from) {
    int first = fields[g][0];
    if (fields[g].length == 1) {
      answers[from + first] = inGroup(g, table.value(one, first), table.value(other, first));
    } else {
      answers[from + orders[first]] = crossable(g, one, other, answers, from);
    }
  }

  /** The features of a group: its fields and, where they may be exchanged, their order. */
  int[] featuresOf(int g) {
    int[] own = Arrays.copyOf(fields[g], fields[g].length + (fields[g].length > 1 ? 1 : 0));
    if (fields[g].length > 1) {
      own[fields[g].length] = orders[fields[g][0]];
    }
    return own;
  }

  /** The fields of this field's group. */
  int[] fieldsWith(int field) {
    return fields[table.groupOf(field)];
  }

  /** Whether the fields of this field's group were compared crosswise. */
  boolean crossed(int field, byte[] answers, int from) {
    return orders[field] >= 0 && answers[from + orders[field]] == CROSSED;
  }

  /** Fields one by one, or with the two that fit better crosswise exchanged. */
  private byte crossable(int g, int one, int other, byte[] answers, int from) {
    boolean any = false;
    for (int field : fields[g]) {
      byte straight = inGroup(g, table.value(one, field), table.value(other, field));
      answers[from + field] = straight;
      any |= straight != NONE;
    }
    byte order = any ? STRAIGHT : NONE;
    for (int i = 0; i < fields[g].length; i++) {
      for (int j = i + 1; j < fields[g].length; j++) {
        if (exchange(g, fields[g][i], fields[g][j], one, other, answers, from)) {
          order = CROSSED;
        }
      }
    }
    return order;
  }

  private boolean exchange(
      int g, int left, int right, int one, int other, byte[] answers, int from) {
    int straight = standing(answers[from + left]) + standing(answers[from + right]);
    if (straight >= GOOD_ENOUGH) {
      return false;
    }
    byte leftRight = inGroup(g, table.value(one, left), table.value(other, right));
    byte rightLeft = inGroup(g, table.value(one, right), table.value(other, left));
    if (standing(leftRight) + standing(rightLeft) <= straight + CLEARLY) {
      return false;
    }
    answers[from + left] = leftRight;
    answers[from + right] = rightLeft;
    return true;
  }

  /** A rough standing of an answer, only to choose between straight and crosswise. */
  private static int standing(byte answer) {
    if (answer == NONE) {
      return 0;
    }
    return switch (Agreement.of(answer)) {
      case EXACT, SAME_LETTERS -> 6;
      case SLIP, ONE_NAME, DIGIT -> 5;
      case CLOSE -> 4;
      case PART, SHORTENED, AREA -> 3;
      case SOUND, INITIAL, SWAPPED, TWO_PARTS, SAME_YEAR, NEAR -> 2;
      case STRAIGHT, CROSSED, DIFFERENT -> -1;
    };
  }

  /** The answer for two values of a field, by their numbers. */
  byte values(int field, int one, int other) {
    return inGroup(table.groupOf(field), one, other);
  }

  private byte inGroup(int g, int one, int other) {
    if (one == PersonTable.MISSING || other == PersonTable.MISSING) {
      return NONE;
    }
    Group group = groups[g];
    Dictionary dictionary = group.dictionary();
    if (one == other) {
      return group.comparator().same(dictionary.signature(one)).code();
    }
    Agreement said =
        group.comparator().bySignatures(dictionary.signature(one), dictionary.signature(other));
    if (said != null) {
      return said.code();
    }
    int lower = Math.min(one, other);
    int higher = Math.max(one, other);
    long pair = (long) lower << 32 | higher;
    byte known = memories[g].get(pair);
    if (known == PairMemory.UNKNOWN) {
      // Measures of likeness are not quite the same both ways round: what is remembered must be.
      known = group.comparator().compare(dictionary.form(lower), dictionary.form(higher)).code();
      memories[g].put(pair, known);
    }
    return known;
  }

  /**
   * Answers of two values of one group; a later pair may take the place of an earlier one. A pair
   * times an odd number is a number of its own; its first bits are the place, the others stand
   * there, and where the first were there is room for the answer. Places are made when there are
   * answers: many comparators are made for a few records.
   */
  private static final class PairMemory {
    static final byte UNKNOWN = -2;
    private static final int FIRST_BITS = 6;
    private static final int MOST_BITS = 17;

    private int bits = FIRST_BITS;
    private long[] entries = new long[1 << FIRST_BITS];
    private int taken;

    byte get(long pair) {
      long spread = spread(pair);
      long entry = entries[place(spread)];
      boolean known = entry != 0 && entry >>> bits == (spread & (-1L >>> bits));
      return known ? (byte) ((entry & ((1L << bits) - 1)) - 1) : UNKNOWN;
    }

    void put(long pair, byte answer) {
      if (taken++ == entries.length && bits < MOST_BITS) {
        bits++;
        entries = new long[1 << bits];
        taken = 1;
      }
      long spread = spread(pair);
      entries[place(spread)] = spread << bits | (answer + 1);
    }

    private static long spread(long pair) {
      return pair * 0x9E3779B97F4A7C15L;
    }

    private int place(long spread) {
      return (int) (spread >>> (Long.SIZE - bits));
    }
  }
}
