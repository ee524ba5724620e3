package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.WordsComparator;

/** What a pair of records is worth: bits for or against one person, feature by feature. */
public final class PairScorer {
  /** 2 to the power of minus this is nothing beside 1. */
  private static final double NEGLIGIBLE = 30;

  private static final double LOG_2 = StrictMath.log(2);

  private final PersonTable table;
  private final PairComparator comparator;
  private final Frequencies frequencies;
  private final Parameters learnt;
  private final float[][] ratios;
  private final float[][] nearRatios;
  private final boolean[][] tells;
  private final boolean[] own;
  private final byte[] answers;
  private final IdentifierRules rules;
  private final Bounds bounds;
  private final int[][] features;
  private final int[] quick;
  private final int[] slow;
  private final float[] atMost;
  private final float[] apartAtMost;

  /** Means nothing: see {@link #touch}. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  private double bits;
  private double near;
  private int marks;

  /** A scorer of this table's rows with parameters that were learnt. */
  public PairScorer(
      PersonTable table, PairComparator comparator, Frequencies frequencies, Parameters learnt) {
    this.table = table;
    this.comparator = comparator;
    this.frequencies = frequencies;
    this.learnt = learnt;
    this.rules = new IdentifierRules(table, comparator, frequencies);
    int features = comparator.features().size();
    int groups = table.groups().size();
    this.features =
        IntStream.range(0, groups).mapToObj(comparator::featuresOf).toArray(int[][]::new);
    this.quick = IntStream.range(0, groups).filter(g -> quick(table.groups().get(g))).toArray();
    this.slow = IntStream.range(0, groups).filter(g -> !quick(table.groups().get(g))).toArray();
    this.atMost = new float[slow.length];
    this.apartAtMost = new float[slow.length];
    this.ratios = new float[features][Agreement.count()];
    this.nearRatios = new float[features][Agreement.count()];
    this.tells = new boolean[features][Agreement.count()];
    this.own = new boolean[features];
    this.answers = new byte[features];
    for (int f = 0; f < features; f++) {
      Feature feature = comparator.features().get(f);
      own[f] = feature.own();
      for (Agreement agreement : feature.scale()) {
        tells[f][agreement.code()] = feature.tells(agreement);
        double strangers = feature.tells(agreement) ? 1 : learnt.two(f, agreement);
        ratios[f][agreement.code()] = log2(learnt.one(f, agreement) / strangers);
        nearRatios[f][agreement.code()] = log2(learnt.near(f, agreement) / strangers);
      }
    }
    this.bounds = new Bounds(table, comparator, frequencies, ratios, nearRatios);
  }

  private static boolean quick(Group group) {
    return !group.crossable() && !(group.comparator() instanceof WordsComparator);
  }

  private static float log2(double value) {
    return (float) (StrictMath.log(value) / LOG_2);
  }

  /**
   * Asks for what scoring a row will need. It is far away, and comes sooner if it is asked for
   * while something else is awaited: touch several rows, or one that is needed a little later.
   */
  public void touch(int row) {
    touched += table.touch(row);
  }

  /** All bits together, those of the prior included: above 0 one person is likelier than two. */
  public double score(int one, int other) {
    return score(one, other, Double.NEGATIVE_INFINITY);
  }

  /**
   * The same, or minus infinity as soon as it is certain to be less than wanted. What is compared
   * quickly is compared first.
   *
   * @param least that is wanted
   */
  public double score(int one, int other, double least) {
    int lower = Math.min(one, other);
    int higher = Math.max(one, other);
    bits = learnt.prior();
    near = learnt.nearPrior();
    for (int g : quick) {
      comparator.compareGroup(g, lower, higher, answers, 0);
      weigh(g, lower, higher);
    }
    double rest = 0;
    double restApart = 0;
    for (int i = 0; i < slow.length; i++) {
      atMost[i] = bounds.of(slow[i], lower, higher);
      apartAtMost[i] = bounds.apart();
      rest += atMost[i];
      restApart += apartAtMost[i];
    }
    boolean ruled = rules.concern(answers);
    for (int i = 0; i < slow.length; i++) {
      // What is taken off for a household is never less than its bits.
      double most = Math.min(bits + rest, bits - near + restApart);
      if (most < least && !ruled) {
        return Double.NEGATIVE_INFINITY;
      }
      rest -= atMost[i];
      restApart -= apartAtMost[i];
      comparator.compareGroup(slow[i], lower, higher, answers, 0);
      weigh(slow[i], lower, higher);
    }
    return rules.ruled(bits - household(near), answers, lower, higher);
  }

  private void weigh(int g, int lower, int higher) {
    for (int f : features[g]) {
      if (answers[f] != PairComparator.NONE) {
        float telling = telling(f, lower, higher, answers);
        bits += ratios[f][answers[f]] + telling;
        near += own[f] ? 0 : nearRatios[f][answers[f]] + telling;
      }
    }
  }

  /** What is taken off because a household would share as much: log2(1 + 2^near). */
  static double household(double near) {
    if (near < -NEGLIGIBLE || near > NEGLIGIBLE) {
      return Math.max(0, near);
    }
    return StrictMath.log1p(Powers.ofTwo(near)) / LOG_2;
  }

  /** What was learnt. */
  public Parameters learnt() {
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

  /**
   * Writes each feature's bits, for one person and for one household; NaN where one is missing.
   *
   * @return what the rules about national identifiers say of the pair by themselves
   */
  double bits(int one, int other, float[] bits, float[] near, int from) {
    int lower = Math.min(one, other);
    int higher = Math.max(one, other);
    comparator.compare(lower, higher, answers, 0);
    for (int f = 0; f < answers.length; f++) {
      if (answers[f] == PairComparator.NONE) {
        bits[from + f] = Float.NaN;
        near[from + f] = Float.NaN;
      } else {
        float telling = telling(f, lower, higher, answers);
        bits[from + f] = ratios[f][answers[f]] + telling;
        near[from + f] = own[f] ? 0 : nearRatios[f][answers[f]] + telling;
      }
    }
    marks = rules.marks(answers, lower, higher);
    return rules.ruled(Double.NEGATIVE_INFINITY, answers, lower, higher);
  }

  /** What tells people apart in the pair that was weighed last. */
  int marks() {
    return marks;
  }

  /** Whether a link of groups whose pairs have these marks needs somebody's consent. */
  boolean doubtful(int marks, boolean identified) {
    return rules.doubtful(marks, identified);
  }

  /** Only fields tell, and their features have their own indexes. */
  private float telling(int f, int one, int other, byte[] given) {
    return tells[f][given[f]]
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
    for (int member : comparator.fieldsWith(field)) {
      if (left != PersonTable.MISSING) {
        least = Math.min(least, frequencies.bits(member, left));
      }
    }
    return least == Float.MAX_VALUE ? 0 : least;
  }

  /** The comparison field by field, for people. */
  public Explanation explain(int one, int other) {
    byte[] given = new byte[answers.length];
    int lower = Math.min(one, other);
    int higher = Math.max(one, other);
    comparator.compare(lower, higher, given, 0);
    List<Explanation.Line> lines = new ArrayList<>();
    double bits = learnt.prior();
    double near = learnt.nearPrior();
    for (int f = 0; f < given.length; f++) {
      if (given[f] != PairComparator.NONE) {
        Feature feature = comparator.features().get(f);
        float telling = telling(f, lower, higher, given);
        double line = ratios[f][given[f]] + telling;
        bits += line;
        near += feature.own() ? 0 : nearRatios[f][given[f]] + telling;
        lines.add(new Explanation.Line(feature.name(), Agreement.of(given[f]), line));
      }
    }
    double weighed = bits - household(near);
    return new Explanation(
        learnt.prior(),
        lines,
        household(near),
        weighed,
        rules.ruled(weighed, given, lower, higher));
  }
}
