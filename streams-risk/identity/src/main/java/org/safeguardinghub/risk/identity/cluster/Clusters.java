package org.safeguardinghub.risk.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whose records are one person's, given what pairs are worth. One strong pair does not join two
 * groups that otherwise speak against each other: groups join while the mean over all their pairs
 * speaks for one person, the best first.
 */
public final class Clusters {
  /** No single pair speaks louder than this, for or against. */
  private static final double LOUDEST = 12;

  private static final int LARGEST = 1500;

  private final PairWorth worth;
  private final int[] cluster;

  private Clusters(int rows, PairWorth worth) {
    this.worth = worth;
    this.cluster = new int[rows];
  }

  /** What a pair of rows is worth in bits: above 0 for one person. */
  public interface PairWorth {
    double of(int one, int other);
  }

  /**
   * Groups rows.
   *
   * @param pairs as {@code lower row << 32 | higher row}
   * @param scores what each of them is worth
   * @param worth answers for pairs that were not listed
   * @return the lowest row of each row's group
   */
  public static int[] of(int rows, long[] pairs, float[] scores, PairWorth worth) {
    Clusters clusters = new Clusters(rows, worth);
    int[] root = new int[rows];
    Arrays.setAll(root, row -> row);
    for (int i = 0; i < pairs.length; i++) {
      if (scores[i] > 0) {
        int one = find(root, (int) (pairs[i] >>> 32));
        int other = find(root, (int) pairs[i]);
        root[Math.max(one, other)] = Math.min(one, other);
      }
    }
    List<List<Integer>> components = new ArrayList<>();
    int[] number = new int[rows];
    for (int row = 0; row < rows; row++) {
      int first = find(root, row);
      if (first == row) {
        number[row] = components.size();
        components.add(new ArrayList<>());
      }
      components.get(number[first]).add(row);
    }
    for (List<Integer> component : components) {
      clusters.group(component.stream().mapToInt(row -> row).toArray());
    }
    return clusters.cluster;
  }

  private static int find(int[] root, int row) {
    int at = row;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }

  private void group(int[] rows) {
    int n = rows.length;
    if (n <= 2 || n > LARGEST) {
      for (int row : rows) {
        cluster[row] = rows[0];
      }
      return;
    }
    double[][] sums = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double bits = worth.of(rows[i], rows[j]);
        sums[i][j] = Math.max(-LOUDEST, Math.min(LOUDEST, bits));
        sums[j][i] = sums[i][j];
      }
    }
    int[] sizes = new int[n];
    Arrays.fill(sizes, 1);
    int[] into = new int[n];
    Arrays.setAll(into, i -> i);
    while (join(sums, sizes, into)) {
      // Each turn joins the best two groups.
    }
    for (int i = 0; i < n; i++) {
      cluster[rows[i]] = rows[find(into, i)];
    }
  }

  private static boolean join(double[][] sums, int[] sizes, int[] into) {
    int one = -1;
    int other = -1;
    double best = 0;
    for (int i = 0; i < sizes.length; i++) {
      for (int j = i + 1; sizes[i] > 0 && j < sizes.length; j++) {
        if (sizes[j] > 0) {
          double mean = sums[i][j] / sizes[i] / sizes[j];
          if (mean > best) {
            best = mean;
            one = i;
            other = j;
          }
        }
      }
    }
    if (one < 0) {
      return false;
    }
    for (int k = 0; k < sizes.length; k++) {
      sums[one][k] += sums[other][k];
      sums[k][one] = sums[one][k];
    }
    sizes[one] += sizes[other];
    sizes[other] = 0;
    into[other] = one;
    return true;
  }
}
