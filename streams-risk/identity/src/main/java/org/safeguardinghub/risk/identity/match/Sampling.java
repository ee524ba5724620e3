package org.safeguardinghub.risk.identity.match;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.risk.identity.block.Candidates;
import org.safeguardinghub.risk.identity.model.Frequencies;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.PairSample;
import org.safeguardinghub.risk.identity.model.PersonTable;

/**
 * The pairs that are learnt from: all candidates of some rows, and pairs of strangers. Seeded, so
 * that it is always the same.
 */
final class Sampling {
  private static final long SEED = 7;
  private static final int STRANGERS = 60_000;

  /** Rows by which the number of candidates is estimated. */
  private static final int PROBES = 500;

  private static final int MOST_CANDIDATES = 100_000;

  private final PersonTable table;
  private final int[] source;
  private final boolean between;
  private final KeptPairs candidates = new KeptPairs();
  private final KeptPairs strangers = new KeptPairs();
  private final double allPairs;
  private final int step;

  Sampling(PersonTable table, int[] source, boolean between, Candidates index) {
    this.table = table;
    this.source = source;
    this.between = between;
    this.allPairs = allPairs();
    this.step = step(index);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    draw(index);
    drawStrangers(index, random);
  }

  /** All pairs of rows that may be wanted. */
  double allPairs() {
    double all = (double) table.rows() * (table.rows() - 1) / 2;
    if (between) {
      int[] counts = new int[Arrays.stream(source).max().orElse(0) + 1];
      for (int of : source) {
        counts[of]++;
      }
      for (int count : counts) {
        all -= (double) count * (count - 1) / 2;
      }
    }
    return Math.max(1, all);
  }

  /** The sample with what its values tell at these frequencies. */
  PairSample sample(PairComparator comparator, Frequencies frequencies) {
    PairSample sample = new PairSample(table, comparator, frequencies);
    double weight = 0;
    for (int i = 0; i < candidates.size(); i++) {
      sample.add(candidates.one(i), candidates.other(i), candidates.bits(i));
      weight += candidates.bits(i);
    }
    double each = Math.max(1, allPairs - weight) / Math.max(1, strangers.size());
    for (int i = 0; i < strangers.size(); i++) {
      sample.addStrangers(strangers.one(i), strangers.other(i), each);
    }
    return sample;
  }

  /** Every so manieth row is enough. */
  private int step(Candidates index) {
    int every = Math.max(1, table.rows() / PROBES);
    long found = 0;
    for (int row = 0; row < table.rows(); row += every) {
      found += index.find(row);
    }
    return (int) Math.max(1, found * every / MOST_CANDIDATES);
  }

  private void draw(Candidates index) {
    for (int row = 0; row < table.rows(); row += step) {
      int found = index.find(row);
      for (int i = 0; i < found; i++) {
        candidates.add(index.row(i), row, step);
      }
    }
  }

  private void drawStrangers(Candidates index, RandomGenerator random) {
    for (int i = 0; i < STRANGERS && table.rows() > 1; i++) {
      int one = random.nextInt(table.rows());
      int other = random.nextInt(table.rows());
      boolean wanted = one != other && !(between && source[one] == source[other]);
      if (wanted && !index.meet(one, other)) {
        strangers.add(one, other, 1);
      }
    }
  }
}
