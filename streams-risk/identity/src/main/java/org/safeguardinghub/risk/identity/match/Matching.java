package org.safeguardinghub.risk.identity.match;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.safeguardinghub.risk.identity.block.CandidatePairs;
import org.safeguardinghub.risk.identity.cluster.Clusters;
import org.safeguardinghub.risk.identity.cluster.Links;
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
  private static final int STRANGERS = 100_000;

  /** Pairs that share most are all learnt from, of the others about as many again. */
  private static final int STRONGEST = 60_000;

  private static final long SEED = 7;

  private final PersonTable table;
  private final int[] source;
  private final boolean between;
  private final PairComparator comparator;

  /**
   * Matches the rows of a table.
   *
   * @param source of each row, from 0
   * @param between whether only pairs of different sources are wanted
   */
  public Matching(PersonTable table, int[] source, boolean between) {
    this.table = table;
    this.source = source;
    this.between = between;
    this.comparator = new PairComparator(table);
  }

  /** What came of it. */
  public static final class Result {
    private final CandidatePairs pairs;
    private final float[] scores;
    private final int[] people;
    private final Parameters learnt;
    private final PairScorer scorer;

    Result(
        CandidatePairs pairs, float[] scores, int[] people, Parameters learnt, PairScorer scorer) {
      this.pairs = pairs;
      this.scores = scores;
      this.people = people;
      this.learnt = learnt;
      this.scorer = scorer;
    }

    /** The pairs that were compared. */
    public CandidatePairs pairs() {
      return pairs;
    }

    /** What each of them is worth, in bits. */
    public float[] scores() {
      return scores;
    }

    /** The lowest row of each row's person. */
    public int[] people() {
      return people;
    }

    /** What was learnt. */
    public Parameters learnt() {
      return learnt;
    }

    /** Explains any pair. */
    public PairScorer scorer() {
      return scorer;
    }
  }

  /** Hears what is being done. */
  public interface Progress {
    void begins(String step);
  }

  /** All steps in their order; twice, as who is one person tells how frequent a value is. */
  public Result run(Progress progress) {
    progress.begins("finding pairs");
    CandidatePairs pairs = CandidatePairs.of(table, source, between);
    int[] each = new int[table.rows()];
    Arrays.setAll(each, row -> row);
    progress.begins("learning from %d pairs".formatted(pairs.size()));
    Result first = turn(pairs, each);
    progress.begins("learning again, by people");
    return turn(pairs, first.people);
  }

  private Result turn(CandidatePairs pairs, int[] people) {
    Frequencies frequencies = Frequencies.ofPeople(table, people);
    PairSample sample = sample(pairs, frequencies);
    double begin = Math.min(0.5, table.rows() / 2.0 / allPairs());
    Parameters learnt = Learning.from(comparator.features(), sample, begin);
    PairScorer scorer = new PairScorer(table, comparator, frequencies, learnt);
    float[] scores = new float[pairs.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) scorer.score(pairs.one(i), pairs.other(i));
    }
    GroupScorer groups = new GroupScorer(scorer, new Consensus(table, comparator, learnt));
    int[] found = Clusters.of(table.rows(), new Scored(pairs, scores), groups::score);
    return new Result(pairs, scores, found, learnt, scorer);
  }

  /** Pairs with their scores. */
  private static final class Scored implements Links {
    private final CandidatePairs pairs;
    private final float[] scores;

    Scored(CandidatePairs pairs, float[] scores) {
      this.pairs = pairs;
      this.scores = scores;
    }

    @Override
    public int size() {
      return scores.length;
    }

    @Override
    public int one(int pair) {
      return pairs.one(pair);
    }

    @Override
    public int other(int pair) {
      return pairs.other(pair);
    }

    @Override
    public double bits(int pair) {
      return scores[pair];
    }
  }

  /** The strongest pairs, some of the others, and some that share too little to be looked at. */
  private PairSample sample(CandidatePairs pairs, Frequencies frequencies) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    PairSample sample = new PairSample(table, comparator, frequencies);
    float strong = strong(pairs);
    int weak = 0;
    for (int i = 0; i < pairs.size(); i++) {
      weak += pairs.strength(i) < strong ? 1 : 0;
    }
    double taken = Math.min(1, (double) STRONGEST / Math.max(1, weak));
    for (int i = 0; i < pairs.size(); i++) {
      boolean all = pairs.strength(i) >= strong;
      if (all || taken == 1 || random.nextDouble() < taken) {
        sample.add(pairs.one(i), pairs.other(i), all ? 1 : 1 / taken);
      }
    }
    strangers(pairs, random, sample);
    return sample;
  }

  /** The strength above which as many pairs lie as are all learnt from. */
  private static float strong(CandidatePairs pairs) {
    float[] strengths = new float[pairs.size()];
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = pairs.strength(i);
    }
    Arrays.sort(strengths);
    return strengths.length <= STRONGEST ? 0 : strengths[strengths.length - STRONGEST];
  }

  private void strangers(CandidatePairs pairs, RandomGenerator random, PairSample sample) {
    if (table.rows() < 2) {
      return;
    }
    long[] drawn = new long[STRANGERS];
    int n = 0;
    for (int i = 0; i < STRANGERS; i++) {
      int a = random.nextInt(table.rows());
      int b = random.nextInt(table.rows());
      if (a != b && !(between && source[a] == source[b]) && !pairs.share(a, b)) {
        drawn[n++] = (long) Math.min(a, b) << 32 | Math.max(a, b);
      }
    }
    double each = Math.max(1, allPairs() - pairs.size()) / Math.max(1, n);
    for (int i = 0; i < n; i++) {
      sample.addStrangers((int) (drawn[i] >>> 32), (int) drawn[i], each);
    }
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
    return Math.max(1, all);
  }
}
