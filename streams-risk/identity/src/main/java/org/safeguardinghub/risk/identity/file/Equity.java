package org.safeguardinghub.risk.identity.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguardinghub.risk.identity.cluster.Links;

/**
 * Whether matching serves groups of people alike: what a person's group is must not decide whether
 * their records are found.
 *
 * @param groups in the order of their names
 * @param recallGap largest less smallest share of true pairs that are linked without asking
 * @param reviewGap the same for the share that would go to a person
 */
public record Equity(List<Group> groups, double recallGap, double reviewGap) {
  public Equity {
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param name what the column says; "" where it says nothing
   * @param truePairs pairs of records that are one person's
   * @param recall share of them that is linked without asking
   * @param reviewRate share of them that would go to a person
   */
  public record Group(String name, long truePairs, double recall, double reviewRate) {}

  /**
   * What a run decided.
   *
   * @param certain group of each row that needs nobody's consent
   * @param likely group of each row that is likelier one person's than not
   * @param pairs that were compared
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, for measuring.
  record Decided(int[] certain, int[] likely, Links pairs) {}

  /**
   * Bits from which on a pair would be shown to a person, if it is not linked without asking: one
   * in sixteen such pairs is of one person.
   */
  private static final double WORTH_ASKING = -4;

  /** True pairs of a group: all, linked without asking, shown to a person. */
  private static final class Counts {
    private long all;
    private long linked;
    private long asked;
  }

  static Equity of(List<PersonFiles.RecordOrigin> origins, Decided decided, Quality.Pairs counts) {
    Map<String, Counts> groups = new TreeMap<>();
    for (List<Integer> rows : people(origins)) {
      for (int i = 0; i < rows.size(); i++) {
        for (int j = i + 1; j < rows.size(); j++) {
          if (counts.test(rows.get(i), rows.get(j))) {
            count(groups, origins, decided, rows.get(i), rows.get(j));
          }
        }
      }
    }
    Links pairs = decided.pairs;
    for (int i = 0; i < pairs.size(); i++) {
      PersonFiles.RecordOrigin one = origins.get(pairs.one(i));
      boolean apart = decided.likely[pairs.one(i)] != decided.likely[pairs.other(i)];
      boolean ofOne =
          !one.person().isBlank() && one.person().equals(origins.get(pairs.other(i)).person());
      if (apart && ofOne && pairs.bits(i) > WORTH_ASKING) {
        groups.computeIfAbsent(one.group(), _ -> new Counts()).asked++;
      }
    }
    return report(groups);
  }

  private static Iterable<List<Integer>> people(List<PersonFiles.RecordOrigin> origins) {
    Map<String, List<Integer>> people = new HashMap<>();
    for (int row = 0; row < origins.size(); row++) {
      if (!origins.get(row).person().isBlank()) {
        people.computeIfAbsent(origins.get(row).person(), _ -> new ArrayList<>(2)).add(row);
      }
    }
    return people.values();
  }

  private static void count(
      Map<String, Counts> groups,
      List<PersonFiles.RecordOrigin> origins,
      Decided decided,
      int one,
      int other) {
    Counts counts = groups.computeIfAbsent(origins.get(one).group(), _ -> new Counts());
    counts.all++;
    if (decided.certain[one] == decided.certain[other]) {
      counts.linked++;
    } else if (decided.likely[one] == decided.likely[other]) {
      counts.asked++;
    }
  }

  private static Equity report(Map<String, Counts> groups) {
    List<Group> all = new ArrayList<>();
    groups.forEach(
        (name, counts) -> {
          double pairs = Math.max(1, counts.all);
          all.add(new Group(name, counts.all, counts.linked / pairs, counts.asked / pairs));
        });
    return new Equity(
        all,
        gap(all.stream().mapToDouble(Group::recall).toArray()),
        gap(all.stream().mapToDouble(Group::reviewRate).toArray()));
  }

  private static double gap(double[] shares) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (double share : shares) {
      least = Math.min(least, share);
      most = Math.max(most, share);
    }
    return shares.length == 0 ? 0 : most - least;
  }
}
