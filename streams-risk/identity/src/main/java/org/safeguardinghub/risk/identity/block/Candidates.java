package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * Finds the records that are worth comparing with one: those that share keys which together are
 * telling enough. Lists of frequent keys are never walked, but a frequent key still speaks for a
 * record that another key has found.
 */
public final class Candidates {
  /** Lists longer than this are not walked. */
  private static final int LONGEST_LIST = 1000;

  /** So many bits less than would single out one record are enough to be looked at. */
  private static final double LENIENCE = 4;

  private final int[] source;
  private final boolean between;
  private final float[] bits;
  private final int[] families;
  private final float[] best;
  private final Lists keys;
  private final Lists rows;
  private final float enough;

  /** The last search in which each row was seen: rows are searched for more than once. */
  private final int[] seen;

  private int search;
  private int[] found = new int[64];
  private float[] strengths = new float[64];
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
    Keys named = new Keys(table);
    this.keys = Lists.of(table.rows(), named::of);
    int[] counts = keys.counts(named.size());
    this.bits = new float[counts.length];
    this.families = new int[counts.length];
    this.best = new float[table.groups().size()];
    for (int key = 0; key < counts.length; key++) {
      int implied = named.implied(key);
      // What an implied key says is counted with that key.
      int among = implied == key ? table.rows() : counts[implied];
      bits[key] = log2(among) - log2(counts[key]);
      families[key] = named.family(key);
    }
    this.rows = keys.inverse(counts, LONGEST_LIST);
    this.enough = (float) (log2(Math.max(1, table.rows())) - LENIENCE);
    this.seen = new int[table.rows()];
  }

  private static float log2(int count) {
    return (float) (StrictMath.log(count) / StrictMath.log(2));
  }

  /** Finds the lower rows that are worth comparing with a row; says how many. */
  public int find(int row) {
    size = 0;
    search++;
    for (int k = keys.begin(row); k < keys.end(row); k++) {
      int key = keys.at(k);
      for (int r = rows.begin(key); r < rows.end(key) && rows.at(r) < row; r++) {
        int other = rows.at(r);
        if (seen[other] != search) {
          seen[other] = search;
          weigh(row, other);
        }
      }
    }
    return size;
  }

  /** The row of a candidate that was found last. */
  public int row(int candidate) {
    return found[candidate];
  }

  /** How much it shares, in bits: a rough measure before anything is compared. */
  public float strength(int candidate) {
    return strengths[candidate];
  }

  /** Whether two rows find each other. */
  public boolean meet(int one, int other) {
    boolean walked = false;
    for (int k = keys.begin(one); k < keys.end(one) && !walked; k++) {
      int key = keys.at(k);
      walked = rows.begin(key) < rows.end(key) && keys.contains(other, key);
    }
    return walked && shared(one, other) >= enough;
  }

  private void weigh(int row, int other) {
    if (between && source[row] == source[other]) {
      return;
    }
    float strength = shared(other, row);
    if (strength < enough) {
      return;
    }
    if (size == found.length) {
      found = Arrays.copyOf(found, size * 2);
      strengths = Arrays.copyOf(strengths, size * 2);
    }
    found[size] = other;
    strengths[size++] = strength;
  }

  private float shared(int one, int other) {
    Arrays.fill(best, 0);
    float sum = 0;
    int i = keys.begin(one);
    int j = keys.begin(other);
    int endI = keys.end(one);
    int endJ = keys.end(other);
    while (i < endI && j < endJ) {
      int left = keys.at(i);
      int right = keys.at(j);
      if (left == right) {
        sum += adds(left);
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
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
}
