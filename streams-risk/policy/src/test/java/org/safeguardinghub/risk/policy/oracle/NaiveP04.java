package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 4 neglect-family incidents in 180 d, at least 2 origin families, first to last at least
 * 42 d. Family: every type of category NEG, and HSG-DIS-01 with childImpact. Open: worker. GCP2 all
 * areas at 2 or less in 90 d: S4" - of several profiles in 90 days the latest holds.
 */
final class NaiveP04 implements NaivePattern {
  private static final int INCIDENTS = 4;
  private static final int DAYS = 180;
  private static final int FAMILIES = 2;
  private static final int SPAN_DAYS = 42;
  private static final int PROFILE_DAYS = 90;
  private static final int GOOD_ENOUGH = 2;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> neglect =
        child.counting(
            event ->
                event.category().equals("NEG")
                    || (event.type().equals("HSG-DIS-01") && event.is("childImpact")));
    List<NaiveEvent> profiles =
        child.about(event -> event.says("gcpWorst") || event.type().equals("CSC-GCP-01"));
    return new NaiveRefire("P04", at -> match(neglect, profiles, at))
        .toWorker(child.episodes()::activeAt)
        .over(neglect);
  }

  private static Optional<NaiveMatch> match(
      List<NaiveEvent> neglect, List<NaiveEvent> profiles, Instant at) {
    List<NaiveEvent> within = NaiveChild.within(neglect, at, DAYS);
    List<List<NaiveEvent>> incidents = NaiveChild.incidents(within);
    if (incidents.size() < INCIDENTS || NaiveChild.families(within) < FAMILIES) {
      return Optional.empty();
    }
    Duration span =
        Duration.between(incidents.getFirst().getFirst().at(), incidents.getLast().getFirst().at());
    if (span.compareTo(Duration.ofDays(SPAN_DAYS)) < 0) {
      return Optional.empty();
    }
    List<NaiveEvent> graded = NaiveChild.within(profiles, at, PROFILE_DAYS);
    boolean good =
        !graded.isEmpty() && graded.getLast().number("gcpWorst", Integer.MAX_VALUE) <= GOOD_ENOUGH;
    return Optional.of(new NaiveMatch(good ? Severity.S4 : Severity.S2, within));
  }
}
