package org.safeguardinghub.risk.identity.cluster;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * Joins the two groups of a few rows that speak for it most, again and again, until no two are left
 * that do. Rows go by their places among these few.
 */
final class Agglomeration {
  private final Clusters.Affinity affinity;
  private final int[] into;
  private final int[] versions;

  /** The rows of each group, by the place of its lowest. */
  private final int[][] members;

  private final BitSet[] neighbours;
  private final PriorityQueue<Offer> offers = new PriorityQueue<>();

  /**
   * Each row by itself.
   *
   * @param rows ascending
   */
  Agglomeration(int[] rows, Clusters.Affinity affinity) {
    this.affinity = affinity;
    this.into = new int[rows.length];
    this.versions = new int[rows.length];
    this.members = new int[rows.length][];
    this.neighbours = new BitSet[rows.length];
    for (int place = 0; place < rows.length; place++) {
      into[place] = place;
      members[place] = new int[] {rows[place]};
      neighbours[place] = new BitSet(rows.length);
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

  /** Two places, the lower first, whose rows were compared. */
  void pair(int one, int other, double bits) {
    neighbours[one].set(other);
    neighbours[other].set(one);
    if (bits > 0) {
      offers.add(new Offer(bits, one, other, 0));
    }
  }

  /** Joins what speaks for one person by more than so many bits; may go on with fewer. */
  void join(double least) {
    while (!offers.isEmpty() && offers.peek().bits > least) {
      Offer best = offers.remove();
      if (into[best.one] == best.one
          && into[best.other] == best.other
          && best.version == versions[best.one] + versions[best.other]) {
        join(best.one, best.other);
      }
    }
  }

  /** The place of the lowest row of the group in which the row at a place stands. */
  int group(int place) {
    return Clusters.find(into, place);
  }

  private void join(int one, int other) {
    into[other] = one;
    versions[one]++;
    int[] all = Arrays.copyOf(members[one], members[one].length + members[other].length);
    System.arraycopy(members[other], 0, all, members[one].length, members[other].length);
    members[one] = all;
    BitSet around = neighbours[one];
    around.or(neighbours[other]);
    around.clear(one);
    around.clear(other);
    for (int third = around.nextSetBit(0); third >= 0; third = around.nextSetBit(third + 1)) {
      neighbours[third].clear(other);
      neighbours[third].set(one);
      double bits = affinity.between(all, members[third]);
      if (bits > 0) {
        int lower = Math.min(one, third);
        int higher = Math.max(one, third);
        offers.add(new Offer(bits, lower, higher, versions[one] + versions[third]));
      }
    }
  }
}
