package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** Puts rows with the same key together, by sorting: a key and its row are one number. */
final class Blocks {
  /** A key that more rows have says too little after all. */
  private static final int LARGEST = 64;

  /** The same in a large table: chance would not have put so many together. */
  private static final int STRICTLY_LARGEST = 16;

  private static final int FIRST = 1 << 10;
  private static final int SPREAD_BITS = 8;
  private static final int SPREAD = 1 << SPREAD_BITS;
  private static final int FEW = 1 << 11;

  private final int rowBits;
  private final int largest;
  private long[] entries = new long[1 << 16];
  private int size;

  private Blocks(int rows) {
    this.rowBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(rows));
    this.largest = Keys.strict(rows) ? STRICTLY_LARGEST : LARGEST;
  }

  /** The rows of each block, ascending; blocks of one row or of too many are left out. */
  static Lists of(PersonTable table) {
    Blocks blocks = new Blocks(table.rows());
    Keys keys = new Keys(table, new Atoms(table));
    for (int row = 0; row < table.rows(); row++) {
      int many = keys.of(row);
      for (int i = 0; i < many; i++) {
        blocks.add(keys.key(i), row, table.rows());
      }
    }
    return blocks.lists();
  }

  private void add(long key, int row, int rows) {
    if (size == entries.length) {
      // By then it is known how many keys a row has: growing once is enough.
      long expected = row < FIRST ? size * 2L : (long) (1.05 * size / row * rows) + FIRST;
      int most = Integer.MAX_VALUE - 8;
      entries = Arrays.copyOf(entries, (int) Math.min(most, Math.max(size * 5L / 4, expected)));
    }
    entries[size++] = key << rowBits | row;
  }

  private Lists lists() {
    sort(0, size, Long.SIZE - SPREAD_BITS);
    int[] starts = new int[1024];
    int blocks = 0;
    // The rows that are kept overwrite what has been read: they are never more.
    int kept = 0;
    int from = 0;
    while (from < size) {
      long key = entries[from] >>> rowBits;
      int begin = kept;
      int to = from;
      while (to < size && entries[to] >>> rowBits == key) {
        if (to == from || entries[to] != entries[to - 1]) {
          entries[kept++] = entries[to];
        }
        to++;
      }
      boolean useful = kept - begin > 1 && kept - begin <= largest;
      if (!useful) {
        kept = begin;
      } else {
        if (blocks + 2 > starts.length) {
          starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[++blocks] = kept;
      }
      from = to;
    }
    return new Lists(Arrays.copyOf(starts, blocks + 1), rows(kept));
  }

  /**
   * Ascending. Keys are spread evenly over their bits: their first ones put entries in order in one
   * go, until there are few enough of them to fit into a fast memory.
   */
  private void sort(int from, int to, int shift) {
    if (to - from <= FEW || shift < rowBits) {
      Arrays.sort(entries, from, to);
      return;
    }
    int[] ends = new int[SPREAD];
    for (int i = from; i < to; i++) {
      ends[spread(entries[i], shift)]++;
    }
    int[] next = new int[SPREAD];
    int begin = from;
    for (int s = 0; s < SPREAD; s++) {
      next[s] = begin;
      begin += ends[s];
      ends[s] = begin;
    }
    for (int s = 0; s < SPREAD; s++) {
      int first = s == 0 ? from : ends[s - 1];
      while (next[s] < ends[s]) {
        put(next, s, shift);
      }
      sort(first, ends[s], shift - SPREAD_BITS);
    }
  }

  /** Changes an entry for others until one comes that belongs here. */
  private void put(int[] next, int here, int shift) {
    long entry = entries[next[here]];
    for (int of = spread(entry, shift); of != here; of = spread(entry, shift)) {
      long other = entries[next[of]];
      entries[next[of]++] = entry;
      entry = other;
    }
    entries[next[here]++] = entry;
  }

  /** Negative numbers come first. */
  private static int spread(long entry, int shift) {
    return (int) ((entry ^ Long.MIN_VALUE) >>> shift) & (SPREAD - 1);
  }

  private int[] rows(int kept) {
    int[] rows = new int[kept];
    long mask = (1L << rowBits) - 1;
    for (int i = 0; i < kept; i++) {
      rows[i] = (int) (entries[i] & mask);
    }
    return rows;
  }
}
