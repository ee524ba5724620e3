package org.safeguardinghub.risk.identity.match;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.risk.identity.block.CandidatePairs;
import org.safeguardinghub.risk.identity.cluster.Clusters;
import org.safeguardinghub.risk.identity.model.Consensus;
import org.safeguardinghub.risk.identity.model.Frequencies;
import org.safeguardinghub.risk.identity.model.GroupScorer;
import org.safeguardinghub.risk.identity.model.Learning;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.PairSample;
import org.safeguardinghub.risk.identity.model.PairScorer;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** Matches a table of records: pairs, learning, scores, groups. */
public final class Matching {
  private static final int RANDOM_PAIRS = 300_000;

  private final PersonTable table;
  private final int[] source;
  private final boolean between;
  private final PairComparator comparator;

  public Matching(PersonTable table, int[] source, boolean between) {
    this.table = table;
    this.source = source;
    this.between = between;
    this.comparator = new PairComparator(table);
  }

  /** What came of it. */
  public static final class Result {
    private final long[] pairs;
    private final float[] scores;
    private final int[] people;
    private final Parameters learnt;
    private final PairScorer scorer;

    Result(long[] pairs, float[] scores, int[] people, Parameters learnt, PairScorer scorer) {
      this.pairs = pairs;
      this.scores = scores;
      this.people = people;
      this.learnt = learnt;
      this.scorer = scorer;
    }

    public long[] pairs() {
      return pairs;
    }

    public float[] scores() {
      return scores;
    }

    public int[] people() {
      return people;
    }

    public Parameters learnt() {
      return learnt;
    }

    public PairScorer scorer() {
      return scorer;
    }
  }

  public Result run() {
    long[] pairs = CandidatePairs.of(table, source, between);
    int[] people = new int[table.rows()];
    Arrays.setAll(people, row -> row);
    Result result = null;
    for (int turn = 0; turn < 2; turn++) {
      Frequencies frequencies = Frequencies.ofPeople(table, people);
      PairSample sample = sample(pairs, frequencies);
      double all = (double) table.rows() * (table.rows() - 1) / 2;
      Parameters learnt =
          Learning.from(comparator.features(), sample, Math.min(0.5, table.rows() / 2.0 / all));
      PairScorer scorer = new PairScorer(table, comparator, frequencies, learnt);
      float[] scores = new float[pairs.length];
      for (int i = 0; i < pairs.length; i++) {
        scores[i] = (float) scorer.score((int) (pairs[i] >>> 32), (int) pairs[i]);
      }
      people = Clusters.of(table.rows(), pairs, scores, new GroupScorer(scorer, new Consensus(table, comparator, learnt))::score);
      result = new Result(pairs, scores, people, learnt, scorer);
    }
    return result;
  }

  private PairSample sample(long[] pairs, Frequencies frequencies) {
    PairSample sample = new PairSample(table, comparator, frequencies);
    for (long pair : pairs) {
      sample.add((int) (pair >>> 32), (int) pair, 1);
    }
    double all = allPairs();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    long[] sorted = pairs.clone();
    Arrays.sort(sorted);
    long[] drawn = new long[RANDOM_PAIRS];
    int n = 0;
    for (int i = 0; i < RANDOM_PAIRS; i++) {
      int a = random.nextInt(table.rows());
      int b = random.nextInt(table.rows());
      long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
      if (a != b && !(between && source[a] == source[b]) && Arrays.binarySearch(sorted, pair) < 0) {
        drawn[n++] = pair;
      }
    }
    for (int i = 0; i < n; i++) {
      sample.addStrangers((int) (drawn[i] >>> 32), (int) drawn[i], (all - pairs.length) / n);
    }
    return sample;
  }

  private double allPairs() {
    double rows = table.rows();
    double all = rows * (rows - 1) / 2;
    if (between) {
      int[] counts = new int[Arrays.stream(source).max().orElse(0) + 1];
      for (int of : source) {
        counts[of]++;
      }
      for (int count : counts) {
        all -= (double) count * (count - 1) / 2;
      }
    }
    return all;
  }
}
