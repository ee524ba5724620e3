package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "One event: ED-PHY-02 or HV-PHY-01, or any injury code with nonMobile=true (or age under 6 months
 * with mobility unknown). No window. A documented same-day paediatric opinion of birthmark closes
 * it." One finding for each incident.
 */
final class NaiveP01 implements NaivePattern {
  private static final Set<String> ALWAYS = Set.of("ED-PHY-02", "HV-PHY-01");
  private static final int MONTHS = 6;
  private static final int MEDICAL_ANSWERS_DAYS = 14;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> raised = new ArrayList<>();
    Set<String> incidents = new HashSet<>();
    for (NaiveEvent event : child.counting(NaiveSets.INJURY)) {
      if (event.harmed()
          && met(child, event, raised)
          && !birthmark(child, event)
          && incidents.add(event.incident())) {
        raised.add(event);
      }
    }
    return raised.stream()
        .map(event -> NaiveFinding.once("P01", "", event.at(), Severity.S1))
        .toList();
  }

  private static boolean met(NaiveChild child, NaiveEvent event, List<NaiveEvent> raised) {
    if (event.in(ALWAYS) || event.is("nonMobile")) {
      return true;
    }
    OptionalInt months = child.months(child.ref(), event.at());
    boolean young = months.isPresent() && months.getAsInt() < MONTHS;
    return young && !event.says("nonMobile") && !answers(event, raised);
  }

  // The child protection medical within 14 days after a P01 finding is its answer.
  private static boolean answers(NaiveEvent event, List<NaiveEvent> raised) {
    return event.type().equals("PAE-PHY-01")
        && raised.stream()
            .anyMatch(
                one -> event.at().isBefore(NaiveDays.plusDays(one.at(), MEDICAL_ANSWERS_DAYS)));
  }

  private static boolean birthmark(NaiveChild child, NaiveEvent injury) {
    return child.own(event -> event.harmed() && event.is("birthmarkOpinion")).stream()
        .anyMatch(event -> NaiveDays.day(event.at()).equals(NaiveDays.day(injury.at())));
  }
}
