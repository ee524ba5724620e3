package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * What was learnt of a file: how often each answer comes between two records of one person, and
 * between those of two people.
 */
public final class Parameters {
  private final List<Feature> features;
  private final double[][] one;
  private final double[][] two;
  private final double share;

  Parameters(List<Feature> features, double[][] one, double[][] two, double share) {
    this.features = List.copyOf(features);
    this.one = one;
    this.two = two;
    this.share = share;
  }

  /** What is compared. */
  public List<Feature> features() {
    return features;
  }

  /** Share of an answer between two records of one person. */
  public double one(int feature, Agreement answer) {
    return one[feature][answer.code()];
  }

  /** Share of an answer between the records of two people. */
  public double two(int feature, Agreement answer) {
    return two[feature][answer.code()];
  }

  /** Share of all pairs of records that are one person's. */
  public double share() {
    return share;
  }

  /** The weight, in bits, that a pair has before anything is compared. */
  public double prior() {
    return Math.log(share / (1 - share)) / Math.log(2);
  }
}
