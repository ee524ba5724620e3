package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/** What a pair of records is worth: bits for or against one person, feature by feature. */
public final class PairScorer {
  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;
  private final Parameters learnt;
  private final float[][] ratios;
  private final float[][] nearRatios;
  private final byte[] answers;

  /** A scorer of this table's rows with parameters that were learnt. */
  public PairScorer(
      PersonTable table, PairComparator comparator, Frequencies frequencies, Parameters learnt) {
    this.table = table;
    this.comparator = comparator;
    this.frequencies = frequencies;
    this.learnt = learnt;
    int features = comparator.features().size();
    this.ratios = new float[features][Agreement.count()];
    this.nearRatios = new float[features][Agreement.count()];
    this.answers = new byte[features];
    for (int f = 0; f < features; f++) {
      Feature feature = comparator.features().get(f);
      for (Agreement agreement : feature.scale()) {
        double strangers = feature.tells(agreement) ? 1 : learnt.two(f, agreement);
        ratios[f][agreement.code()] = log2(learnt.one(f, agreement) / strangers);
        nearRatios[f][agreement.code()] = log2(learnt.near(f, agreement) / strangers);
      }
    }
  }

  private static float log2(double value) {
    return (float) (StrictMath.log(value) / StrictMath.log(2));
  }

  /** All bits together, those of the prior included: above 0 one person is likelier than two. */
  public double score(int one, int other) {
    comparator.compare(one, other, answers, 0);
    double bits = learnt.prior();
    double near = learnt.nearPrior();
    for (int f = 0; f < answers.length; f++) {
      if (answers[f] != PairComparator.NONE) {
        Feature feature = comparator.features().get(f);
        float telling = telling(feature, one, other, answers);
        bits += ratios[f][answers[f]] + telling;
        near += feature.own() ? 0 : nearRatios[f][answers[f]] + telling;
      }
    }
    return bits - household(near);
  }

  /** What is taken off because a household would share as much: log2(1 + 2^near). */
  static double household(double near) {
    return near > 60 ? near : StrictMath.log1p(StrictMath.pow(2, near)) / StrictMath.log(2);
  }

  Parameters learnt() {
    return learnt;
  }

  int features() {
    return answers.length;
  }

  double prior() {
    return learnt.prior();
  }

  double nearPrior() {
    return learnt.nearPrior();
  }

  /** Writes each feature's bits, for one person and for one household; NaN where one is missing. */
  void bits(int one, int other, float[] bits, float[] near, int from) {
    comparator.compare(one, other, answers, 0);
    for (int f = 0; f < answers.length; f++) {
      if (answers[f] == PairComparator.NONE) {
        bits[from + f] = Float.NaN;
        near[from + f] = Float.NaN;
      } else {
        Feature feature = comparator.features().get(f);
        float telling = telling(feature, one, other, answers);
        bits[from + f] = ratios[f][answers[f]] + telling;
        near[from + f] = feature.own() ? 0 : nearRatios[f][answers[f]] + telling;
      }
    }
  }

  private float telling(Feature feature, int one, int other, byte[] given) {
    int f = feature.field();
    return f >= 0 && feature.tells(Agreement.of(given[f]))
        ? telling(table, comparator, frequencies, f, one, other, given, 0)
        : 0;
  }

  /** How telling the value is that two rows share. */
  static float telling(
      PersonTable table,
      PairComparator comparator,
      Frequencies frequencies,
      int field,
      int one,
      int other,
      byte[] answers,
      int from) {
    int left = table.value(one, field);
    int right = table.value(other, field);
    if (!comparator.crossed(field, answers, from)) {
      return Math.min(frequencies.bits(field, left), frequencies.bits(field, right));
    }
    float least = Float.MAX_VALUE;
    for (int member : table.group(field).fields()) {
      if (left != PersonTable.MISSING) {
        least = Math.min(least, frequencies.bits(member, left));
      }
    }
    return least == Float.MAX_VALUE ? 0 : least;
  }

  /** The comparison field by field, for people. */
  public Explanation explain(int one, int other) {
    byte[] given = new byte[answers.length];
    comparator.compare(one, other, given, 0);
    List<Explanation.Line> lines = new ArrayList<>();
    double bits = learnt.prior();
    double near = learnt.nearPrior();
    for (int f = 0; f < given.length; f++) {
      if (given[f] != PairComparator.NONE) {
        Feature feature = comparator.features().get(f);
        float telling = telling(feature, one, other, given);
        double line = ratios[f][given[f]] + telling;
        bits += line;
        near += feature.own() ? 0 : nearRatios[f][given[f]] + telling;
        lines.add(new Explanation.Line(feature.name(), Agreement.of(given[f]), line));
      }
    }
    return new Explanation(learnt.prior(), lines, household(near), bits - household(near));
  }
}
