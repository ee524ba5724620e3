package org.safeguardinghub.risk.identity.model;

import java.util.List;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.compare.WordsComparator;
import org.safeguardinghub.risk.identity.compare.WordsSignature;

/**
 * What a group of fields can be worth at most, told from the numbers and signatures of its values
 * without comparing them. Never less than what comparing gives.
 */
final class Bounds {
  private final PersonTable table;
  private final Frequencies frequencies;
  private final List<Group> groups;
  private final boolean[] words;
  private final float[] exact;
  private final float[] alike;
  private final float[] far;
  private final float[] order;

  Bounds(PersonTable table, PairComparator comparator, Frequencies frequencies, float[][] ratios) {
    this.table = table;
    this.frequencies = frequencies;
    this.groups = table.groups();
    int features = comparator.features().size();
    this.words = new boolean[groups.size()];
    this.exact = new float[features];
    this.alike = new float[features];
    this.far = new float[features];
    this.order = new float[groups.size()];
    for (int g = 0; g < words.length; g++) {
      words[g] = groups.get(g).comparator() instanceof WordsComparator;
      for (int f : comparator.featuresOf(g)) {
        for (Agreement answer : comparator.features().get(f).scale()) {
          most(comparator.features().get(f), answer, g, ratios[f][answer.code()], f);
        }
      }
    }
  }

  private void most(Feature feature, Agreement answer, int g, float ratio, int f) {
    if (feature.field() < 0) {
      order[g] = Math.max(order[g], ratio);
      return;
    }
    exact[f] = Math.max(exact[f], ratio);
    if (!feature.tells(answer)) {
      alike[f] = Math.max(alike[f], ratio);
      boolean near = answer == Agreement.SLIP || answer == Agreement.CLOSE;
      far[f] = near && words[g] ? far[f] : Math.max(far[f], ratio);
    }
  }

  /** Bits at most; a field that neither row has may still count for 0. */
  float of(int g, int one, int other) {
    Group group = groups.get(g);
    float most = order[g];
    for (int field : group.fields()) {
      int left = table.value(one, field);
      if (left == PersonTable.MISSING && !group.crossable()) {
        continue;
      }
      float best = 0;
      for (int across : group.fields()) {
        int right = table.value(other, across);
        int value = left;
        if (value != PersonTable.MISSING && right != PersonTable.MISSING) {
          best = Math.max(best, values(g, group, field, value, right));
        }
      }
      most += best;
    }
    return most;
  }

  private float values(int g, Group group, int field, int left, int right) {
    if (left == right) {
      return exact[field] + telling(group, left);
    }
    if (!words[g]) {
      return exact[field] + telling(group, left);
    }
    long one = group.dictionary().signature(left);
    long other = group.dictionary().signature(right);
    if (WordsSignature.maybeSame(one, other)) {
      return exact[field] + telling(group, left);
    }
    return WordsSignature.farApart(one, other) ? far[field] : alike[field];
  }

  private float telling(Group group, int value) {
    float most = 0;
    for (int field : group.fields()) {
      most = Math.max(most, frequencies.bits(field, value));
    }
    return most;
  }
}
