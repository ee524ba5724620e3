package org.safeguardinghub.risk.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/** Joins the two groups that speak for it most, again and again, until no two are left that do. */
final class Agglomeration {
  private final Clusters.Affinity affinity;
  private final int[] into;
  private final int[] versions;
  private final List<List<Integer>> members = new ArrayList<>();
  private final List<TreeSet<Integer>> neighbours = new ArrayList<>();
  private final PriorityQueue<Offer> offers = new PriorityQueue<>();

  Agglomeration(int rows, Clusters.Affinity affinity) {
    this.affinity = affinity;
    this.into = new int[rows];
    this.versions = new int[rows];
    Arrays.setAll(into, row -> row);
    for (int row = 0; row < rows; row++) {
      members.add(List.of(row));
      neighbours.add(new TreeSet<>());
    }
  }

  /** Two groups as they were when they were compared. */
  private record Offer(double bits, int one, int other, int version) implements Comparable<Offer> {
    @Override
    public int compareTo(Offer than) {
      int byBits = Double.compare(than.bits, bits);
      int byOne = byBits != 0 ? byBits : Integer.compare(one, than.one);
      return byOne != 0 ? byOne : Integer.compare(other, than.other);
    }
  }

  void pair(int one, int other, double bits) {
    neighbours.get(one).add(other);
    neighbours.get(other).add(one);
    if (bits > 0) {
      offers.add(new Offer(bits, one, other, 0));
    }
  }

  /** Joins what speaks for one person by more than so many bits; may go on with fewer. */
  int[] join(double least) {
    while (!offers.isEmpty() && offers.peek().bits > least) {
      Offer best = offers.remove();
      if (into[best.one] == best.one
          && into[best.other] == best.other
          && best.version == versions[best.one] + versions[best.other]) {
        join(best.one, best.other);
      }
    }
    int[] joined = new int[into.length];
    Arrays.setAll(joined, row -> Clusters.find(into, row));
    return joined;
  }

  private void join(int one, int other) {
    into[other] = one;
    versions[one]++;
    List<Integer> all = new ArrayList<>(members.get(one));
    all.addAll(members.get(other));
    members.set(one, all);
    members.set(other, List.of());
    TreeSet<Integer> around = neighbours.get(one);
    for (int third : neighbours.get(other)) {
      neighbours.get(third).remove(other);
      if (third != one) {
        around.add(third);
        neighbours.get(third).add(one);
      }
    }
    neighbours.set(other, new TreeSet<>());
    for (int third : around) {
      double bits = affinity.between(all, members.get(third));
      if (bits > 0) {
        int lower = Math.min(one, third);
        int higher = Math.max(one, third);
        offers.add(new Offer(bits, lower, higher, versions[one] + versions[third]));
      }
    }
  }
}
