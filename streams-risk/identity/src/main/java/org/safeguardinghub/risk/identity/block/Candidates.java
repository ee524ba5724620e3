package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * Finds the records that are worth comparing with one: those that share a key which few others
 * have; in a large table two such keys, as one may be shared by chance.
 */
public final class Candidates {
  private final int[] source;
  private final boolean between;
  private final Lists rows;

  /** Of each row the places in the lists of rows where its blocks begin. */
  private final Lists blocks;

  private final int needed;

  /** In how many of the blocks that are looked at each row was seen; nought between searches. */
  private final short[] seen;

  private int[] found = new int[64];
  private int size;

  /** Means nothing: what is far away is asked for all at once first, so that it comes together. */
  @SuppressWarnings("UnusedVariable")
  private int touched;

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
    this.needed = Keys.strict(table.rows()) ? 2 : 1;
    this.seen = new short[table.rows()];
  }

  /** Finds the lower rows that are worth comparing with a row; says how many. */
  public int find(int row) {
    gather(row);
    int different = 0;
    for (int i = 0; i < size; i++) {
      int other = found[i];
      found[different] = other;
      different += seen[other]++ == 0 ? 1 : 0;
    }
    size = different;
    return worthwhile(row);
  }

  /** All lower rows of a row's blocks, each as often as it is there. */
  private void gather(int row) {
    size = 0;
    for (int b = blocks.begin(row); b < blocks.end(row); b++) {
      touched += rows.at(blocks.at(b));
    }
    for (int b = blocks.begin(row); b < blocks.end(row); b++) {
      int at = blocks.at(b);
      for (int other = rows.at(at); other < row; other = rows.at(++at)) {
        take(other);
      }
    }
  }

  private int worthwhile(int row) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int other = found[i];
      if (seen[other] >= needed && !(between && source[row] == source[other])) {
        found[kept++] = other;
      }
      seen[other] = 0;
    }
    size = kept;
    return kept;
  }

  private void take(int other) {
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
    int shared = 0;
    int i = blocks.begin(one);
    int j = blocks.begin(other);
    while (shared < needed && i < blocks.end(one) && j < blocks.end(other)) {
      shared += blocks.at(i) == blocks.at(j) ? 1 : 0;
      boolean lower = blocks.at(i) < blocks.at(j);
      i += lower ? 1 : 0;
      j += lower ? 0 : 1;
    }
    return shared == needed;
  }
}
