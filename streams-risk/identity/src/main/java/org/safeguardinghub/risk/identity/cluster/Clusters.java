package org.safeguardinghub.risk.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Whose records are one person's, given what pairs are worth. One strong pair does not join two
 * groups that otherwise speak against each other: groups join while the mean over all their pairs
 * speaks for one person, the best first.
 */
public final class Clusters {
  /** No single pair speaks louder than this, for or against. */
  private static final double LOUDEST = 12;

  /** Components up to this size have all their pairs compared. */
  private static final int DENSE = 200;

  /** What a pair is worth that was neither found nor compared. */
  private static final double NOT_FOUND = -8;

  private final PairWorth worth;
  private final Contradiction contradiction;
  private final int[] cluster;

  private Clusters(int rows, PairWorth worth, Contradiction contradiction) {
    this.worth = worth;
    this.contradiction = contradiction;
    this.cluster = new int[rows];
  }

  /** What a pair of rows is worth in bits: above 0 for one person. */
  public interface PairWorth {
    double of(int one, int other);
  }

  /** What two groups say against each other beyond their single pairs, in bits: 0 or less. */
  public interface Contradiction {
    double between(List<Integer> one, List<Integer> other);
  }

  /** A pair with its worth. */
  private record Link(int one, int other, double bits) {}

  /**
   * Groups rows.
   *
   * @param pairs as {@code lower row << 32 | higher row}
   * @param scores what each of them is worth
   * @param worth answers for pairs that were not listed
   * @return the lowest row of each row's group
   */
  public static int[] of(int rows, long[] pairs, float[] scores, PairWorth worth, Contradiction contradiction) {
    Clusters clusters = new Clusters(rows, worth, contradiction);
    int[] root = new int[rows];
    Arrays.setAll(root, row -> row);
    for (int i = 0; i < pairs.length; i++) {
      if (scores[i] > 0) {
        int one = find(root, (int) (pairs[i] >>> 32));
        int other = find(root, (int) pairs[i]);
        root[Math.max(one, other)] = Math.min(one, other);
      }
    }
    Map<Integer, List<Integer>> members = new HashMap<>();
    Map<Integer, List<Link>> links = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      members.computeIfAbsent(find(root, row), _ -> new ArrayList<>()).add(row);
    }
    for (int i = 0; i < pairs.length; i++) {
      int one = (int) (pairs[i] >>> 32);
      int other = (int) pairs[i];
      int first = find(root, one);
      if (first == find(root, other)) {
        links
            .computeIfAbsent(first, _ -> new ArrayList<>())
            .add(new Link(one, other, scores[i]));
      }
    }
    members.forEach((first, each) -> clusters.group(each, links.getOrDefault(first, List.of())));
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

  private void group(List<Integer> rows, List<Link> links) {
    if (rows.size() <= 2) {
      rows.forEach(row -> cluster[row] = rows.getFirst());
      return;
    }
    Agglomeration groups = new Agglomeration(rows, rows.size() <= DENSE ? 0 : NOT_FOUND, contradiction);
    if (rows.size() <= DENSE) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          groups.pair(i, j, loud(worth.of(rows.get(i), rows.get(j))));
        }
      }
    } else {
      Map<Integer, Integer> place = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        place.put(rows.get(i), i);
      }
      for (Link link : links) {
        groups.pair(place.get(link.one), place.get(link.other), loud(link.bits));
      }
    }
    int[] joined = groups.join();
    for (int i = 0; i < joined.length; i++) {
      cluster[rows.get(i)] = rows.get(joined[i]);
    }
  }

  private static double loud(double bits) {
    return Math.max(-LOUDEST, Math.min(LOUDEST, bits));
  }

  /** Joins the two groups whose pairs speak for it most, until no two are left that do. */
  private static final class Agglomeration {
    private final double missing;
    private final Contradiction contradiction;
    private final List<List<Integer>> members = new ArrayList<>();
    private final int[] into;
    private final int[] sizes;
    private final int[] versions;
    private final List<Map<Integer, double[]>> sums = new ArrayList<>();
    private final PriorityQueue<Offer> offers = new PriorityQueue<>();

    Agglomeration(List<Integer> rows, double missing, Contradiction contradiction) {
      this.missing = missing;
      this.contradiction = contradiction;
      this.into = new int[rows.size()];
      this.sizes = new int[rows.size()];
      this.versions = new int[rows.size()];
      for (int i = 0; i < rows.size(); i++) {
        members.add(new ArrayList<>(List.of(rows.get(i))));
        into[i] = i;
        sizes[i] = 1;
        sums.add(new HashMap<>());
      }
    }

    /** Two groups as they were when their mean was taken. */
    private record Offer(double mean, int one, int other, int version, boolean weighed) implements Comparable<Offer> {
      @Override
      public int compareTo(Offer than) {
        int byMean = Double.compare(than.mean, mean);
        int byOne = byMean != 0 ? byMean : Integer.compare(one, than.one);
        return byOne != 0 ? byOne : Integer.compare(other, than.other);
      }
    }

    void pair(int one, int other, double bits) {
      sums.get(one).put(other, new double[] {bits, 1});
      sums.get(other).put(one, new double[] {bits, 1});
      offer(one, other);
    }

    private void offer(int one, int other) {
      double[] sum = sums.get(one).get(other);
      double pairs = (double) sizes[one] * sizes[other];
      double mean = (sum[0] + missing * (pairs - sum[1])) / pairs;
      if (mean > 0) {
        offers.add(
            new Offer(
                mean,
                Math.min(one, other),
                Math.max(one, other),
                versions[one] + versions[other],
                false));
      }
    }

    int[] join() {
      while (!offers.isEmpty()) {
        Offer best = offers.remove();
        if (sizes[best.one] > 0
            && sizes[best.other] > 0
            && best.version == versions[best.one] + versions[best.other]) {
          weigh(best);
        }
      }
      int[] joined = new int[into.length];
      Arrays.setAll(joined, row -> find(into, row));
      return joined;
    }

    /** Joins two groups unless they contradict each other, or by that much later. */
    private void weigh(Offer best) {
      double against =
          best.weighed
              ? 0
              : contradiction.between(members.get(best.one), members.get(best.other));
      if (against == 0) {
        join(best.one, best.other);
      } else if (best.mean + against > 0) {
        offers.add(new Offer(best.mean + against, best.one, best.other, best.version, true));
      }
    }

    private void join(int one, int other) {
      Map<Integer, double[]> mine = sums.get(one);
      mine.remove(other);
      Map<Integer, double[]> theirs = sums.get(other);
      theirs.remove(one);
      sizes[one] += sizes[other];
      sizes[other] = 0;
      members.get(one).addAll(members.get(other));
      versions[one]++;
      into[other] = one;
      theirs.forEach(
          (third, sum) -> {
            double[] both = mine.computeIfAbsent(third, _ -> new double[2]);
            both[0] += sum[0];
            both[1] += sum[1];
            sums.get(third).put(one, both);
            sums.get(third).remove(other);
          });
      sums.set(other, Map.of());
      mine.keySet().forEach(third -> offer(one, third));
    }
  }
}
