package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 2 injury incidents in 365 d from any source, age under 16; raise to S1 if age under 5,
 * or at least 2 different providers, or any explanationInconsistent=true. An event with followUpOf,
 * or of the same incident, is the same injury. Paediatric report 'consistent with account' drops to
 * S3" - while it is the last word. A provider is the agency that first reported the injury.
 */
final class NaiveP02 implements NaivePattern {
  private static final int INCIDENTS = 2;
  private static final int DAYS = 365;
  private static final int UNDER_YEARS = 16;
  private static final int YOUNG_UNDER_YEARS = 5;
  private static final int PROVIDERS = 2;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> reports =
        child.counting(
            event -> event.in(NaiveSets.INJURY) && event.harmed() && !event.is("birthmarkOpinion"));
    List<NaiveEvent> medicals = child.own(event -> event.is("consistentWithAccount"));
    return new NaiveRefire("P02", at -> match(child, reports, medicals, at)).over(reports);
  }

  private static Optional<NaiveMatch> match(
      NaiveChild child, List<NaiveEvent> reports, List<NaiveEvent> medicals, Instant at) {
    List<NaiveEvent> within = NaiveChild.within(reports, at, DAYS);
    List<NaiveEvent> injuries = within.stream().filter(event -> !event.says("followUpOf")).toList();
    if (NaiveChild.count(injuries) < INCIDENTS || child.atLeast(child.ref(), UNDER_YEARS, at)) {
      return Optional.empty();
    }
    boolean raised =
        child.younger(child.ref(), YOUNG_UNDER_YEARS, at)
            || providers(injuries) >= PROVIDERS
            || within.stream().anyMatch(event -> event.is("explanationInconsistent"));
    Severity severity = raised ? Severity.S1 : Severity.S2;
    // Whoever only looked again, and found nothing amiss, said nothing new.
    boolean explained =
        NaiveChild.within(medicals, at, DAYS).stream()
            .anyMatch(
                medical ->
                    within.stream()
                        .filter(
                            event ->
                                !event.says("followUpOf") || event.is("explanationInconsistent"))
                        .noneMatch(event -> event.at().isAfter(medical.at())));
    return Optional.of(new NaiveMatch(explained ? Severity.S3 : severity, injuries));
  }

  private static long providers(List<NaiveEvent> injuries) {
    return NaiveChild.incidents(injuries).stream()
        .map(incident -> incident.getFirst().sent().publisher().agency())
        .distinct()
        .count();
  }
}
