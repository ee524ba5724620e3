package org.safeguardinghub.risk.identity.cluster;

import java.util.Arrays;

/**
 * Whose records are one person's. Groups join while all their records together speak for one
 * person, those that speak loudest first: one strong pair does not join two groups that otherwise
 * speak against each other.
 */
public final class Clusters {
  /** A pair that is this far from speaking for one person may still do so within a group. */
  private static final double NEAR_MISS = -6;

  private Clusters() {}

  /**
   * The lowest row of each row's group.
   *
   * @param certain groups that need nobody's consent
   * @param likely groups that are likelier one person's than not; each is made of certain ones
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, from grouping to its result.
  public record Groups(int[] certain, int[] likely) {}

  /** What two groups of rows are worth in bits: above 0 for one person. */
  public interface Affinity {
    double between(int[] one, int[] other);
  }

  /**
   * Groups rows.
   *
   * @param pairs that were compared
   * @param certain from so many bits on nobody need be asked
   */
  public static Groups of(int rows, Links pairs, Affinity affinity, double certain) {
    int[] root = components(rows, pairs);
    Families families = new Families(root, pairs, NEAR_MISS);
    int[] sure = new int[rows];
    Arrays.setAll(sure, row -> row);
    int[] likely = sure.clone();
    for (int family = 0; family < families.size(); family++) {
      int[] members = families.rows(family);
      if (members.length > 1) {
        Agglomeration groups = new Agglomeration(members, affinity);
        families.each(family, (pair, one, other) -> groups.pair(one, other, pairs.bits(pair)));
        groups.join(certain);
        write(groups, members, sure);
        groups.join(0);
        write(groups, members, likely);
      }
    }
    return new Groups(sure, likely);
  }

  private static void write(Agglomeration groups, int[] members, int[] lowest) {
    for (int place = 0; place < members.length; place++) {
      lowest[members[place]] = members[groups.group(place)];
    }
  }

  private static int[] components(int rows, Links pairs) {
    int[] root = new int[rows];
    Arrays.setAll(root, row -> row);
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.bits(i) > 0) {
        int one = find(root, pairs.one(i));
        int other = find(root, pairs.other(i));
        root[Math.max(one, other)] = Math.min(one, other);
      }
    }
    Arrays.setAll(root, row -> find(root, row));
    return root;
  }

  static int find(int[] root, int row) {
    int at = row;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
