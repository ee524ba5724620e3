package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "In 120 d: at least one of {missing, found out of area, BTP-EXP-01} and at least two kinds of
 * signs, at least two origin families among all of it. S2; S1 if debt, weapon injury or under 14."
 * From 10 years on.
 */
final class NaiveP12 implements NaivePattern {
  private static final Set<String> AWAY =
      Set.of("POL-MIS-01", "HOM-MIS-01", "POL-MIS-03", "BTP-EXP-01");
  private static final int DAYS = 120;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> away = child.counting(AWAY);
    List<NaiveEvent> signs = child.counting(event -> !event.in(AWAY) && !kinds(event).isEmpty());
    List<NaiveEvent> worse = child.counting(NaiveP12::worse);
    List<NaiveEvent> all = new ArrayList<>(away);
    all.addAll(signs);
    all.addAll(worse);
    return new NaiveRefire(
            "P12",
            moment -> {
              List<NaiveEvent> met = new ArrayList<>(NaiveChild.within(signs, moment, DAYS));
              Set<String> kinds = new HashSet<>();
              met.forEach(event -> kinds.addAll(kinds(event)));
              List<NaiveEvent> gone = NaiveChild.within(away, moment, DAYS);
              met.addAll(gone);
              if (gone.isEmpty()
                  || kinds.size() < 2
                  || NaiveChild.families(met) < 2
                  || child.younger(child.ref(), 10, moment)) {
                return Optional.empty();
              }
              boolean urgent =
                  !NaiveChild.within(worse, moment, DAYS).isEmpty()
                      || child.younger(child.ref(), 14, moment);
              return Optional.of(new NaiveMatch(urgent ? Severity.S1 : Severity.S2, met));
            })
        .toLead(moment -> LifeOracle.led(child, moment, "exploitation", Set.of("POL-MDS-01")))
        .over(all);
  }

  private static Set<String> kinds(NaiveEvent event) {
    Set<String> kinds = new HashSet<>();
    switch (event.type()) {
      case "EDU-EXC-01", "EDU-EXC-02", "EDU-EXC-03" -> kinds.add("exclusion");
      case "EDU-EXP-01" -> kinds.add("money");
      case "HOM-EXP-01" -> kinds.add("adults");
      case "EDU-WPN-01", "POL-EXP-01", "ED-VIO-01", "EDU-ABS-03", "YJS-EXP-01" ->
          kinds.add(event.type());
      default -> {
        // Only its indicators may tell of something.
      }
    }
    if (indicates(event, "money") || indicates(event, "phones")) {
      kinds.add("money");
    }
    if (indicates(event, "unknown adults") || indicates(event, "older associates")) {
      kinds.add("adults");
    }
    return kinds;
  }

  private static boolean worse(NaiveEvent event) {
    return indicates(event, "debt") || (event.type().equals("ED-VIO-01") && !event.isNot("weapon"));
  }

  private static boolean indicates(NaiveEvent event, String what) {
    return (event.category().equals("EXP") || event.type().equals("HOM-REG-01"))
        && event.names("indicators", what);
  }
}
