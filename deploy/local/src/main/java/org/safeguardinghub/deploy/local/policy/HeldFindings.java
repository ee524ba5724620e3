package org.safeguardinghub.deploy.local.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldState;
import org.safeguardinghub.schemas.SeverityCode;

/** What a change of policy found, as the hub last said it of each finding. */
public record HeldFindings(List<HeldFindingRecord> all) {
  public HeldFindings {
    all =
        all.stream()
            .sorted(
                Comparator.comparing((HeldFindingRecord held) -> held.getFinding().getPattern())
                    .thenComparing(held -> held.getFinding().getFindingId()))
            .toList();
  }

  /**
   * How many of one pattern.
   *
   * @param urgent how many of them are S1
   */
  public record Count(String pattern, String title, int policyVersion, int waiting, int urgent) {}

  /** Those that wait, and that are chosen. */
  public HeldFindings waiting(Predicate<HeldFindingRecord> chosen) {
    return in(HeldState.WAITING).only(chosen);
  }

  public HeldFindings in(HeldState state) {
    return only(held -> held.getState() == state);
  }

  public long urgent() {
    return all.stream().filter(HeldFindings::isUrgent).count();
  }

  /** By pattern and policy version. */
  public List<Count> counts() {
    Map<String, Count> counts = new TreeMap<>();
    for (HeldFindingRecord held : all) {
      String pattern = held.getFinding().getPattern();
      counts.merge(
          pattern + '/' + held.getPolicyVersion(),
          new Count(
              pattern,
              held.getFinding().getPatternTitle(),
              held.getPolicyVersion(),
              1,
              isUrgent(held) ? 1 : 0),
          (one, other) ->
              new Count(
                  one.pattern(),
                  one.title(),
                  one.policyVersion(),
                  one.waiting() + other.waiting(),
                  one.urgent() + other.urgent()));
    }
    return List.copyOf(counts.values());
  }

  private HeldFindings only(Predicate<HeldFindingRecord> chosen) {
    return new HeldFindings(all.stream().filter(chosen).toList());
  }

  private static boolean isUrgent(HeldFindingRecord held) {
    return held.getFinding().getSeverity() == SeverityCode.S1;
  }
}
