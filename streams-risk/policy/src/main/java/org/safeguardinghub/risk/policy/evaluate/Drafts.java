package org.safeguardinghub.risk.policy.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.risk.policy.finding.Firing;

/** The drafts of a pattern before a change, as they are looked for among those after it. */
final class Drafts {
  private final List<Draft> before;
  private final BitSet same = new BitSet();
  private final List<Draft> others = new ArrayList<>();
  private int next;

  Drafts(List<Draft> before) {
    this.before = before;
  }

  /** Where the same draft is, or -1. They are asked for in order, and mostly stand in order. */
  int same(Draft draft) {
    for (int i = next; i < before.size(); i++) {
      if (before.get(i).sameAs(draft)) {
        return found(i);
      }
    }
    for (int i = 0; i < Math.min(next, before.size()); i++) {
      if (before.get(i).sameAs(draft)) {
        return found(i);
      }
    }
    others.add(draft);
    return -1;
  }

  private int found(int index) {
    same.set(index);
    next = index + 1;
    return index;
  }

  /** When any of them was told and another was not, or is not any more. */
  Optional<Stretch> firedOtherwise() {
    Map<String, List<Firing>> gone = new HashMap<>();
    for (int i = same.nextClearBit(0); i < before.size(); i = same.nextClearBit(i + 1)) {
      Draft draft = before.get(i);
      gone.computeIfAbsent(draft.stage() + '|' + draft.first(), _ -> new ArrayList<>())
          .addAll(draft.firings());
    }
    Optional<Stretch> otherwise = Optional.empty();
    for (Draft draft : others) {
      List<Firing> old = gone.remove(draft.stage() + '|' + draft.first());
      otherwise = Stretch.and(otherwise, differing(draft.firings(), old == null ? List.of() : old));
    }
    for (List<Firing> old : gone.values()) {
      otherwise = Stretch.and(otherwise, differing(List.of(), old));
    }
    return otherwise;
  }

  /** From the first to the last of those that are not in both. */
  private static Optional<Stretch> differing(List<Firing> some, List<Firing> others) {
    int first = 0;
    int most = Math.min(some.size(), others.size());
    while (first < most && some.get(first).equals(others.get(first))) {
      first++;
    }
    int alike = 0;
    while (alike < most - first
        && some.get(some.size() - 1 - alike).equals(others.get(others.size() - 1 - alike))) {
      alike++;
    }
    return Stretch.and(
        stretch(some.subList(first, some.size() - alike)),
        stretch(others.subList(first, others.size() - alike)));
  }

  private static Optional<Stretch> stretch(List<Firing> firings) {
    Optional<Stretch> all = Optional.empty();
    for (Firing firing : firings) {
      all = Stretch.and(all, Optional.of(Stretch.of(firing.at())));
    }
    return all;
  }
}
