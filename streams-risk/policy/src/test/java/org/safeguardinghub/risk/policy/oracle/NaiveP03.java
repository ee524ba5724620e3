package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.Severity;

/**
 * "At least 4 incidents of level 2 or more in 90 d from at least 3 origin families, and no open CSC
 * episode. S3; S2 if any level 3+ from 2 families. Open episode: route to worker. Positive Family
 * Help plan with review in last 30 d: S4".
 */
final class NaiveP03 implements NaivePattern {
  private static final int INCIDENTS = 4;
  private static final int LEVEL = 2;
  private static final int DAYS = 90;
  private static final int FAMILIES = 3;
  private static final int HIGH_LEVEL = 3;
  private static final int HIGH_FAMILIES = 2;
  private static final int REVIEW_DAYS = 30;

  @Override
  public List<NaiveFinding> findings(NaiveChild child, Instant now) {
    List<NaiveEvent> concerns = child.counting(event -> event.level() >= LEVEL);
    List<NaiveEvent> reviews = child.about(event -> event.text("planProgress", "positive"));
    return new NaiveRefire("P03", at -> match(concerns, reviews, at))
        .toWorker(child.episodes()::activeAt)
        .over(concerns);
  }

  private static Optional<NaiveMatch> match(
      List<NaiveEvent> concerns, List<NaiveEvent> reviews, Instant at) {
    List<NaiveEvent> within = NaiveChild.within(concerns, at, DAYS);
    if (NaiveChild.count(within) < INCIDENTS || NaiveChild.families(within) < FAMILIES) {
      return Optional.empty();
    }
    List<NaiveEvent> high = within.stream().filter(event -> event.level() >= HIGH_LEVEL).toList();
    Severity severity = NaiveChild.families(high) >= HIGH_FAMILIES ? Severity.S2 : Severity.S3;
    boolean progress = !NaiveChild.within(reviews, at, REVIEW_DAYS).isEmpty();
    return Optional.of(new NaiveMatch(progress ? Severity.S4 : severity, within));
  }
}
