package org.safeguardinghub.risk.identity.model;

import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * Where two groups of records contradict each other by several records each. One record may be
 * wrong; that two records are wrong in the same way is much less likely, and pairs by themselves do
 * not show it: twins are told apart by what each one's records agree on.
 */
public final class Consensus {
  /** Bits that it costs beyond the error itself that an error is repeated. */
  private static final double REPEATED = 2;

  private final PersonTable table;
  private final PairComparator comparator;
  private final Parameters learnt;

  /** For rows of this table. */
  public Consensus(PersonTable table, PairComparator comparator, Parameters learnt) {
    this.table = table;
    this.comparator = comparator;
    this.learnt = learnt;
  }

  /**
   * Bits against one person, beyond those of single pairs; 0 or less.
   *
   * @param one rows that are held to be one person's
   * @param other rows that are held to be one person's
   */
  public double contradiction(int[] one, int[] other) {
    if (one.length < 2 || other.length < 2) {
      return 0;
    }
    double bits = 0;
    for (int f = 0; f < table.fields().size(); f++) {
      if (comparator.features().get(f).sharing() != Sharing.HOUSEHOLD) {
        bits += contradiction(f, one, other);
      }
    }
    return bits;
  }

  private double contradiction(int field, int[] one, int[] other) {
    int[] left = leading(field, one);
    int[] right = leading(field, other);
    int repeated = Math.min(left[1], right[1]) - 1;
    if (repeated < 1 || agree(field, left[0], right[0])) {
      return 0;
    }
    double error =
        StrictMath.log(
                learnt.one(field, Agreement.DIFFERENT) / learnt.two(field, Agreement.DIFFERENT))
            / StrictMath.log(2);
    return Math.min(0, repeated * (error - REPEATED));
  }

  /** The value with which most rows agree, and how many do. */
  private int[] leading(int field, int[] rows) {
    int[] leading = {PersonTable.MISSING, 0};
    for (int row : rows) {
      int value = table.value(row, field);
      int support = 0;
      for (int other : rows) {
        support += agree(field, value, table.value(other, field)) ? 1 : 0;
      }
      if (support > leading[1]) {
        leading[0] = value;
        leading[1] = support;
      }
    }
    return leading;
  }

  private boolean agree(int field, int one, int other) {
    byte answer = comparator.values(field, one, other);
    return answer != PairComparator.NONE && Agreement.of(answer) != Agreement.DIFFERENT;
  }
}
