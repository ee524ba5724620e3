package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 3 WNB in 180 d in any services; or 2 in 90 d if CP/CIN/LAC or long-term-condition flag;
 * or 1 within 90 d after an injury or CP medical. S3; S2 if condition serious. Exclude provider
 * cancellations; exclude age 16+ self-booking; address mismatch flag turns it into a data task."
 */
final class NaiveP06 implements NaivePattern {
  private static final int MANY = 3;
  private static final int MANY_DAYS = 180;
  private static final int FEW = 2;
  private static final int FEW_DAYS = 90;
  private static final int AFTER_INJURY_DAYS = 90;
  private static final int SELF_BOOKING_YEARS = 16;
  private static final Set<String> PLANS =
      Set.of(NaiveEpisodes.CP, NaiveEpisodes.CIN, NaiveEpisodes.LAC);

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> missed =
        child.counting(
            event ->
                event.in(NaiveSets.NOT_BROUGHT)
                    && !event.is("providerCancelled")
                    && !event.is("addressMismatch")
                    && !(event.is("selfBooking")
                        && child.atLeast(child.ref(), SELF_BOOKING_YEARS, event.at())));
    List<NaiveEvent> injuries =
        child.counting(event -> event.in(NaiveSets.INJURY) && event.harmed());
    return new NaiveRefire("P06", at -> match(child, missed, injuries, at))
        .toWorker(child.episodes()::activeAt)
        .over(missed);
  }

  private static Optional<NaiveMatch> match(
      NaiveChild child, List<NaiveEvent> missed, List<NaiveEvent> injuries, Instant at) {
    List<NaiveEvent> many = NaiveChild.within(missed, at, MANY_DAYS);
    if (NaiveChild.count(many) >= MANY) {
      return Optional.of(match(many));
    }
    List<NaiveEvent> few = NaiveChild.within(missed, at, FEW_DAYS);
    boolean vulnerable =
        child.episodes().openAt(at).stream().anyMatch(PLANS::contains)
            || few.stream().anyMatch(event -> event.is("longTermCondition"));
    if (vulnerable && NaiveChild.count(few) >= FEW) {
      return Optional.of(match(few));
    }
    List<NaiveEvent> hurt =
        NaiveChild.within(missed, at, AFTER_INJURY_DAYS).stream()
            .filter(event -> !NaiveChild.within(injuries, event.at(), AFTER_INJURY_DAYS).isEmpty())
            .toList();
    return hurt.isEmpty() ? Optional.empty() : Optional.of(match(hurt));
  }

  private static NaiveMatch match(List<NaiveEvent> counted) {
    boolean serious = counted.stream().anyMatch(event -> event.is("conditionSerious"));
    return new NaiveMatch(serious ? Severity.S2 : Severity.S3, counted);
  }
}
