package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.event.Severity;

/** "At least 3 POL-PPN-01 incidents in 90 d." S3. */
final class NaiveP09 implements NaivePattern {
  private static final int INCIDENTS = 3;
  private static final int DAYS = 90;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> notices = child.counting(Set.of("POL-PPN-01"));
    return new NaiveRefire("P09", at -> match(notices, at))
        .toWorker(child.episodes()::activeAt)
        .over(notices);
  }

  private static Optional<NaiveMatch> match(List<NaiveEvent> notices, Instant at) {
    List<NaiveEvent> within = NaiveChild.within(notices, at, DAYS);
    return NaiveChild.count(within) < INCIDENTS
        ? Optional.empty()
        : Optional.of(new NaiveMatch(Severity.S3, within));
  }
}
