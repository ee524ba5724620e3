package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * Finds the records that are worth comparing with one: those that share a key which few others
 * have.
 */
public final class Candidates {
  private final int[] source;
  private final boolean between;
  private final Lists rows;
  private final Lists blocks;

  /** The last search in which each row was seen: rows are searched for more than once. */
  private final int[] seen;

  private int search;
  private int[] found = new int[64];
  private int size;

  /**
   * An index of a table's rows.
   *
   * @param source of each row; candidates of the row's own source are left out where {@code
   *     between} is set
   */
  public Candidates(PersonTable table, int[] source, boolean between) {
    this.source = source;
    this.between = between;
    this.rows = Blocks.of(table);
    this.blocks = rows.inverse(table.rows());
    this.seen = new int[table.rows()];
  }

  /** Finds the lower rows that are worth comparing with a row; says how many. */
  public int find(int row) {
    size = 0;
    search++;
    for (int b = blocks.begin(row); b < blocks.end(row); b++) {
      int block = blocks.at(b);
      for (int r = rows.begin(block); rows.at(r) < row; r++) {
        int other = rows.at(r);
        if (seen[other] != search) {
          seen[other] = search;
          take(row, other);
        }
      }
    }
    return size;
  }

  private void take(int row, int other) {
    if (between && source[row] == source[other]) {
      return;
    }
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
    }
    found[size++] = other;
  }

  /** The row of a candidate that was found last. */
  public int row(int candidate) {
    return found[candidate];
  }

  /** Whether two rows find each other. */
  public boolean meet(int one, int other) {
    int i = blocks.begin(one);
    int j = blocks.begin(other);
    while (i < blocks.end(one) && j < blocks.end(other)) {
      if (blocks.at(i) == blocks.at(j)) {
        return true;
      }
      boolean lower = blocks.at(i) < blocks.at(j);
      i += lower ? 1 : 0;
      j += lower ? 0 : 1;
    }
    return false;
  }
}
