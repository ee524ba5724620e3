package org.safeguardinghub.risk.identity.block;

/** Counts by number, in a few bytes each. */
final class LongCounts {
  private long[] numbers = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  void add(long number, int count) {
    if (size * 2 >= numbers.length) {
      grow();
    }
    int at = place(number);
    if (counts[at] == 0) {
      numbers[at] = number;
      size++;
    }
    counts[at] += count;
  }

  /** How often this number came; 0 for one that never did. */
  int of(long number) {
    return counts[place(number)];
  }

  /** Where a number stands or, where it is not there, may be put. */
  private int place(long number) {
    int at = (int) (number >>> 20) & (numbers.length - 1);
    while (counts[at] != 0 && numbers[at] != number) {
      at = (at + 1) & (numbers.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] before = numbers;
    int[] counted = counts;
    numbers = new long[before.length * 2];
    counts = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (counted[i] != 0) {
        int at = place(before[i]);
        numbers[at] = before[i];
        counts[at] = counted[i];
      }
    }
  }
}
