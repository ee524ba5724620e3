package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;

/**
 * What the steps of an accumulation came to: a finding for each spell, and what was told to
 * workers. What is said of a spell is kept as long as nothing of it was decided anew.
 */
final class Spells {
  private final Pattern pattern;
  private final String stage;
  private final List<Step> turns = new ArrayList<>();
  private List<Spell> spells = List.of();
  private List<Accumulation.CaseEvidence> notices = List.of();

  /** A finding, and the steps that it comes from. */
  private record Spell(Step began, Standing.Open open, Step end, Basket shown, Draft draft) {
    boolean meets(List<Stretch> some) {
      return new Stretch(began.moment(), end.moment()).meetsAny(some);
    }

    boolean shownMeets(List<Stretch> some) {
      return new Stretch(open.shownFrom().moment(), end.moment()).meetsAny(some);
    }
  }

  Spells(Pattern pattern, String stage) {
    this.pattern = pattern;
    this.stage = stage;
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>(spells.size());
    spells.forEach(spell -> drafts.add(spell.draft()));
    return drafts;
  }

  /** What was told to workers, in order: the same list as long as nothing of it has changed. */
  List<Accumulation.CaseEvidence> notices() {
    return notices;
  }

  /** Takes in what was decided anew of one stretch of time. */
  void turned(Stretch when, List<Step> steps) {
    List<Step> old = Steps.during(turns, when);
    old.clear();
    List<Step> now = new ArrayList<>();
    for (Step step : Steps.during(steps, when)) {
      if (step.turns()) {
        now.add(step);
      }
    }
    turns.addAll(Steps.firstFrom(turns, when.from()), now);
    toldDuring(when, now);
  }

  private void toldDuring(Stretch when, List<Step> steps) {
    List<Accumulation.CaseEvidence> told = new ArrayList<>();
    for (Step step : steps) {
      if (step.notice() != null) {
        told.add(step.notice());
      }
    }
    int first = firstFrom(when.from());
    int last = first;
    while (last < notices.size() && !notices.get(last).at().isAfter(when.until())) {
      last++;
    }
    if (!same(notices.subList(first, last), told)) {
      List<Accumulation.CaseEvidence> all = new ArrayList<>(notices);
      all.subList(first, last).clear();
      all.addAll(first, told);
      notices = all;
    }
  }

  // What is told anew is another object, and its words are to be found again.
  @SuppressWarnings("ReferenceEquality")
  private static boolean same(
      List<Accumulation.CaseEvidence> some, List<Accumulation.CaseEvidence> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  private int firstFrom(Instant moment) {
    int first = notices.size();
    while (first > 0 && !notices.get(first - 1).at().isBefore(moment)) {
      first--;
    }
    return first;
  }

  /**
   * Makes the findings of the steps.
   *
   * @param changed where other steps are than before
   * @param decided where anything was decided anew
   */
  void settle(List<Step> steps, List<Stretch> changed, List<Stretch> decided) {
    List<Spell> now = new ArrayList<>(spells.size() + 1);
    int known = 0;
    for (int i = 0; i < turns.size(); i++) {
      Step began = turns.get(i);
      if (began.firing() == null || !began.firing().how().equals(Firing.RAISED)) {
        continue;
      }
      Instant moment = began.moment();
      while (known < spells.size() && spells.get(known).began().moment().isBefore(moment)) {
        known++;
      }
      Spell before =
          known < spells.size() && spells.get(known).began() == began ? spells.get(known) : null;
      Step end = end(i, steps);
      now.add(
          before != null && before.end() == end && !before.meets(decided)
              ? before
              : spell(i, end, before, steps, changed));
    }
    spells = now;
  }

  /** The last step before something else is told of. */
  private Step end(int began, List<Step> steps) {
    for (int i = began + 1; i < turns.size(); i++) {
      if (turns.get(i).ends()) {
        return steps.get(Steps.firstFrom(steps, turns.get(i).moment()) - 1);
      }
    }
    return steps.getLast();
  }

  private Spell spell(
      int first, Step end, @Nullable Spell before, List<Step> steps, List<Stretch> changed) {
    Step began = turns.get(first);
    Standing.Open open = Objects.requireNonNull(Objects.requireNonNull(end.after()).finding());
    List<Firing> firings = new ArrayList<>();
    for (int i = first; i < turns.size() && !turns.get(i).moment().isAfter(end.moment()); i++) {
      Firing firing = turns.get(i).firing();
      if (firing != null) {
        firings.add(firing);
      }
    }
    Basket shown = shown(open, end, before, steps, changed);
    String name = before == null ? began.match().first() : before.draft().first();
    return new Spell(
        began,
        open,
        end,
        shown,
        new Draft(
            pattern, stage, name, firings, shown.inOrder(), open.fired().match(), open.severity()));
  }

  // What is shown of a finding that stands for years mostly grows by a step. The spell before is of
  // no more use then, and its basket goes on in this one.
  private static Basket shown(
      Standing.Open open,
      Step end,
      @Nullable Spell before,
      List<Step> steps,
      List<Stretch> changed) {
    if (before != null
        && before.open().equals(open)
        && !end.moment().isBefore(before.end().moment())
        && !before.shownMeets(changed)) {
      Basket shown = before.shown();
      shown.add(before.end().match(), Steps.after(steps, before.end().moment(), end.moment()));
      return shown;
    }
    Step from = open.shownFrom();
    Basket shown = Basket.of(from.match());
    shown.add(from.match(), Steps.after(steps, from.moment(), end.moment()));
    if (open.fired().moment().isBefore(from.moment())) {
      shown.add(open.fired().match());
    }
    return shown;
  }
}
