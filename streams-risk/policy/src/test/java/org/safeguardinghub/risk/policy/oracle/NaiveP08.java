package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "Each of the three (DA; GP-PAR/ADU-MH; ADU-SUB/POL-SUB) at least once in 365 d in the household.
 * S3; S2 if child under 2 or unborn. Treatment engaged does not count; engaged-in-treatment event
 * within 60 d: S4".
 */
final class NaiveP08 implements NaivePattern {
  private static final int DAYS = 365;
  private static final int TREATMENT_DAYS = 60;
  private static final int YOUNG_YEARS = 2;
  private static final int PREGNANCY_DAYS = 280;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    Predicate<NaiveEvent> engaged = event -> event.text("treatment", "engaged");
    List<List<NaiveEvent>> factors =
        List.of(
            child.counting(NaiveSets.DOMESTIC_ABUSE),
            child.counting(event -> event.in(NaiveSets.PARENT_ILL) && !engaged.test(event)),
            child.counting(event -> event.in(NaiveSets.PARENT_SUBSTANCE) && !engaged.test(event)));
    List<NaiveEvent> all = new ArrayList<>();
    factors.forEach(all::addAll);
    List<NaiveEvent> treated = child.own(engaged);
    List<NaiveEvent> pregnancies = child.own(HouseholdOracle::pregnancy);
    all.addAll(pregnancies);
    all.addAll(child.own(Set.of("MAT-BIR-01")));
    return new NaiveRefire("P08", at -> match(child, factors, treated, pregnancies, at)).over(all);
  }

  private static Optional<NaiveMatch> match(
      NaiveChild child,
      List<List<NaiveEvent>> factors,
      List<NaiveEvent> treated,
      List<NaiveEvent> pregnancies,
      Instant at) {
    List<NaiveEvent> counted = new ArrayList<>();
    for (List<NaiveEvent> factor : factors) {
      List<NaiveEvent> within = NaiveChild.within(factor, at, DAYS);
      if (within.isEmpty()) {
        return Optional.empty();
      }
      counted.addAll(within);
    }
    boolean young =
        !NaiveChild.within(pregnancies, at, PREGNANCY_DAYS).isEmpty()
            || child.childrenAt(at).stream()
                .anyMatch(
                    one ->
                        child.younger(one, YOUNG_YEARS, at)
                            || HouseholdOracle.expected(child, one, at));
    Severity severity = young ? Severity.S2 : Severity.S3;
    boolean protectedBy = !NaiveChild.within(treated, at, TREATMENT_DAYS).isEmpty();
    return Optional.of(new NaiveMatch(protectedBy ? Severity.S4 : severity, counted));
  }
}
