package org.safeguardinghub.risk.identity.block;

import java.util.Arrays;

/** Many short ascending lists of numbers in two arrays: a few bytes for each number. */
final class Lists {
  private final int[] starts;
  private final int[] numbers;

  Lists(int[] starts, int[] numbers) {
    this.starts = starts;
    this.numbers = numbers;
  }

  /** For each number below {@code owners} the places where the lists begin in which it stands. */
  Lists inverse(int owners) {
    int[] begins = new int[owners + 1];
    for (int number : numbers) {
      begins[number + 1]++;
    }
    for (int owner = 0; owner < owners; owner++) {
      begins[owner + 1] += begins[owner];
    }
    int[] lists = new int[numbers.length];
    int[] next = Arrays.copyOf(begins, owners);
    for (int list = 0; list + 1 < starts.length; list++) {
      for (int i = starts[list]; i < starts[list + 1]; i++) {
        lists[next[numbers[i]]++] = starts[list];
      }
    }
    return new Lists(begins, lists);
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
}
