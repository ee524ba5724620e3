package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What one pattern came to on one timeline, or an independent part of it: it has a scan of its own,
 * and goes on when something that it asked for has changed.
 */
final class Outcome {
  private final Scan scan;
  private final Scan searched;
  private final Writer writer;
  private final Pattern pattern;
  private final Function<String, List<Draft>> others;
  private final Set<String> asked = new HashSet<>();
  private final List<Search> searches = new ArrayList<>();
  private final List<Accumulation> accumulations = new ArrayList<>();
  private final List<Accumulation> forLado = new ArrayList<>();
  private final List<Notices> told = new ArrayList<>(1);
  private final List<Judged> judged = new ArrayList<>(1);
  private final List<Draft> found = new ArrayList<>();
  private final List<ForSteward> forSteward = new ArrayList<>();
  private final IdentityHashMap<ForSteward, Notice> written = new IdentityHashMap<>(1);

  /** A match that waits for a person who settles whom it is about. */
  record ForSteward(Instant at, Match match) {}

  private final List<Deadline> waits = new ArrayList<>();

  /**
   * @param others what the patterns that stand before this one in the policy came to
   */
  Outcome(Basis basis, Writer writer, Pattern pattern, Function<String, List<Draft>> others) {
    this.scan = new Scan(basis);
    this.searched = new Scan(basis);
    this.writer = writer;
    this.pattern = pattern;
    this.others = others;
  }

  /** What rules that accumulate ask. */
  Scan scan() {
    return scan;
  }

  /** Whether a scan asks for it. */
  @SuppressWarnings("ReferenceEquality") // A scan is told by what it is.
  boolean asks(Scan asker) {
    return asker == scan || asker == searched;
  }

  /** Whether it has read other patterns. */
  boolean followsOthers() {
    return !asked.isEmpty();
  }

  /** Whether it may have come to something else, but for what time alone brings. */
  boolean follows(Optional<Stretch> open, Set<String> changed) {
    return scan.touched()
        || searched.touched()
        || (open.isPresent() && (scan.readsEpisodes() || searched.readsEpisodes()))
        || (!asked.isEmpty() && !Collections.disjoint(asked, changed));
  }

  /** What rules ask that look for each finding by itself. */
  Scan searched() {
    return searched;
  }

  Pattern pattern() {
    return pattern;
  }

  /** Findings of a pattern that stands before this one in the policy. */
  List<Draft> before(String id) {
    asked.add(id);
    return others.apply(id);
  }

  /** A rule that accumulates: re-fire, routing to a worker and succession are the same for all. */
  void accumulate(Matcher matcher) {
    accumulate("", matcher);
  }

  /** The same for one stage of a pattern. */
  Accumulation accumulate(String stage, Matcher matcher) {
    Accumulation accumulation = new Accumulation(scan, pattern, stage, matcher);
    accumulations.add(accumulation);
    told.add(new Notices(accumulation, one -> writer.caseEvidence(pattern, one)));
    return accumulation;
  }

  /** A rule that accumulates in the adult lane and is no finding: only the LADO is told. */
  void forLado(Matcher matcher) {
    Accumulation accumulation = new Accumulation(scan, pattern, "", matcher);
    forLado.add(accumulation);
    told.add(
        new Notices(
            accumulation, one -> writer.notice(pattern, Notice.To.LADO, one.at(), one.match())));
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

  /** A search keeps what its events came to from run to run. */
  void keeps(Judged some) {
    judged.add(some);
  }

  /** A rule that looks for each finding by itself. */
  void search(Search search) {
    searches.add(search);
    search.run(List.of(Stretch.ALWAYS));
  }

  /** Whether everything in it can go on when the timeline grows, instead of being made anew. */
  private boolean grows() {
    return grow(accumulations) && grow(forLado);
  }

  private static boolean grow(List<Accumulation> accumulations) {
    for (Accumulation accumulation : accumulations) {
      if (!accumulation.grows()) {
        return false;
      }
    }
    return true;
  }

  /** What follows from a change. */
  enum Follows {
    /** All is as it was. */
    NOTHING,
    /** Something may have become of it. */
    SOMETHING,
    /** It is to be made anew. */
    ANEW
  }

  /**
   * Follows what has changed.
   *
   * @param open when something else was open than before, if at all
   * @param changed patterns before this one that came to something else, and when they were told
   *     otherwise
   * @param due whether the time has come for something that it waited for
   */
  Follows follow(Optional<Stretch> open, Map<String, Optional<Stretch>> changed, boolean due) {
    List<TimelineEvent> touched = scan.takeTouched();
    List<Stretch> otherwise = new ArrayList<>();
    for (TimelineEvent event : searched.takeTouched()) {
      for (Search search : searches) {
        if (search.minds(event)) {
          otherwise.add(Stretch.of(event.at()));
          otherwise.add(Stretch.of(search.judgedAt(event)));
        }
      }
    }
    if (searched.readsEpisodes()) {
      open.ifPresent(otherwise::add);
    }
    boolean readAgain = due;
    List<Stretch> others = new ArrayList<>();
    for (String pattern : asked) {
      if (changed.containsKey(pattern)) {
        if (!searches.stream().allMatch(Search::followsOthers)
            || !accumulations.stream().allMatch(Accumulation::followsOthers)) {
          return Follows.ANEW;
        }
        readAgain = true;
        changed.get(pattern).ifPresent(others::add);
      }
    }
    Optional<Stretch> opened = scan.readsEpisodes() ? open : Optional.empty();
    boolean any = false;
    if (!touched.isEmpty() || opened.isPresent() || !others.isEmpty() || due) {
      if (!grows()) {
        return Follows.ANEW;
      }
      List<Stretch> matched = goOn(touched, opened, others);
      any = !matched.isEmpty();
      otherwise.addAll(matched);
    }
    if (!searches.isEmpty() && (readAgain || !otherwise.isEmpty())) {
      searchAgain(otherwise);
      any = true;
    }
    return any ? Follows.SOMETHING : Follows.NOTHING;
  }

  private void searchAgain(List<Stretch> changed) {
    found.clear();
    forSteward.clear();
    waits.clear();
    searches.forEach(search -> search.run(changed));
  }

  /** What a search noted of one thing. */
  record Noted(List<Draft> found, List<ForSteward> forSteward, boolean waits) {
    /** Whether there is anything to be told. */
    boolean tells() {
      return !found.isEmpty() || !forSteward.isEmpty();
    }
  }

  /** How much has been noted so far. */
  record Mark(int found, int forSteward, int waits) {}

  Mark mark() {
    return new Mark(found.size(), forSteward.size(), waits.size());
  }

  /** What has been noted since, to be kept by whoever asks; what it waits for stays noted. */
  Noted takeSince(Mark mark) {
    List<Draft> drafts = found.subList(mark.found(), found.size());
    List<ForSteward> others = forSteward.subList(mark.forSteward(), forSteward.size());
    Noted noted = new Noted(List.copyOf(drafts), List.copyOf(others), waits.size() > mark.waits());
    drafts.clear();
    others.clear();
    return noted;
  }

  /** Says of which moments something else is matched. */
  private List<Stretch> goOn(
      List<TimelineEvent> touched, Optional<Stretch> open, List<Stretch> others) {
    List<Stretch> otherwise = new ArrayList<>();
    for (Accumulation accumulation : accumulations) {
      otherwise.addAll(accumulation.goOn(touched, open, others));
    }
    for (Accumulation accumulation : forLado) {
      otherwise.addAll(accumulation.goOn(touched, open, others));
    }
    return otherwise;
  }

  /** Some of its notices are to be written anew; says whether there are any. */
  boolean forgetWords(Rewriting otherwise) {
    boolean any = written.values().removeIf(otherwise::holds);
    for (Notices one : told) {
      any |= one.forgetWords(otherwise);
    }
    return any;
  }

  /** Adds what it came to. */
  void drafts(List<Draft> drafts) {
    accumulations.forEach(accumulation -> drafts.addAll(accumulation.drafts()));
    judged.forEach(some -> drafts.addAll(some.found()));
    drafts.addAll(found);
  }

  /** What is told to others than the owner; mostly the same list while nothing has changed. */
  List<Notice> notices() {
    List<ForSteward> others = forSteward();
    if (told.size() == 1 && others.isEmpty()) {
      return told.getFirst().notices();
    }
    List<Notice> notices = new ArrayList<>();
    told.forEach(one -> notices.addAll(one.notices()));
    for (ForSteward one : others) {
      notices.add(
          written.computeIfAbsent(
              one, _ -> writer.notice(pattern, Notice.To.STEWARD, one.at(), one.match())));
    }
    return notices;
  }

  private List<ForSteward> forSteward() {
    List<ForSteward> all = new ArrayList<>(forSteward);
    judged.forEach(some -> all.addAll(some.forSteward()));
    return all;
  }

  /** Adds what it waits for. */
  void deadlines(List<Deadline> pending) {
    for (Accumulation accumulation : accumulations) {
      pending.addAll(accumulation.deadlines());
    }
    pending.addAll(waits);
  }
}
