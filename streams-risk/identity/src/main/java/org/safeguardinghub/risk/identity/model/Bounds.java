package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.WordsComparator;
import org.safeguardinghub.risk.identity.compare.WordsSignature;

/**
 * What a group of fields can be worth at most, told from the numbers and signatures of its values
 * without comparing them. Never less than what comparing gives. There are two measures: the bits
 * for one person, and how many more they are than those for one household. What counts for both
 * alike, such as how rare a shared value is, does not matter to the second.
 */
final class Bounds {
  private final PersonTable table;
  private final Frequencies frequencies;
  private final List<Group> groups;
  private final int[][] fields;
  private final boolean[] own;
  private final boolean[] words;
  private final float[] exact;
  private final float[] alike;
  private final float[] far;
  private final float[] order;
  private final float[] straight;
  private final float[] different;
  private final float[] apart;
  private float mostApart;

  /**
   * Bounds of what is compared of a table's rows.
   *
   * @param ratios bits for one person, by feature and answer
   * @param nearRatios bits for one household
   */
  Bounds(
      PersonTable table,
      PairComparator comparator,
      Frequencies frequencies,
      float[][] ratios,
      float[][] nearRatios) {
    this.table = table;
    this.frequencies = frequencies;
    this.groups = table.groups();
    int features = comparator.features().size();
    this.fields = table.fieldsOfGroups();
    this.own = new boolean[features];
    this.apart = new float[features];
    this.different = new float[features];
    this.words = new boolean[groups.size()];
    this.exact = new float[features];
    this.alike = new float[features];
    this.far = new float[features];
    this.order = new float[groups.size()];
    this.straight = new float[groups.size()];
    for (int g = 0; g < words.length; g++) {
      words[g] = groups.get(g).comparator() instanceof WordsComparator;
      for (int f : comparator.featuresOf(g)) {
        for (Agreement answer : comparator.features().get(f).scale()) {
          float ratio = ratios[f][answer.code()];
          most(comparator.features().get(f), answer, g, ratio, f);
          apart[f] = Math.max(apart[f], ratio - nearRatios[f][answer.code()]);
        }
        different[f] = ratios[f][Agreement.DIFFERENT.code()];
        own[f] = comparator.features().get(f).own();
      }
    }
  }

  private void most(Feature feature, Agreement answer, int g, float ratio, int f) {
    if (feature.field() < 0) {
      order[g] = Math.max(order[g], ratio);
      straight[g] = answer == Agreement.STRAIGHT ? Math.max(0, ratio) : straight[g];
      return;
    }
    exact[f] = Math.max(exact[f], ratio);
    if (!feature.tells(answer)) {
      alike[f] = Math.max(alike[f], ratio);
      boolean near = answer == Agreement.SLIP || answer == Agreement.CLOSE;
      far[f] = near && words[g] ? far[f] : Math.max(far[f], ratio);
    }
  }

  /** Bits for one person at most; a field that neither row has may still count for 0. */
  float of(int g, int one, int other) {
    boolean crosswise = fields[g].length > 1 && mayCross(g, one, other);
    float most = crosswise ? order[g] : straight[g];
    float more = most;
    for (int field : fields[g]) {
      int left = table.value(one, field);
      float best = crosswise ? best(g, field, left, other) : straight(g, field, left, other);
      most += best;
      more += own[field] ? best : apart[field];
    }
    mostApart = more;
    return most;
  }

  /** Fields are exchanged only for the sake of two values that are not simply different. */
  private boolean mayCross(int g, int one, int other) {
    for (int field : fields[g]) {
      int left = table.value(one, field);
      for (int across : fields[g]) {
        int right = table.value(other, across);
        boolean both = left != PersonTable.MISSING && right != PersonTable.MISSING;
        if (both && field != across && !surelyDifferent(g, left, right)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean surelyDifferent(int g, int left, int right) {
    Group group = groups.get(g);
    Dictionary dictionary = group.dictionary();
    return left != right
        && group.comparator().bySignatures(dictionary.signature(left), dictionary.signature(right))
            == Agreement.DIFFERENT;
  }

  /** How many more than for one household the bits may be in the group that was asked for last. */
  float apart() {
    return mostApart;
  }

  /** The best of a value's comparisons with all fields. */
  private float best(int g, int field, int left, int other) {
    float best = Float.NEGATIVE_INFINITY;
    for (int across : fields[g]) {
      best = Math.max(best, values(g, field, left, table.value(other, across)));
    }
    return best;
  }

  private float straight(int g, int field, int left, int other) {
    return values(g, field, left, table.value(other, field));
  }

  /** What is missing on either side counts for 0. */
  private float values(int g, int field, int left, int right) {
    if (left == PersonTable.MISSING || right == PersonTable.MISSING) {
      return 0;
    }
    if (left == right || !words[g]) {
      return exact[field] + telling(g, left);
    }
    Dictionary dictionary = groups.get(g).dictionary();
    long one = dictionary.signature(left);
    long other = dictionary.signature(right);
    if (WordsSignature.maybeSame(one, other)) {
      return exact[field] + telling(g, left);
    }
    if (surelyDifferent(g, left, right)) {
      return different[field];
    }
    return WordsSignature.farApart(one, other) ? far[field] : alike[field];
  }

  private float telling(int g, int value) {
    float most = 0;
    for (int field : fields[g]) {
      most = Math.max(most, frequencies.bits(field, value));
    }
    return most;
  }
}
