package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
  private final List<Spell> spells = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private List<Accumulation.CaseEvidence> notices = List.of();

  /** A finding, and the steps that it comes from. */
  private record Spell(Step began, Standing.Open open, Step end, Basket shown, Draft draft) {
    boolean meets(List<Stretch> some) {
      return new Stretch(began.moment(), end.moment()).meetsAny(some);
    }

    List<Firing> firingsBefore(Instant moment) {
      List<Firing> all = draft.firings();
      int before = firstFrom(all, Firing::at, moment);
      return before == all.size() ? all : all.subList(0, before);
    }

    /**
     * From when on other steps are shown than before.
     *
     * @param upTo the last one now
     * @param changed where other steps are than before, in order
     */
    Instant goesOnFrom(Instant upTo, List<Stretch> changed) {
      Instant from = InTime.earlier(upTo, end.moment()).plusNanos(1);
      for (Stretch stretch : changed) {
        if (!stretch.until().isBefore(open.shownFrom().moment())) {
          return InTime.earlier(from, stretch.from());
        }
      }
      return from;
    }
  }

  Spells(Pattern pattern, String stage) {
    this.pattern = pattern;
    this.stage = stage;
  }

  /** The findings, in order. */
  List<Draft> drafts() {
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
    int first = firstFrom(notices, Accumulation.CaseEvidence::at, when.from());
    int last = first;
    while (last < notices.size() && !notices.get(last).at().isAfter(when.until())) {
      last++;
    }
    // What is told anew is another object, and its words are to be found again.
    if (!InCommon.all(notices.subList(first, last), told)) {
      List<Accumulation.CaseEvidence> all = new ArrayList<>(notices);
      all.subList(first, last).clear();
      all.addAll(first, told);
      notices = all;
    }
  }

  // Mostly it is among the last.
  private static <T> int firstFrom(List<T> inOrder, Function<T, Instant> at, Instant moment) {
    int first = inOrder.size();
    while (first > 0 && !at.apply(inOrder.get(first - 1)).isBefore(moment)) {
      first--;
    }
    return first;
  }

  /**
   * Makes the findings of the steps.
   *
   * @param changed where other steps are than before, in order
   * @param decided where anything was decided anew, in order
   */
  void settle(List<Step> steps, List<Stretch> changed, List<Stretch> decided) {
    // What stood before the last spell that had begun by then had ended when that began.
    Instant since = decided.getFirst().from();
    int begun = firstFrom(spells, spell -> spell.began().moment(), since);
    int known = Math.max(begun - 1, 0);
    List<Spell> again = List.copyOf(spells.subList(known, spells.size()));
    spells.subList(known, spells.size()).clear();
    drafts.subList(known, drafts.size()).clear();
    int next = 0;
    int turn = begun == 0 ? 0 : Steps.firstFrom(turns, again.getFirst().began().moment());
    while (turn < turns.size()) {
      Step began = turns.get(turn);
      if (began.firing() == null || !began.firing().how().equals(Firing.RAISED)) {
        turn++;
        continue;
      }
      while (next < again.size() && again.get(next).began().moment().isBefore(began.moment())) {
        next++;
      }
      Spell before =
          next < again.size() && again.get(next).began() == began ? again.get(next) : null;
      int ending = ending(turn, before, since);
      Step end = lastBefore(ending, steps);
      add(
          before != null && before.end() == end && !before.meets(decided)
              ? before
              : spell(turn, end, before, steps, changed, since));
      turn = ending;
    }
  }

  private void add(Spell spell) {
    spells.add(spell);
    drafts.add(spell.draft());
  }

  private Step lastBefore(int turn, List<Step> steps) {
    return turn == turns.size()
        ? steps.getLast()
        : steps.get(Steps.firstFrom(steps, turns.get(turn).moment()) - 1);
  }

  /** The turn at which something else is told of, or behind all of them. */
  private int ending(int began, @Nullable Spell before, Instant since) {
    // Until then it goes on as it did.
    int turn =
        before == null || !before.began().moment().isBefore(since)
            ? began + 1
            : Math.max(
                began + 1, Steps.firstFrom(turns, InTime.earlier(before.end().moment(), since)));
    while (turn < turns.size() && !turns.get(turn).ends()) {
      turn++;
    }
    return turn;
  }

  private Spell spell(
      int first,
      Step end,
      @Nullable Spell before,
      List<Step> steps,
      List<Stretch> changed,
      Instant since) {
    Step began = turns.get(first);
    Standing.Open open = Objects.requireNonNull(Objects.requireNonNull(end.after()).finding());
    Basket shown = shown(open, end, before, steps, changed);
    String name = before == null ? began.match().first() : before.draft().first();
    return new Spell(
        began,
        open,
        end,
        shown,
        new Draft(
            pattern,
            stage,
            name,
            firings(first, end, before, since),
            shown.inOrder(),
            open.fired().match(),
            open.severity()));
  }

  private List<Firing> firings(int first, Step end, @Nullable Spell before, Instant since) {
    List<Firing> known = List.of();
    int next = first;
    if (before != null && before.began().moment().isBefore(since)) {
      known = before.firingsBefore(since);
      next = Steps.firstFrom(turns, since);
    }
    List<Firing> more = new ArrayList<>();
    for (int i = next; i < turns.size() && !turns.get(i).moment().isAfter(end.moment()); i++) {
      Firing firing = turns.get(i).firing();
      if (firing != null) {
        more.add(firing);
      }
    }
    return and(known, more);
  }

  private static List<Firing> and(List<Firing> known, List<Firing> more) {
    if (more.isEmpty()) {
      return known;
    }
    List<Firing> all = new ArrayList<>(known.size() + more.size());
    all.addAll(known);
    all.addAll(more);
    return all;
  }

  // What is shown of a finding that stands for years mostly differs in its last steps. The spell
  // before is of no more use then, and its basket goes on in this one.
  private static Basket shown(
      Standing.Open open,
      Step end,
      @Nullable Spell before,
      List<Step> steps,
      List<Stretch> changed) {
    Step from = open.shownFrom();
    Step last = from;
    Basket shown;
    boolean lost = true;
    if (before != null && before.open().equals(open)) {
      Instant upTo = before.goesOnFrom(end.moment(), changed);
      shown = before.shown();
      lost = shown.takeBack(upTo);
      last = from.moment().isBefore(upTo) ? steps.get(Steps.firstFrom(steps, upTo) - 1) : from;
    } else {
      shown = Basket.of(from.match());
    }
    shown.add(last.match(), Steps.after(steps, last.moment(), end.moment()));
    if (lost && open.fired().moment().isBefore(from.moment())) {
      shown.add(open.fired().match());
    }
    return shown;
  }
}
