package org.safeguardinghub.risk.identity.cluster;

import java.util.Arrays;

/**
 * Rows that hang together by pairs, with the pairs among them. Nothing joins rows of two families,
 * so that each may be grouped by itself, in little memory.
 */
final class Families {
  private final Links pairs;
  private final int[] rows;
  private final int[] rowStarts;
  private final int[] links;
  private final int[] linkStarts;

  /** Takes a pair and the places of its rows within the family. */
  interface Taker {
    void take(int pair, int one, int other);
  }

  /**
   * Families of more than one row.
   *
   * @param root of each row, the lowest of its family
   * @param least pairs of no more bits than this are left out
   */
  Families(int[] root, Links pairs, double least) {
    this.pairs = pairs;
    int[] family = numbers(root);
    int families = Arrays.stream(family).max().orElse(-1) + 1;
    this.rowStarts = new int[families + 1];
    for (int of : family) {
      rowStarts[of + 1]++;
    }
    this.linkStarts = new int[families + 1];
    for (int i = 0; i < pairs.size(); i++) {
      if (within(family, i, least)) {
        linkStarts[family[pairs.one(i)] + 1]++;
      }
    }
    Arrays.parallelPrefix(rowStarts, Integer::sum);
    Arrays.parallelPrefix(linkStarts, Integer::sum);
    this.rows = new int[root.length];
    this.links = new int[linkStarts[families]];
    int[] next = rowStarts.clone();
    for (int row = 0; row < family.length; row++) {
      rows[next[family[row]]++] = row;
    }
    System.arraycopy(linkStarts, 0, next, 0, next.length);
    for (int i = 0; i < pairs.size(); i++) {
      if (within(family, i, least)) {
        links[next[family[pairs.one(i)]]++] = i;
      }
    }
  }

  private boolean within(int[] family, int pair, double least) {
    return pairs.bits(pair) > least && family[pairs.one(pair)] == family[pairs.other(pair)];
  }

  /** Families are numbered in the order of their lowest rows. */
  private static int[] numbers(int[] root) {
    int[] numbers = new int[root.length];
    int families = 0;
    for (int row = 0; row < root.length; row++) {
      numbers[row] = root[row] == row ? families++ : numbers[root[row]];
    }
    return numbers;
  }

  int size() {
    return rowStarts.length - 1;
  }

  /** The rows of a family, ascending. */
  int[] rows(int family) {
    return Arrays.copyOfRange(rows, rowStarts[family], rowStarts[family + 1]);
  }

  /** The pairs within a family, in their order. */
  void each(int family, Taker taker) {
    int from = rowStarts[family];
    int to = rowStarts[family + 1];
    for (int i = linkStarts[family]; i < linkStarts[family + 1]; i++) {
      int one = Arrays.binarySearch(rows, from, to, pairs.one(links[i])) - from;
      int other = Arrays.binarySearch(rows, from, to, pairs.other(links[i])) - from;
      taker.take(links[i], one, other);
    }
  }
}
