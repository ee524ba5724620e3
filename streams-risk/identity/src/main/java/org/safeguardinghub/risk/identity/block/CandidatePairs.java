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
  private static final double LENIENCE = 4;

  private static final int[] EMPTY = {};

  private final int[][] keys;
  private final int[] families;
  private final float[] best;
  private final float[] bits;
  private final int[][] lists;
  private final double enough;
  private long[] pairs = new long[1 << 10];
  private float[] strengths = new float[1 << 10];
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
    families = new int[counts.length];
    best = new float[table.groups().size()];
    lists = new int[counts.length][];
    for (int key = 0; key < counts.length; key++) {
      bits[key] = log2(keys.length) - log2(counts[key]);
      families[key] = of.family(key);
      int implied = of.implied(key);
      if (implied != key) {
        // What the implied key says is counted with that key.
        bits[key] = log2(counts[implied]) - log2(counts[key]);
      }
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
    enough = log2(keys.length) - LENIENCE;
  }

  private static float log2(int count) {
    return (float) (StrictMath.log(count) / StrictMath.log(2));
  }

  /**
   * Finds the pairs of a table's rows.
   *
   * @param source of a row; pairs of one source are left out where {@code between} is set
   */
  public static CandidatePairs of(PersonTable table, int[] source, boolean between) {
    CandidatePairs found = new CandidatePairs(table);
    int[] seen = new int[table.rows()];
    Arrays.fill(seen, -1);
    IntBinaryOperator wanted = (a, b) -> between && source[a] == source[b] ? 0 : 1;
    for (int row = 0; row < table.rows(); row++) {
      found.walk(row, seen, wanted);
    }
    return found;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The lower row of a pair; pairs come in the order of their higher rows. */
  public int one(int pair) {
    return (int) (pairs[pair] >>> 32);
  }

  /** The higher row of a pair. */
  public int other(int pair) {
    return (int) pairs[pair];
  }

  /** How much the pair shares, in bits: a rough measure before anything is compared. */
  public float strength(int index) {
    return strengths[index];
  }

  /** Whether two rows share enough to be a pair, by whatever keys. */
  public boolean share(int one, int other) {
    return shared(keys[one], keys[other]) >= enough;
  }

  private void walk(int row, int[] seen, IntBinaryOperator wanted) {
    for (int key : keys[row]) {
      for (int other : lists[key]) {
        if (other >= row) {
          break;
        }
        if (seen[other] != row) {
          seen[other] = row;
          float strength = wanted.applyAsInt(other, row) == 1 ? shared(keys[other], keys[row]) : 0;
          if (strength >= enough) {
            add((long) other << 32 | row, strength);
          }
        }
      }
    }
  }

  private float shared(int[] one, int[] other) {
    Arrays.fill(best, 0);
    float sum = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        sum += adds(one[i]);
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

  /** What a shared key adds: of one family the most telling key counts alone. */
  private float adds(int key) {
    int family = families[key];
    if (family == Keys.NO_FAMILY) {
      return bits[key];
    }
    float more = Math.max(0, bits[key] - best[family]);
    best[family] += more;
    return more;
  }

  private void add(long pair, float strength) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
      strengths = Arrays.copyOf(strengths, size * 2);
    }
    strengths[size] = strength;
    pairs[size++] = pair;
  }
}
