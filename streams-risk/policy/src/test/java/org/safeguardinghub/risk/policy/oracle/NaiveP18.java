package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 3 closures (CSC-REF-02 / ASM-02 NFA) in 365 d from at least 2 referrers; or 3 in any
 * 180 d." Who referred is read from the closure, else from the referral before it; an unknown
 * referrer is no second one.
 */
final class NaiveP18 implements NaivePattern {
  private static final int CLOSURES = 3;
  private static final int DAYS = 365;
  private static final int REFERRERS = 2;
  private static final int SHORT_DAYS = 180;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> closures =
        child.own(
            event ->
                event.about()
                    && (event.type().equals("CSC-REF-02")
                        || (event.type().equals("CSC-ASM-02") && event.text("outcome", "nfa"))));
    List<NaiveEvent> referrals = child.about(event -> event.type().equals("CSC-REF-01"));
    return new NaiveRefire("P18", at -> match(closures, referrals, at)).over(closures);
  }

  private static Optional<NaiveMatch> match(
      List<NaiveEvent> closures, List<NaiveEvent> referrals, Instant at) {
    List<NaiveEvent> year = NaiveChild.within(closures, at, DAYS);
    long referrers =
        year.stream()
            .map(closure -> referrer(closure, referrals))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    if (NaiveChild.count(year) >= CLOSURES && referrers >= REFERRERS) {
      return Optional.of(new NaiveMatch(Severity.S2, year));
    }
    List<NaiveEvent> half = NaiveChild.within(closures, at, SHORT_DAYS);
    return NaiveChild.count(half) >= CLOSURES
        ? Optional.of(new NaiveMatch(Severity.S2, half))
        : Optional.empty();
  }

  private static @Nullable String referrer(NaiveEvent closure, List<NaiveEvent> referrals) {
    String own = closure.text("referrerRef");
    return own != null
        ? own
        : NaiveChild.lastUpTo(referrals, closure.at())
            .map(referral -> referral.text("referrerRef"))
            .orElse(null);
  }
}
