package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * The keys under which a record is found: atoms that few records have, and two or three atoms of
 * different fields or words that few have together. Which atoms go together depends on how frequent
 * they are and on nothing else, so that two records with the same atoms have the same keys.
 */
final class Keys {
  /** A key is telling enough if not more records than this have it by chance, in a large file. */
  static final double FEWEST = 5;

  /** The same in a small one, where all that costs little. */
  private static final double MOST = 16;

  /** In between: as many as make so many comparisons for each key that every record has. */
  private static final double COMPARISONS = 1 << 18;

  /** More keys than this no record needs, in a small file. */
  private static final int LIMIT = 96;

  /** The same in a large one, where each costs memory. */
  private static final int LARGE_LIMIT = 48;

  private static final int FIELDS = 256;

  private final PersonTable table;
  private final Atoms atoms;
  private final int[][] fields;
  private long[] frequent = new long[64];
  private double[] shares = new double[64];
  private int[] families = new int[64];
  private final double most;
  private final int limit;
  private int many;
  private final long[] keys = new long[LIMIT];
  private int size;

  Keys(PersonTable table, Atoms atoms) {
    this.table = table;
    this.fields = table.fieldsOfGroups();
    this.atoms = atoms;
    this.most = most(table.rows());
    this.limit = strict(table.rows()) ? LARGE_LIMIT : LIMIT;
  }

  private static double most(int rows) {
    return Math.max(FEWEST, Math.min(MOST, COMPARISONS / Math.max(1, rows)));
  }

  /** Whether a table is so large that keys cannot be any stricter. */
  static boolean strict(int rows) {
    return most(rows) == FEWEST;
  }

  /** Finds a row's keys; says how many. */
  int of(int row) {
    many = 0;
    size = 0;
    for (int g = 0; g < fields.length; g++) {
      for (int field : fields[g]) {
        int value = table.value(row, field);
        if (value != PersonTable.MISSING) {
          take(g, field, value);
        }
      }
    }
    together();
    return size;
  }

  /** A key of the row that was asked for last. */
  long key(int at) {
    return keys[at];
  }

  private void take(int g, int field, int value) {
    boolean crossable = fields[g].length > 1;
    for (int at = atoms.begin(g, value); at < atoms.end(g, value); at++) {
      long atom = atoms.atom(g, at);
      int count = atoms.count(g, at);
      if (count <= most) {
        key(atom, 0);
      } else {
        if (many == frequent.length) {
          grow();
        }
        frequent[many] = atom;
        shares[many] = (double) count / table.rows();
        families[many] = (crossable ? field : g) * FIELDS + atoms.word(g, at);
        many++;
      }
    }
  }

  private void grow() {
    frequent = Arrays.copyOf(frequent, many * 2);
    shares = Arrays.copyOf(shares, many * 2);
    families = Arrays.copyOf(families, many * 2);
  }

  private void key(long sum, int atomsTogether) {
    if (size < limit) {
      keys[size++] = Atoms.mixed(sum + atomsTogether);
    }
  }

  private void together() {
    int rows = table.rows();
    for (int i = 0; i < many; i++) {
      for (int j = i + 1; j < many; j++) {
        if (families[i] == families[j]) {
          continue;
        }
        double share = shares[i] * shares[j];
        if (share * rows <= most) {
          key(frequent[i] + frequent[j], 1);
        }
      }
    }
    for (int i = 0; i < many && size < limit; i++) {
      for (int j = i + 1; j < many; j++) {
        double two = shares[i] * shares[j];
        if (families[i] != families[j] && two * rows > most) {
          third(i, j, two);
        }
      }
    }
  }

  /** Three together, no two of which are enough. */
  private void third(int i, int j, double two) {
    int rows = table.rows();
    for (int k = j + 1; k < many; k++) {
      boolean apart = families[k] != families[i] && families[k] != families[j];
      boolean needed = shares[i] * shares[k] * rows > most && shares[j] * shares[k] * rows > most;
      if (apart && needed && two * shares[k] * rows <= most) {
        key(frequent[i] + frequent[j] + frequent[k], 2);
      }
    }
  }
}
