package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/** What one pattern came to on one timeline. */
final class Outcome {
  private final Scan scan;
  private final Writer writer;
  private final Pattern pattern;
  private final Function<String, List<Draft>> others;
  private final Set<String> asked = new HashSet<>();
  private final List<Accumulation> accumulations = new ArrayList<>();
  private final List<Accumulation> forLado = new ArrayList<>();
  private final List<Draft> found = new ArrayList<>();
  private final List<ForSteward> forSteward = new ArrayList<>();
  private final IdentityHashMap<Object, Notice> written = new IdentityHashMap<>();

  /** A match that waits for a person who settles whom it is about. */
  private record ForSteward(Instant at, Match match) {}

  private final List<Deadline> waits = new ArrayList<>();

  /**
   * @param others what the patterns that stand before this one in the policy came to
   */
  Outcome(Scan scan, Writer writer, Pattern pattern, Function<String, List<Draft>> others) {
    this.scan = scan;
    this.writer = writer;
    this.pattern = pattern;
    this.others = others;
  }

  Pattern pattern() {
    return pattern;
  }

  /** Findings of a pattern that stands before this one in the policy. */
  List<Draft> before(String id) {
    asked.add(id);
    return others.apply(id);
  }

  /** Whether it rests on what one of these patterns came to. */
  boolean restsOn(Set<String> patterns) {
    return !asked.isEmpty() && asked.stream().anyMatch(patterns::contains);
  }

  /** A rule that accumulates: re-fire, routing to a worker and succession are the same for all. */
  void accumulate(Matcher matcher) {
    accumulate("", matcher);
  }

  /** The same for one stage of a pattern. */
  void accumulate(String stage, Matcher matcher) {
    accumulations.add(new Accumulation(scan, pattern, stage, matcher));
  }

  /** A rule that accumulates in the adult lane and is no finding: only the LADO is told. */
  void forLado(Matcher matcher) {
    forLado.add(new Accumulation(scan, pattern, "", matcher));
  }

  void found(Draft draft) {
    found.add(draft);
  }

  /** A match that waits for a person who settles whom it is about. */
  void forSteward(Instant at, Match match) {
    forSteward.add(new ForSteward(at, match));
  }

  /** A clock that still runs. */
  void waits(Deadline deadline) {
    waits.add(deadline);
  }

  /** Whether everything in it can go on when the timeline grows, instead of being made anew. */
  boolean grows() {
    return found.isEmpty()
        && forLado.isEmpty()
        && forSteward.isEmpty()
        && waits.isEmpty()
        && !accumulations.isEmpty()
        && allGrow();
  }

  private boolean allGrow() {
    for (Accumulation accumulation : accumulations) {
      if (!accumulation.grows()) {
        return false;
      }
    }
    return true;
  }

  /**
   * Goes on after a change.
   *
   * @param touched events of its lists that came or went
   * @param open when something else was open than before, if at all
   * @return whether anything may have become of it
   */
  boolean goOn(List<TimelineEvent> touched, Optional<Stretch> open) {
    boolean any = false;
    for (Accumulation accumulation : accumulations) {
      any |= accumulation.goOn(touched, open);
    }
    return any;
  }

  /** Some of its notices are to be written anew. */
  void forgetWords(Predicate<Notice> some) {
    written.values().removeIf(some);
  }

  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    accumulations.forEach(accumulation -> drafts.addAll(accumulation.drafts()));
    drafts.addAll(found);
    return drafts;
  }

  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    for (Accumulation accumulation : accumulations) {
      for (Accumulation.CaseEvidence evidence : accumulation.notices()) {
        notices.add(written.computeIfAbsent(evidence, _ -> writer.caseEvidence(pattern, evidence)));
      }
    }
    for (Accumulation accumulation : forLado) {
      for (Accumulation.CaseEvidence told : accumulation.notices()) {
        notices.add(writer.notice(pattern, Notice.To.LADO, told.at(), told.match()));
      }
    }
    for (ForSteward one : forSteward) {
      notices.add(
          written.computeIfAbsent(
              one, _ -> writer.notice(pattern, Notice.To.STEWARD, one.at(), one.match())));
    }
    return notices;
  }

  List<Deadline> deadlines() {
    List<Deadline> deadlines = new ArrayList<>();
    accumulations.forEach(accumulation -> deadlines.addAll(accumulation.deadlines()));
    deadlines.addAll(waits);
    return deadlines;
  }
}
