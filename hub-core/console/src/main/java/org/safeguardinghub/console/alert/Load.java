package org.safeguardinghub.console.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * How much was told of a subject, and how lately: concerns that fade with time. It orders a list
 * within a severity. What a reader may not see is no ground to order their list by.
 *
 * @param at the moment that the terms hold for
 * @param protective what protective events take off, zero or less
 */
public record Load(Instant at, List<Term> terms, int protective) {
  /** Of a subject of whom no concern is known. */
  public static final Load NOTHING = new Load(Instant.EPOCH, List.of(), 0);

  // A database refuses numbers as small as what is left after more.
  private static final double MOST_HALVINGS = 1000;

  public Load {
    terms = List.copyOf(terms);
  }

  /** Concerns of one class that fade alike: the sum of their weights, and the gravest of them. */
  public record Term(HandlingClass handling, int halfLifeDays, double sum, double floor) {}

  /** What is left at a moment of what a reader may see. */
  public double on(Instant moment, Reader reader) {
    double sum = protective;
    double floor = 0;
    for (Term term : terms) {
      if (HandlingRule.maySee(term.handling(), reader)) {
        double left = left(moment, term.halfLifeDays());
        sum += term.sum() * left;
        floor = Math.max(floor, term.floor() * left);
      }
    }
    return Math.max(floor, sum);
  }

  private double left(Instant moment, int halfLifeDays) {
    double days = Duration.between(at, moment).toMillis() / (double) Duration.ofDays(1).toMillis();
    return Math.pow(0.5, Math.clamp(days / halfLifeDays, 0, MOST_HALVINGS));
  }
}
