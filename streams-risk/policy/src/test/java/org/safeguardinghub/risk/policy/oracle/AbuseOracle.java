package org.safeguardinghub.risk.policy.oracle;

import static org.safeguardinghub.risk.policy.oracle.Windows.hit;
import static org.safeguardinghub.risk.policy.oracle.Windows.inside;
import static org.safeguardinghub.risk.policy.oracle.Windows.moments;
import static org.safeguardinghub.risk.policy.oracle.Windows.told;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.event.Severity;

/** P07: repeat or rising domestic abuse in a household with children. */
final class AbuseOracle {
  private static final String RELEASE = "PRB-DA-01";

  private AbuseOracle() {}

  static List<NaiveFinding> p07(NaiveChild household, Instant now) {
    List<NaiveEvent> abuse = household.counting(NaiveSets.DOMESTIC_ABUSE);
    List<NaiveEvent> releases = household.own(Set.of(RELEASE));
    // So soon after a birth the child is under one, whatever else is known of it.
    List<NaiveEvent> babies =
        household.own(
            event -> event.type().equals("MAT-BIR-01") || HouseholdOracle.pregnancy(event));
    Set<Instant> moments = new TreeSet<>(moments(abuse));
    moments.addAll(moments(releases));
    moments.addAll(moments(babies));
    return told(
        "P07",
        moments,
        moment -> {
          List<NaiveEvent> year = inside(abuse, moment, 365);
          boolean met =
              NaiveChild.count(year) >= 3
                  || NaiveChild.count(inside(abuse, moment, 30)) >= 2
                  || rises(inside(abuse, moment, 90))
                  || (NaiveChild.count(year) >= 2 && infant(household, babies, moment));
          return met ? hit(year, severity(household, year, moment)) : Optional.empty();
        });
  }

  private static Severity severity(NaiveChild household, List<NaiveEvent> year, Instant moment) {
    if (away(household, moment)) {
      return Severity.S3;
    }
    boolean grave =
        year.stream()
            .anyMatch(
                event -> grade(event) == 3 || event.is("strangulation") || event.is("weapon"));
    return grave ? Severity.S1 : Severity.S2;
  }

  /** Only as long as the latest incident or release says so. A release may be an echo. */
  private static boolean away(NaiveChild household, Instant moment) {
    List<NaiveEvent> words =
        household.own(
            event ->
                event.type().equals(RELEASE)
                    || (event.in(NaiveSets.DOMESTIC_ABUSE) && event.counts()));
    return NaiveChild.lastUpTo(words, moment)
        .filter(last -> last.is("perpetratorAway"))
        .isPresent();
  }

  /** What is graded high came after what was graded lower, in another incident. */
  private static boolean rises(List<NaiveEvent> abuse) {
    List<List<NaiveEvent>> incidents = NaiveChild.incidents(abuse);
    for (List<NaiveEvent> earlier : incidents) {
      for (List<NaiveEvent> later : incidents) {
        boolean after = later.getFirst().at().isAfter(earlier.getFirst().at());
        if (after && highest(earlier) > 0 && highest(later) > highest(earlier)) {
          return true;
        }
      }
    }
    return false;
  }

  private static int highest(List<NaiveEvent> incident) {
    return incident.stream().mapToInt(AbuseOracle::grade).max().orElse(0);
  }

  /**
   * DASH standard, medium or high; a refuge or adviser assesses high risk. Others grade nothing.
   */
  private static int grade(NaiveEvent event) {
    return switch (event.type()) {
      case "POL-DA-01" -> 1;
      case "POL-DA-02" -> 2;
      case "POL-DA-03", "VCS-DA-01" -> 3;
      default -> 0;
    };
  }

  private static boolean infant(NaiveChild household, List<NaiveEvent> babies, Instant moment) {
    return !inside(babies, moment, 280).isEmpty()
        || household.childrenAt(moment).stream()
            .anyMatch(
                one ->
                    household.younger(one, 1, moment)
                        || HouseholdOracle.expected(household, one, moment));
  }
}
