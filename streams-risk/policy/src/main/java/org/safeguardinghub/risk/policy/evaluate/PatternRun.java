package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.PatternRule;

/** One pattern on one timeline: what it came to, kept up to date at the cost of what changed. */
final class PatternRun {
  private final Pattern pattern;
  private final Basis basis;
  private final Writer writer;
  private final Function<String, List<Draft>> others;
  private final List<PatternRule> parts;
  private final int first;
  private final @Nullable Outcome[] outcomes;
  private final PatternFindings found;
  private List<Notice> notices = List.of();
  private List<Notice> asked = List.of();
  private List<Deadline> deadlines = List.of();
  private Instant wakes = Instant.MAX;
  private final boolean tells;

  /**
   * @param others what the patterns that stand before this one in the policy came to
   * @param tells whether notices are written; they hold no draft
   * @param first the place of its first part among those of all patterns
   */
  PatternRun(
      Pattern pattern,
      Basis basis,
      Writer writer,
      Function<String, List<Draft>> others,
      boolean tells,
      int first) {
    this.pattern = pattern;
    this.first = first;
    this.tells = tells;
    this.basis = basis;
    this.writer = writer;
    this.others = others;
    this.found = new PatternFindings(writer);
    this.parts = Parts.of(pattern.rule(), basis.timeline().subject().scope());
    this.outcomes = new Outcome[parts.size()];
  }

  /** How many parts it has. */
  int size() {
    return outcomes.length;
  }

  /** Runs the parts that are awake for the first time. */
  void begin(BitSet awake) {
    if (wake(awake)) {
      settle();
    }
  }

  private boolean wake(BitSet woken) {
    boolean any = false;
    for (int next = woken.nextSetBit(first); isPart(next); next = woken.nextSetBit(next + 1)) {
      outcomes[next - first] = outcome(parts.get(next - first));
      any = true;
    }
    return any;
  }

  private boolean isPart(int place) {
    return place >= first && place < first + outcomes.length;
  }

  /** The parts that are awake. */
  List<Outcome> parts() {
    List<Outcome> awake = new ArrayList<>(outcomes.length);
    for (Outcome outcome : outcomes) {
      if (outcome != null) {
        awake.add(outcome);
      }
    }
    return awake;
  }

  private Outcome outcome(PatternRule part) {
    Outcome made = new Outcome(basis, writer, pattern, others);
    Parts.run(pattern, part, made);
    return made;
  }

  /**
   * Follows what has changed.
   *
   * @param woken parts that are to be run from now on, of all patterns
   * @param open when something else was open than before, if at all
   * @param changed patterns before this one that came to something else, and when they were told
   *     otherwise
   * @return whether this one did
   */
  boolean follow(BitSet woken, Optional<Stretch> open, Map<String, Optional<Stretch>> changed) {
    found.nothingFired();
    boolean due = !wakes.isAfter(basis.now());
    boolean any = false;
    for (int i = 0; i < outcomes.length; i++) {
      Outcome outcome = outcomes[i];
      if (outcome == null) {
        continue;
      }
      switch (outcome.follow(open, changed, due)) {
        case NOTHING -> {}
        case SOMETHING -> any = true;
        case ANEW -> {
          basis.selections().forget(outcome);
          outcomes[i] = outcome(parts.get(i));
          any = true;
        }
      }
    }
    any |= wake(woken);
    if (any) {
      return settle();
    }
    waitFor(pending());
    return false;
  }

  private List<Deadline> pending() {
    List<Deadline> pending = new ArrayList<>(0);
    for (Outcome outcome : outcomes) {
      if (outcome != null) {
        outcome.deadlines(pending);
      }
    }
    return pending;
  }

  private void waitFor(List<Deadline> pending) {
    deadlines = pending;
    wakes = Instant.MAX;
    for (Deadline deadline : pending) {
      wakes = deadline.dueAt().isBefore(wakes) ? deadline.dueAt() : wakes;
    }
  }

  /** Takes what it comes to; says whether anything is new or gone. */
  private boolean settle() {
    List<Draft> now = new ArrayList<>(found.drafts().size() + 1);
    List<Outcome> awake = parts();
    awake.forEach(outcome -> outcome.drafts(now));
    boolean changed = found.take(now);
    List<Notice> told = tells ? told(awake) : List.of();
    if (!told.equals(notices)) {
      notices = told;
      changed = true;
    }
    waitFor(pending());
    return changed;
  }

  private static List<Notice> told(List<Outcome> awake) {
    if (awake.size() == 1) {
      return awake.getFirst().notices();
    }
    List<Notice> told = new ArrayList<>();
    awake.forEach(outcome -> told.addAll(outcome.notices()));
    return told;
  }

  /** When something was told otherwise after the last change than before it, if at all. */
  Optional<Stretch> fired() {
    return found.fired();
  }

  /**
   * Writes anew what reads otherwise because of something beside its evidence.
   *
   * @return whether there is anything
   */
  boolean rewrite(Rewriting otherwise) {
    boolean any = found.forgetWords(otherwise);
    boolean forgotten = false;
    List<Outcome> awake = parts();
    for (Outcome outcome : awake) {
      forgotten |= outcome.forgetWords(otherwise);
    }
    if (forgotten && tells) {
      notices = told(awake);
    }
    return any || forgotten;
  }

  /** Whether it may have come to something else. */
  boolean mayFollow(BitSet woken, Optional<Stretch> open, Set<String> changed) {
    if (!wakes.isAfter(basis.now()) || isPart(woken.nextSetBit(first))) {
      return true;
    }
    for (Outcome outcome : outcomes) {
      if (outcome != null && outcome.follows(open, changed)) {
        return true;
      }
    }
    return false;
  }

  Pattern pattern() {
    return pattern;
  }

  List<Draft> drafts() {
    return found.drafts();
  }

  /** Its findings, written when somebody asks for them. */
  List<Finding> findings() {
    return found.findings();
  }

  List<Notice> notices() {
    return notices;
  }

  /** Of those the ones that it did not hold when this was last asked. */
  List<Notice> newNotices() {
    List<Notice> news = InCommon.between(notices, asked);
    asked = notices;
    return news;
  }

  List<Deadline> deadlines() {
    return deadlines;
  }

  /** Whether any of its firings of a day rests on one of these events. */
  boolean covers(LocalDate day, Set<String> eventIds) {
    return found.cover(day, eventIds);
  }
}
