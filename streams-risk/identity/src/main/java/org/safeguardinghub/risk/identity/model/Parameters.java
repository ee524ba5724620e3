package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/**
 * What was learnt of a file: how often each answer comes between two records of one person, of two
 * people who share a household or a place, and of two strangers.
 */
public final class Parameters {
  private final List<Feature> features;
  private final double[][] one;
  private final double[][] near;
  private final double[][] two;
  private final double share;
  private final double nearShare;

  Parameters(
      List<Feature> features,
      double[][] one,
      double[][] near,
      double[][] two,
      double share,
      double nearShare) {
    this.features = List.copyOf(features);
    this.one = one;
    this.near = near;
    this.two = two;
    this.share = share;
    this.nearShare = nearShare;
  }

  /** How often one answer comes between records of one person, of one household, of strangers. */
  public record Shares(double one, double near, double two) {}

  /** The same, whether it was learnt or read. */
  public interface Table {
    Shares of(int feature, Agreement answer);
  }

  /** Parameters that were written down. */
  public static Parameters of(List<Feature> features, Table table, double share, double nearShare) {
    double[][][] shares = new double[3][features.size()][Agreement.count()];
    for (int f = 0; f < features.size(); f++) {
      for (Agreement answer : features.get(f).scale()) {
        Shares each = table.of(f, answer);
        shares[0][f][answer.code()] = each.one;
        shares[1][f][answer.code()] = each.near;
        shares[2][f][answer.code()] = each.two;
      }
    }
    return new Parameters(features, shares[0], shares[1], shares[2], share, nearShare);
  }

  /** What is compared. */
  public List<Feature> features() {
    return features;
  }

  /** Share of an answer between two records of one person. */
  public double one(int feature, Agreement answer) {
    return one[feature][answer.code()];
  }

  /** Share of an answer between the records of two people of one household. */
  public double near(int feature, Agreement answer) {
    return near[feature][answer.code()];
  }

  /** Share of an answer between the records of two people. */
  public double two(int feature, Agreement answer) {
    return two[feature][answer.code()];
  }

  /** Share of all pairs of records that are one person's. */
  public double share() {
    return share;
  }

  /** Share of all pairs of records that are two people's of one household. */
  public double nearShare() {
    return nearShare;
  }

  /** The weight, in bits, that a pair has before anything is compared. */
  public double prior() {
    return StrictMath.log(share / (1 - share - nearShare)) / StrictMath.log(2);
  }

  /** The same for two people of one household. */
  public double nearPrior() {
    return StrictMath.log(nearShare / (1 - share - nearShare)) / StrictMath.log(2);
  }
}
