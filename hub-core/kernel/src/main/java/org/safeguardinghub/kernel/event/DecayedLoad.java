package org.safeguardinghub.kernel.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The decayed sum of concerns (domain reference, section 5.1): orders worklists within a severity,
 * never fires. What has one half-life fades alike, so one number for each half-life tells the sum
 * at every later moment; those of each handling class stand apart, because what a reader may not
 * see is no ground to order their list by.
 *
 * @param at the moment that the terms hold for: that of the last concern
 * @param terms by class and half-life, each pair once
 * @param protective what protective events take off at every moment, zero or less
 */
public record DecayedLoad(Instant at, List<Term> terms, int protective) {
  /** Of a subject of whom no concern is known. */
  public static final DecayedLoad NOTHING = new DecayedLoad(Instant.EPOCH, List.of(), 0);

  // A database refuses numbers as small as what is left after more; nothing is left long before.
  private static final double MOST_HALVINGS = 1000;

  public DecayedLoad {
    terms = List.copyOf(terms);
  }

  /**
   * Concerns of one class whose weights halve in the same time.
   *
   * @param sum of their weights
   * @param floor the weight of the gravest, below which nothing protective brings the load
   */
  public record Term(HandlingClass handling, int halfLifeDays, double sum, double floor) {}

  /** With the concerns of all classes. */
  public double on(Instant moment) {
    return on(moment, _ -> true);
  }

  /** With the concerns of the classes that somebody may see. */
  public double on(Instant moment, Predicate<HandlingClass> seen) {
    double sum = protective;
    double floor = 0;
    for (Term term : terms) {
      if (seen.test(term.handling())) {
        double left = left(at, moment, term.halfLifeDays());
        sum += term.sum() * left;
        floor = Math.max(floor, term.floor() * left);
      }
    }
    return Math.max(floor, sum);
  }

  /** The part of a weight that is left after a time; what lies ahead has not begun to fade. */
  public static double left(Instant from, Instant to, int halfLifeDays) {
    double days = Duration.between(from, to).toMillis() / (double) Duration.ofDays(1).toMillis();
    return Math.pow(0.5, Math.clamp(days / halfLifeDays, 0, MOST_HALVINGS));
  }
}
