package org.safeguardinghub.risk.identity.match;

import java.util.Optional;
import org.safeguardinghub.risk.identity.block.Candidates;
import org.safeguardinghub.risk.identity.cluster.Clusters;
import org.safeguardinghub.risk.identity.cluster.Links;
import org.safeguardinghub.risk.identity.model.Consensus;
import org.safeguardinghub.risk.identity.model.Frequencies;
import org.safeguardinghub.risk.identity.model.GroupScorer;
import org.safeguardinghub.risk.identity.model.Learning;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.PairScorer;
import org.safeguardinghub.risk.identity.model.Parameters;
import org.safeguardinghub.risk.identity.model.PersonTable;

/** Matches a table of records: pairs, learning, scores, groups. */
public final class Matching {
  /** A pair that speaks so loudly against one person is not kept. */
  private static final double KEPT = -9;

  /** Bits from which on a link needs nobody's consent: more than a thousand to one. */
  private static final double CERTAIN = 10;

  /** So many pairs later what is asked for now will have come. */
  private static final int AHEAD = 8;

  private final PersonTable table;
  private final Optional<Parameters> known;
  private final PairComparator comparator;
  private final Candidates candidates;
  private final Sampling sampling;

  /**
   * Matches the rows of a table.
   *
   * @param source of each row, from 0
   * @param between whether only pairs of different sources are wanted
   * @param known what each answer is worth, where that is not to be learnt from the table itself
   */
  public Matching(PersonTable table, int[] source, boolean between, Optional<Parameters> known) {
    this.table = table;
    this.known = known;
    this.comparator = new PairComparator(table);
    this.candidates = new Candidates(table, source, between);
    this.sampling = new Sampling(table, source, between, candidates);
  }

  /** What came of it. */
  public static final class Result {
    private final Clusters.Groups groups;
    private final long compared;
    private final Links pairs;
    private final Candidates candidates;
    private final PairScorer scorer;

    Result(
        Clusters.Groups groups,
        long compared,
        Links pairs,
        Candidates candidates,
        PairScorer scorer) {
      this.groups = groups;
      this.compared = compared;
      this.pairs = pairs;
      this.candidates = candidates;
      this.scorer = scorer;
    }

    /** The lowest row of each row's person. */
    public int[] people() {
      return groups.likely().clone();
    }

    /**
     * The same where only those records are joined of which nobody need be asked: the odds for one
     * person are better than a thousand to one.
     */
    public int[] certain() {
      return groups.certain().clone();
    }

    /** How many pairs were compared. */
    public long compared() {
      return compared;
    }

    /** The pairs that do not speak loudly against one person. */
    public Links pairs() {
      return pairs;
    }

    /** Tells which pairs were compared. */
    public Candidates candidates() {
      return candidates;
    }

    /** Explains any pair. */
    public PairScorer scorer() {
      return scorer;
    }

    /** What was learnt. */
    public Parameters learnt() {
      return scorer.learnt();
    }
  }

  /** Hears what is being done. */
  public interface Progress {
    void begins(String step);
  }

  /** All steps in their order; twice, as who is one person tells how frequent a value is. */
  public Result run(Progress progress) {
    progress.begins("learning");
    PairScorer first = scorer(Frequencies.ofRecords(table), Optional.empty());
    progress.begins("comparing pairs");
    KeptPairs pairs = new KeptPairs();
    long compared = 0;
    for (int row = 0; row < table.rows(); row++) {
      int found = candidates.find(row);
      compared += found;
      for (int i = 0; i < found; i++) {
        first.touch(candidates.row(i));
      }
      for (int i = 0; i < found; i++) {
        double bits = first.score(candidates.row(i), row, KEPT);
        if (bits > KEPT) {
          pairs.add(candidates.row(i), row, bits);
        }
      }
    }
    progress.begins("%d pairs compared; grouping".formatted(compared));
    int[] people = grouped(pairs, first).likely();
    progress.begins("learning again, with values counted by people");
    PairScorer second = scorer(Frequencies.ofPeople(table, people), Optional.of(first.learnt()));
    for (int i = 0; i < pairs.size(); i++) {
      second.touch(pairs.one(Math.min(i + AHEAD, pairs.size() - 1)));
      pairs.weigh(i, second.score(pairs.one(i), pairs.other(i), KEPT));
    }
    progress.begins("grouping");
    return new Result(grouped(pairs, second), compared, pairs, candidates, second);
  }

  private PairScorer scorer(Frequencies frequencies, Optional<Parameters> before) {
    double begin =
        before
            .map(Parameters::share)
            .orElse(Math.min(0.4, table.rows() / 2.0 / sampling.allPairs()));
    var sample = sampling.sample(comparator, frequencies);
    Parameters learnt =
        known.isPresent()
            ? Learning.sharesOnly(known.get(), sample, begin)
            : Learning.from(comparator.features(), sample, begin);
    return new PairScorer(table, comparator, frequencies, learnt);
  }

  private Clusters.Groups grouped(Links pairs, PairScorer scorer) {
    Consensus consensus = new Consensus(table, comparator, scorer.learnt());
    return Clusters.of(table.rows(), pairs, new GroupScorer(scorer, consensus)::score, CERTAIN);
  }
}
