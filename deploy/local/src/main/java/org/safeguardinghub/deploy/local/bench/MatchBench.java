package org.safeguardinghub.deploy.local.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.identity.file.MatchReport;
import org.safeguardinghub.risk.identity.file.PersonFiles;

/**
 * What matching invented children gave.
 *
 * @param children how many there are
 * @param match quality, cost and equity
 * @param twins pairs of twins of whom there are records
 * @param twinsMerged of them those who were taken for one child without asking anybody
 * @param heldBytesPerRecord of memory that is held once all are matched: values, index, pairs,
 *     names of records and the truth
 * @param bytesPerRecord of memory at its largest, less what the process held before
 * @param baseline the ordinary batch run; null where DuckDB is not there
 */
public record MatchBench(
    long children,
    MatchReport match,
    int twins,
    int twinsMerged,
    long heldBytesPerRecord,
    long bytesPerRecord,
    @Nullable Baseline baseline) {

  /**
   * The same file by Fellegi and Sunter's model in SQL.
   *
   * @param speedRatio the hub's records per second over its own
   * @param f1Ratio the hub's F1 over its own
   */
  public record Baseline(
      long comparedPairs,
      double recordsPerSecond,
      double precision,
      double recall,
      double f1,
      double speedRatio,
      double f1Ratio) {}

  /** Pairs of twins: all, and those of whom two records stand in one group. */
  public record Twins(int all, int merged) {
    /**
     * Counts.
     *
     * @param origins the group of each is its birth, which only twins share
     * @param group of each row
     */
    public static Twins of(List<PersonFiles.RecordOrigin> origins, int[] group) {
      Map<String, Set<String>> births = new HashMap<>();
      Map<Integer, Map<String, String>> groups = new HashMap<>();
      Set<String> merged = new HashSet<>();
      for (int row = 0; row < group.length; row++) {
        PersonFiles.RecordOrigin origin = origins.get(row);
        births.computeIfAbsent(origin.group(), _ -> new HashSet<>(2)).add(origin.person());
        String other =
            groups
                .computeIfAbsent(group[row], _ -> new HashMap<>(2))
                .putIfAbsent(origin.group(), origin.person());
        if (other != null && !other.equals(origin.person())) {
          merged.add(origin.group());
        }
      }
      int all = (int) births.values().stream().filter(born -> born.size() > 1).count();
      return new Twins(all, merged.size());
    }
  }
}
