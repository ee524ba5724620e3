package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;
import java.util.function.IntFunction;

/** Many short ascending lists of numbers in two arrays: a few bytes for each number. */
final class Lists {
  private final int[] starts;
  private final int[] numbers;

  private Lists(int[] starts, int[] numbers) {
    this.starts = starts;
    this.numbers = numbers;
  }

  /** The lists of owners from 0. */
  static Lists of(int owners, IntFunction<int[]> each) {
    int[] starts = new int[owners + 1];
    int[] numbers = new int[Math.max(16, owners * 16)];
    for (int owner = 0; owner < owners; owner++) {
      int[] list = each.apply(owner);
      int from = starts[owner];
      if (from + list.length > numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(from + list.length, numbers.length / 2 * 3));
      }
      System.arraycopy(list, 0, numbers, from, list.length);
      starts[owner + 1] = from + list.length;
    }
    return new Lists(starts, Arrays.copyOf(numbers, starts[owners]));
  }

  /** How many lists each number stands in. */
  int[] counts(int different) {
    int[] counts = new int[different];
    for (int number : numbers) {
      counts[number]++;
    }
    return counts;
  }

  /**
   * For each number the owners in whose lists it stands; none for numbers that stand in one list
   * only or in too many.
   */
  Lists inverse(int[] counts, int most) {
    int[] begins = new int[counts.length + 1];
    for (int number = 0; number < counts.length; number++) {
      boolean kept = counts[number] > 1 && counts[number] <= most;
      begins[number + 1] = begins[number] + (kept ? counts[number] : 0);
    }
    int[] owners = new int[begins[counts.length]];
    int[] next = begins.clone();
    for (int owner = 0; owner + 1 < starts.length; owner++) {
      for (int i = starts[owner]; i < starts[owner + 1]; i++) {
        int number = numbers[i];
        if (next[number] < begins[number + 1]) {
          owners[next[number]++] = owner;
        }
      }
    }
    return new Lists(begins, owners);
  }

  int begin(int owner) {
    return starts[owner];
  }

  int end(int owner) {
    return starts[owner + 1];
  }

  int at(int index) {
    return numbers[index];
  }

  boolean contains(int owner, int number) {
    return Arrays.binarySearch(numbers, starts[owner], starts[owner + 1], number) >= 0;
  }
}
