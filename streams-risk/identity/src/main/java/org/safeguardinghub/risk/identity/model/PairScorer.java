package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;

/** What a pair of records is worth: bits for or against one person, feature by feature. */
public final class PairScorer {
  private static final int EXACT = Agreement.EXACT.code();
  private static final int SAME_LETTERS = Agreement.SAME_LETTERS.code();

  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;
  private final double prior;
  private final float[][] ratios;
  private final float[][] ones;
  private final byte[] answers;

  /** A scorer of this table's rows with parameters that were learnt. */
  public PairScorer(
      PersonTable table, PairComparator comparator, Frequencies frequencies, Parameters learnt) {
    this.table = table;
    this.comparator = comparator;
    this.frequencies = frequencies;
    this.prior = learnt.prior();
    int features = comparator.features().size();
    this.ratios = new float[features][Agreement.count()];
    this.ones = new float[features][Agreement.count()];
    this.answers = new byte[features];
    for (int f = 0; f < features; f++) {
      for (Agreement agreement : comparator.features().get(f).scale()) {
        int a = agreement.code();
        ones[f][a] = log2(learnt.one(f, agreement));
        ratios[f][a] = log2(learnt.one(f, agreement) / learnt.two(f, agreement));
      }
    }
  }

  private static float log2(double value) {
    return (float) (Math.log(value) / Math.log(2));
  }

  /** All bits together, those of the prior included: above 0 one person is likelier than two. */
  public double score(int one, int other) {
    comparator.compare(one, other, answers, 0);
    double score = prior;
    for (int f = 0; f < answers.length; f++) {
      if (answers[f] != PairComparator.NONE) {
        score += bits(f, one, other, answers);
      }
    }
    return score;
  }

  private double bits(int f, int one, int other, byte[] answers) {
    int answer = answers[f];
    int field = comparator.features().get(f).field();
    if (field >= 0 && (answer == EXACT || answer == SAME_LETTERS)) {
      return ones[f][answer]
          + telling(table, comparator, frequencies, field, one, other, answers, 0);
    }
    return ratios[f][answer];
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
    double score = prior;
    for (int f = 0; f < given.length; f++) {
      if (given[f] != PairComparator.NONE) {
        double bits = bits(f, one, other, given);
        score += bits;
        lines.add(
            new Explanation.Line(
                comparator.features().get(f).name(), Agreement.of(given[f]), bits));
      }
    }
    return new Explanation(prior, lines, score);
  }
}
