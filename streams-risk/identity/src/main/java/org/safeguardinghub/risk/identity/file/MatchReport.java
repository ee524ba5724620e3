package org.safeguardinghub.risk.identity.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run found.
 *
 * @param records how many there are
 * @param people how many people they are of
 * @param comparedPairs pairs that shared enough keys to be compared
 * @param quality against the truth; null where there is none
 * @param automatic the same of the links that need nobody's consent
 * @param equity whether groups are served alike; null where there are none
 * @param cost time and memory
 * @param learnt how often each answer comes
 */
public record MatchReport(
    int records,
    int people,
    long comparedPairs,
    @Nullable Quality quality,
    @Nullable Quality automatic,
    @Nullable Equity equity,
    Cost cost,
    List<Learnt> learnt) {
  public MatchReport {
    learnt = List.copyOf(learnt);
  }

  /**
   * What it took.
   *
   * @param readSeconds to read the files
   * @param matchSeconds to match, learning included
   * @param processorSeconds of the whole process so far
   * @param recordsPerSecond over reading and matching
   * @param peakMemoryMb of the whole process
   */
  public record Cost(
      double readSeconds,
      double matchSeconds,
      double processorSeconds,
      double recordsPerSecond,
      long peakMemoryMb) {}

  /**
   * How often an answer comes.
   *
   * @param feature what was compared
   * @param answer how it compared
   * @param onePerson share between records of one person
   * @param oneHousehold share between records of two people of one household
   * @param strangers share between records of two others
   */
  public record Learnt(
      String feature, String answer, double onePerson, double oneHousehold, double strangers) {}

  /** For a terminal. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d records, %d people; %d pairs compared",
            records,
            people,
            comparedPairs));
    if (quality != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "pairs:   precision %.4f, recall %.4f, F1 %.4f (%d true, %d found, %d right, %d never compared)",
              quality.precision(),
              quality.recall(),
              quality.f1(),
              quality.truePairs(),
              quality.foundPairs(),
              quality.rightPairs(),
              quality.notCompared()));
      lines.add(
          String.format(
              Locale.ROOT,
              "B-cubed: precision %.4f, recall %.4f, F1 %.4f",
              quality.cubedPrecision(),
              quality.cubedRecall(),
              quality.cubedF1()));
      lines.add(
          String.format(
              Locale.ROOT,
              "of 100 000 records %.0f stand with another person's, %.0f apart from their own",
              quality.overMergedPer100k(),
              quality.splitPer100k()));
    }
    if (automatic != null) {
      lines.add(
          String.format(
              Locale.ROOT,
              "without asking anybody: precision %.5f, recall %.4f, F1 %.4f (%d found, %d right)",
              automatic.precision(),
              automatic.recall(),
              automatic.f1(),
              automatic.foundPairs(),
              automatic.rightPairs()));
    }
    if (equity != null) {
      lines.addAll(text(equity));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "read in %.1f s, matched in %.1f s (%.1f s of processor): %.0f records/s; %d MB at most",
            cost.readSeconds(),
            cost.matchSeconds(),
            cost.processorSeconds(),
            cost.recordsPerSecond(),
            cost.peakMemoryMb()));
    return String.join("\n", lines);
  }

  private static List<String> text(Equity equity) {
    List<String> lines = new ArrayList<>();
    for (Equity.Group group : equity.groups()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-16s %9d true pairs, %.4f linked without asking, %.4f to a person",
              group.name().isEmpty() ? "(not known)" : group.name(),
              group.truePairs(),
              group.recall(),
              group.reviewRate()));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "  gap between groups: %.4f linked, %.4f to a person",
            equity.recallGap(),
            equity.reviewGap()));
    return lines;
  }
}
