package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * The pairs of records that are worth comparing: those that share keys which together are telling
 * enough. Lists of frequent keys are never walked, but a frequent key still speaks for a pair that
 * another key has found.
 */
public final class CandidatePairs {
  /** Lists longer than this are not walked. */
  private static final int LONGEST_LIST = 1000;

  /** So many bits less than would single out one record are enough to be looked at. */
  private static final double LENIENCE = 2;

  private static final int[] EMPTY = {};

  private final int[][] keys;
  private final float[] bits;
  private final int[][] lists;
  private final double enough;
  private long[] pairs = new long[1 << 10];
  private int size;

  private CandidatePairs(PersonTable table) {
    Keys of = new Keys(table);
    keys = new int[table.rows()][];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = of.of(row);
    }
    int[] counts = new int[of.size()];
    for (int[] each : keys) {
      for (int key : each) {
        counts[key]++;
      }
    }
    bits = new float[counts.length];
    lists = new int[counts.length][];
    for (int key = 0; key < counts.length; key++) {
      bits[key] = (float) (Math.log((double) keys.length / counts[key]) / Math.log(2));
      boolean walked = counts[key] > 1 && counts[key] <= LONGEST_LIST;
      lists[key] = walked ? new int[counts[key]] : EMPTY;
    }
    int[] filled = new int[counts.length];
    for (int row = 0; row < keys.length; row++) {
      for (int key : keys[row]) {
        if (lists[key].length > 0) {
          lists[key][filled[key]++] = row;
        }
      }
    }
    enough = Math.log(keys.length) / Math.log(2) - LENIENCE;
  }

  /**
   * Finds the pairs of a table's rows.
   *
   * @param source of a row; pairs of one source are left out where {@code between} is set
   * @return each pair as {@code lower row << 32 | higher row}, in the order of higher and lower
   */
  public static long[] of(PersonTable table, int[] source, boolean between) {
    CandidatePairs found = new CandidatePairs(table);
    int[] seen = new int[table.rows()];
    Arrays.fill(seen, -1);
    IntBinaryOperator wanted = (a, b) -> between && source[a] == source[b] ? 0 : 1;
    for (int row = 0; row < table.rows(); row++) {
      found.walk(row, seen, wanted);
    }
    return Arrays.copyOf(found.pairs, found.size);
  }

  private void walk(int row, int[] seen, IntBinaryOperator wanted) {
    int begun = size;
    for (int key : keys[row]) {
      for (int other : lists[key]) {
        if (other >= row) {
          break;
        }
        if (seen[other] != row) {
          seen[other] = row;
          if (wanted.applyAsInt(other, row) == 1 && shared(keys[other], keys[row]) >= enough) {
            add((long) other << 32 | row);
          }
        }
      }
    }
    Arrays.sort(pairs, begun, size);
  }

  private double shared(int[] one, int[] other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        sum += bits[one[i]];
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  private void add(long pair) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = pair;
  }
}
