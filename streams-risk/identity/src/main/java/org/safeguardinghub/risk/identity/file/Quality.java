package org.safeguardinghub.risk.identity.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How groups of records compare with the truth.
 *
 * @param truePairs pairs of records that are one person's, whether or not they were compared
 * @param foundPairs pairs that stand in one group
 * @param rightPairs pairs that are both
 * @param precision of pairs
 * @param recall of pairs
 * @param f1 of pairs
 * @param cubedPrecision mean over records of the share of its group that is its person's (B-cubed)
 * @param cubedRecall mean over records of the share of its person's records that is in its group
 * @param cubedF1 of the two
 * @param overMergedPer100k records that stand in a group most of which is another person's, per 100
 *     000 records
 * @param splitPer100k records that stand outside the group with most of their person's records, per
 *     100 000 records
 * @param notCompared true pairs that shared no keys
 */
public record Quality(
    long truePairs,
    long foundPairs,
    long rightPairs,
    double precision,
    double recall,
    double f1,
    double cubedPrecision,
    double cubedRecall,
    double cubedF1,
    double overMergedPer100k,
    double splitPer100k,
    long notCompared) {

  /** Tells whether a pair counts and whether it was compared. */
  public interface Pairs {
    boolean test(int one, int other);
  }

  /**
   * Compares groups with the truth.
   *
   * @param group of each row
   * @param person of each row, blank where it is not known: such rows are not measured by
   * @param counts whether a pair counts: not within one source where only links between are wanted
   * @param compared whether a pair was compared
   */
  public static Quality of(int[] group, List<String> person, Pairs counts, Pairs compared) {
    int[] rows =
        IntStream.range(0, group.length).filter(row -> !person.get(row).isBlank()).toArray();
    return ofKnown(
        Arrays.stream(rows).map(row -> group[row]).toArray(),
        Arrays.stream(rows).mapToObj(person::get).toList(),
        (one, other) -> counts.test(rows[one], rows[other]),
        (one, other) -> compared.test(rows[one], rows[other]));
  }

  private static Quality ofKnown(int[] group, List<String> person, Pairs counts, Pairs compared) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] truth = new int[group.length];
    for (int row = 0; row < truth.length; row++) {
      truth[row] = numbers.computeIfAbsent(person.get(row), _ -> numbers.size());
    }
    long truePairs = 0;
    long right = 0;
    long notCompared = 0;
    List<List<Integer>> people = sets(truth);
    for (List<Integer> rows : people) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          int one = rows.get(i);
          int other = rows.get(j);
          if (counts.test(one, other)) {
            truePairs++;
            right += group[one] == group[other] ? 1 : 0;
            notCompared += compared.test(one, other) ? 0 : 1;
          }
        }
      }
    }
    List<List<Integer>> groups = sets(group);
    long found = pairs(groups, counts);
    double precision = share(right, found);
    double recall = share(right, truePairs);
    double cubedPrecision = cubed(groups, truth);
    double cubedRecall = cubed(people, group);
    return new Quality(
        truePairs,
        found,
        right,
        precision,
        recall,
        mean(precision, recall),
        cubedPrecision,
        cubedRecall,
        mean(cubedPrecision, cubedRecall),
        outside(groups, truth) * 1e5 / Math.max(1, group.length),
        outside(people, group) * 1e5 / Math.max(1, group.length),
        notCompared);
  }

  private static List<List<Integer>> sets(int[] of) {
    List<List<Integer>> sets = new ArrayList<>();
    int last = Arrays.stream(of).max().orElse(-1);
    for (int i = 0; i <= last; i++) {
      sets.add(new ArrayList<>(2));
    }
    for (int row = 0; row < of.length; row++) {
      sets.get(of[row]).add(row);
    }
    return sets;
  }

  private static long pairs(List<List<Integer>> groups, Pairs counts) {
    long pairs = 0;
    for (List<Integer> rows : groups) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          pairs += counts.test(rows.get(i), rows.get(j)) ? 1 : 0;
        }
      }
    }
    return pairs;
  }

  /** The mean over rows of the share of their set that the other partition gives them too. */
  private static double cubed(List<List<Integer>> sets, int[] other) {
    double sum = 0;
    for (List<Integer> rows : sets) {
      for (long count : counts(rows, other).values()) {
        sum += (double) count * count / rows.size();
      }
    }
    return other.length == 0 ? 1 : sum / other.length;
  }

  /** Rows outside the largest part that the other partition cuts each set into. */
  private static double outside(List<List<Integer>> sets, int[] other) {
    long outside = 0;
    for (List<Integer> rows : sets) {
      long most = counts(rows, other).values().stream().mapToLong(count -> count).max().orElse(0);
      outside += rows.size() - most;
    }
    return outside;
  }

  private static Map<Integer, Long> counts(List<Integer> rows, int[] other) {
    Map<Integer, Long> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(other[row], 1L, Long::sum));
    return counts;
  }

  private static double share(long part, long all) {
    return all == 0 ? 1 : (double) part / all;
  }

  private static double mean(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }
}
