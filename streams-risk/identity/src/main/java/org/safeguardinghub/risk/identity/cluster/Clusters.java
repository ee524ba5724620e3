package org.safeguardinghub.risk.identity.cluster;

import java.util.Arrays;
import java.util.List;
import org.safeguardinghub.risk.identity.block.CandidatePairs;

/**
 * Whose records are one person's. Groups join while all their records together speak for one
 * person, those that speak loudest first: one strong pair does not join two groups that otherwise
 * speak against each other.
 */
public final class Clusters {
  /** A pair that is this far from speaking for one person may still do so within a group. */
  private static final double NEAR_MISS = -6;

  private Clusters() {}

  /** What two groups of rows are worth in bits: above 0 for one person. */
  public interface Affinity {
    double between(List<Integer> one, List<Integer> other);
  }

  /**
   * Groups rows.
   *
   * @param pairs that were compared
   * @param scores what each of them is worth
   * @return the lowest row of each row's group
   */
  public static int[] of(int rows, CandidatePairs pairs, float[] scores, Affinity affinity) {
    int[] root = components(rows, pairs, scores);
    Agglomeration groups = new Agglomeration(rows, affinity);
    for (int i = 0; i < pairs.size(); i++) {
      int one = (int) (pairs.pair(i) >>> 32);
      int other = (int) pairs.pair(i);
      if (scores[i] > NEAR_MISS && find(root, one) == find(root, other)) {
        groups.pair(one, other, scores[i]);
      }
    }
    return groups.join();
  }

  private static int[] components(int rows, CandidatePairs pairs, float[] scores) {
    int[] root = new int[rows];
    Arrays.setAll(root, row -> row);
    for (int i = 0; i < pairs.size(); i++) {
      if (scores[i] > 0) {
        int one = find(root, (int) (pairs.pair(i) >>> 32));
        int other = find(root, (int) pairs.pair(i));
        root[Math.max(one, other)] = Math.min(one, other);
      }
    }
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
