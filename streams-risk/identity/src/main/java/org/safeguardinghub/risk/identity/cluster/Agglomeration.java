package org.safeguardinghub.risk.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Joins the two groups that speak for it most, again and again, until no two are left that do. */
final class Agglomeration {
  private final Clusters.Affinity affinity;
  private final int[] into;
  private final int[] versions;

  /** Rows of each group by its lowest; none while a row is alone, as most are for long. */
  private final List<List<Integer>> members;

  private final List<Set<Integer>> neighbours;
  private final PriorityQueue<Offer> offers = new PriorityQueue<>();

  Agglomeration(int rows, Clusters.Affinity affinity) {
    this.affinity = affinity;
    this.into = new int[rows];
    this.versions = new int[rows];
    this.members = new ArrayList<>(Collections.nCopies(rows, List.of()));
    this.neighbours = new ArrayList<>(Collections.nCopies(rows, Set.of()));
    Arrays.setAll(into, row -> row);
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
    around(one).add(other);
    around(other).add(one);
    if (bits > 0) {
      offers.add(new Offer(bits, one, other, 0));
    }
  }

  private Set<Integer> around(int row) {
    if (neighbours.get(row).isEmpty()) {
      neighbours.set(row, new TreeSet<>());
    }
    return neighbours.get(row);
  }

  private List<Integer> members(int row) {
    return members.get(row).isEmpty() ? List.of(row) : members.get(row);
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
    List<Integer> all = new ArrayList<>(members(one));
    all.addAll(members(other));
    members.set(one, all);
    members.set(other, List.of());
    Set<Integer> around = around(one);
    for (int third : neighbours.get(other)) {
      neighbours.get(third).remove(other);
      if (third != one) {
        around.add(third);
        around(third).add(one);
      }
    }
    neighbours.set(other, Set.of());
    for (int third : around) {
      double bits = affinity.between(all, members(third));
      if (bits > 0) {
        int lower = Math.min(one, third);
        int higher = Math.max(one, third);
        offers.add(new Offer(bits, lower, higher, versions[one] + versions[third]));
      }
    }
  }
}
