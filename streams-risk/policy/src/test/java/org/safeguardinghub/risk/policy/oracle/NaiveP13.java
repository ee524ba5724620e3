package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "In 120 d: at least 1 missing incident and at least 2 kinds of {found with unknown adult,
 * HOM-EXP-01, Reg 40 CSE, CAWN, released SXH-EXP-02, gifts, hotel/taxi, online grooming} from at
 * least 2 families including missing's. S1 if under 16; else S2." From 10 years on.
 */
final class NaiveP13 implements NaivePattern {
  private static final int DAYS = 120;
  private static final int KINDS = 2;
  private static final int FAMILIES = 2;
  private static final int FROM_YEARS = 10;
  private static final int YOUNG_YEARS = 16;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> missing = child.counting(NaiveSets.MISSING);
    List<NaiveEvent> signs = child.counting(event -> !kinds(event).isEmpty());
    List<NaiveEvent> all = new ArrayList<>(missing);
    all.addAll(signs);
    return new NaiveRefire("P13", at -> match(child, missing, signs, at)).over(all);
  }

  private static Optional<NaiveMatch> match(
      NaiveChild child, List<NaiveEvent> missing, List<NaiveEvent> signs, Instant at) {
    List<NaiveEvent> gone = NaiveChild.within(missing, at, DAYS);
    List<NaiveEvent> counted = new ArrayList<>(gone);
    Set<String> kinds = new HashSet<>();
    for (NaiveEvent sign : NaiveChild.within(signs, at, DAYS)) {
      kinds.addAll(kinds(sign));
      counted.add(sign);
    }
    if (gone.isEmpty()
        || kinds.size() < KINDS
        || NaiveChild.families(counted) < FAMILIES
        || child.younger(child.ref(), FROM_YEARS, at)) {
      return Optional.empty();
    }
    boolean young = child.younger(child.ref(), YOUNG_YEARS, at);
    return Optional.of(new NaiveMatch(young ? Severity.S1 : Severity.S2, counted));
  }

  private static Set<String> kinds(NaiveEvent event) {
    Set<String> kinds = new HashSet<>();
    switch (event.type()) {
      case "POL-MIS-03" -> kinds.add("found");
      case "HOM-EXP-01" -> kinds.add("home");
      case "POL-EXP-02" -> kinds.add("warning");
      case "SXH-EXP-02" -> kinds.add("health");
      case "EDU-ONL-01", "POL-ONL-01" -> kinds.add("online");
      default -> {
        // Only what it indicates.
      }
    }
    if (event.type().equals("HOM-REG-01") && event.text("harmType", "CSE")) {
      kinds.add("event in the home");
    }
    if (event.names("indicators", "gifts")) {
      kinds.add("gifts");
    }
    if (event.names("indicators", "hotel") || event.names("indicators", "taxi")) {
      kinds.add("hotel");
    }
    if (event.names("indicators", "online grooming")) {
      kinds.add("online");
    }
    return kinds;
  }
}
