package org.safeguardinghub.risk.policy.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Firing;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * Runs a rule over the moments of a timeline and decides what becomes a finding, what strengthens
 * it, and what goes to the worker of an open case instead.
 *
 * <p>A standing finding goes on as long as its matches share evidence. A match that shares none
 * starts a new finding: it is another spell, and the throttle of the old one must not silence it.
 *
 * <p>It keeps each match, and how things stood after it. After a change the rule is asked again
 * only as far as the change reaches, and what follows is decided anew only until things stand as
 * they did before.
 */
final class Accumulation {
  private final Scan scan;
  private final Pattern pattern;
  private final Matcher matcher;
  private final List<Step> steps = new ArrayList<>();
  private final Spells spells;
  private Instant looked = Instant.MIN;

  /**
   * A match that goes to the allocated worker.
   *
   * @param led to the lead of a plan about the matter instead
   */
  record CaseEvidence(Instant at, Match match, boolean led) {}

  Accumulation(Scan scan, Pattern pattern, String stage, Matcher matcher) {
    this.scan = scan;
    this.pattern = pattern;
    this.matcher = matcher;
    this.spells = new Spells(pattern, stage);
    look(List.of(Stretch.ALWAYS), false);
  }

  /** Whether it can go on when its events change, instead of being run anew. */
  boolean grows() {
    return matcher.grows();
  }

  /** Whether it can go on when another pattern that it reads was told otherwise. */
  boolean followsOthers() {
    return matcher.readsOthersFor().isPresent();
  }

  /**
   * Goes on after a change.
   *
   * @param touched events of its lists that came or went
   * @param open when something else was open than before, if at all
   * @param others when other patterns that it reads were told otherwise
   * @return where the rule says something else than before
   */
  List<Stretch> goOn(List<TimelineEvent> touched, Optional<Stretch> open, List<Stretch> others) {
    matcher.grown();
    List<Stretch> again = new ArrayList<>(touched.size() + 2);
    for (TimelineEvent event : touched) {
      for (Stretch reach : matcher.reaches(event)) {
        again.add(reach.earlier(matcher.looksAhead()));
      }
    }
    open.ifPresent(again::add);
    Duration readFor = matcher.readsOthersFor().orElse(Duration.ZERO);
    others.forEach(when -> again.add(when.longer(readFor)));
    // Since then time alone may have met it.
    Instant now = scan.now();
    again.add(new Stretch(looked.isAfter(now) ? now : looked, now));
    return look(Stretch.apart(again), open.isPresent());
  }

  private List<Stretch> look(List<Stretch> again, boolean otherwiseOpen) {
    List<Stretch> changed = new ArrayList<>();
    for (Stretch when : again) {
      ask(when, otherwiseOpen).ifPresent(changed::add);
    }
    looked = scan.now();
    if (changed.isEmpty()) {
      return changed;
    }
    List<Stretch> decided = new ArrayList<>();
    for (Stretch stretch : changed) {
      // What was decided before it may have gone beyond it already.
      if (decided.isEmpty() || decided.getLast().until().isBefore(stretch.until())) {
        decided.add(decide(stretch, changed));
      }
    }
    decided.forEach(when -> spells.turned(when, steps));
    spells.settle(steps, changed, decided);
    return changed;
  }

  /**
   * Asks the rule again.
   *
   * @param words whether steps are new even where the rule says the same, since what is told with
   *     them may read otherwise
   * @return where it says something else than before
   */
  private Optional<Stretch> ask(Stretch when, boolean words) {
    List<Step> before = Steps.during(steps, when);
    List<Step> now = new ArrayList<>(before.size() + 1);
    int old = 0;
    for (Instant moment : matcher.moments(when)) {
      if (when.holds(moment)) {
        Optional<Match> match = matcher.at(moment);
        if (match.isPresent()) {
          Step step = step(moment, match.get());
          while (old < before.size() && before.get(old).moment().isBefore(moment)) {
            old++;
          }
          boolean same = !words && old < before.size() && isSame(before.get(old), step);
          now.add(same ? before.get(old) : step);
        }
      }
    }
    return replace(before, now);
  }

  private Step step(Instant moment, Match match) {
    boolean led = matcher.ledAt(moment);
    boolean toWorker = led || (pattern.routedToWorker() && scan.episodes().activeAt(moment));
    return new Step(moment, match, led, toWorker);
  }

  private static boolean isSame(Step old, Step step) {
    return old.moment().equals(step.moment()) && old.saysAs(step);
  }

  /** Puts steps in the place of others; says where they differ. */
  private static Optional<Stretch> replace(List<Step> before, List<Step> now) {
    int first = InCommon.first(before, now);
    int alike = InCommon.last(before, now, first);
    List<Step> gone = before.subList(first, before.size() - alike);
    List<Step> come = now.subList(first, now.size() - alike);
    if (gone.isEmpty() && come.isEmpty()) {
      return Optional.empty();
    }
    Instant from = Instant.MAX;
    Instant until = Instant.MIN;
    for (List<Step> some : List.of(gone, come)) {
      if (!some.isEmpty()) {
        from = InTime.earlier(from, some.getFirst().moment());
        until = InTime.later(until, some.getLast().moment());
      }
    }
    gone.clear();
    before.addAll(first, come);
    return Optional.of(new Stretch(from, until));
  }

  /**
   * Decides from a change on until things stand as they stood before, beyond all changes on the
   * way.
   *
   * @return where was decided
   */
  private Stretch decide(Stretch change, List<Stretch> changed) {
    int i = Steps.firstFrom(steps, change.from());
    Standing now = i == 0 ? Standing.NOTHING : Objects.requireNonNull(steps.get(i - 1).after());
    for (; i < steps.size(); i++) {
      Step step = steps.get(i);
      Standing before = step.after();
      now = decide(i, now);
      if (now.equals(before) && settled(step.moment(), now, changed)) {
        return new Stretch(change.from(), step.moment());
      }
    }
    return new Stretch(change.from(), Instant.MAX);
  }

  // What is shown goes on from its first step: none of the steps since may be another.
  private static boolean settled(Instant moment, Standing now, List<Stretch> changed) {
    Standing.Open finding = now.finding();
    Instant since = finding == null ? moment : finding.shownFrom().moment();
    Stretch read = new Stretch(since, moment);
    return !read.meetsAny(changed);
  }

  private Standing decide(int index, Standing before) {
    Step step = steps.get(index);
    Standing.Open open = before.finding();
    boolean ends = open != null && !shares(index, open);
    Standing.Open finding = ends ? null : open;
    Standing.Told told = before.told();
    if (finding == null && told != null && !shares(told.step().match(), step.match())) {
      told = null;
    }
    Optional<String> how =
        finding == null && !step.toWorker() ? Optional.of(Firing.RAISED) : how(step, finding, told);
    if (how.isPresent()) {
      if (finding != null || !step.toWorker()) {
        finding = tell(step, finding, told);
      }
      told = new Standing.Told(step, told == null ? null : told.step());
    }
    Standing now = new Standing(finding, told);
    step.decided(now, ends, how);
    return now;
  }

  // It shows what was told the last two times, to whomever, and what has come since. Severity never
  // falls.
  private static Standing.Open tell(
      Step step, Standing.@Nullable Open finding, Standing.@Nullable Told before) {
    Severity severity = step.match().severity();
    if (finding == null || before == null) {
      return new Standing.Open(step, step, severity);
    }
    return step.toWorker()
        ? new Standing.Open(before.step(), finding.fired(), finding.severity())
        : new Standing.Open(before.step(), step, finding.severity().mostUrgent(severity));
  }

  /** Whether somebody is to be told again, and as what. */
  private Optional<String> how(
      Step step, Standing.@Nullable Open finding, Standing.@Nullable Told before) {
    if (before == null) {
      return Optional.of(Firing.AGAIN);
    }
    Match match = step.match();
    Match known = before.step().match();
    Severity severity = finding == null ? known.severity() : finding.severity();
    if (match.severity().moreUrgentThan(severity)) {
      return Optional.of(Firing.raisedTo(match.severity()));
    }
    Policy.Refire refire = scan.policy().refire();
    Instant waited = before.step().moment().plus(Duration.ofDays(refire.daysBetween()));
    if (step.moment().isBefore(waited) && match.severity() != refire.exempt()) {
      return Optional.empty();
    }
    boolean more =
        step.level() > before.step().level()
            || !before.step().families().containsAll(step.families())
            || before.isNewTo(match, refire.newIncidents());
    return more ? Optional.of(Firing.AGAIN) : Optional.empty();
  }

  /** Whether a step rests on something that the finding counted, among what it shows. */
  private boolean shares(int index, Standing.Open finding) {
    Match match = steps.get(index).match();
    for (int i = index - 1; i >= 0; i--) {
      Step earlier = steps.get(i);
      // Windows overlap: mostly the step before is enough.
      if (shares(earlier.match(), match)) {
        return true;
      }
      if (earlier == finding.shownFrom()) {
        break;
      }
    }
    return shares(finding.fired().match(), match);
  }

  private static boolean shares(Match one, Match other) {
    for (Incident incident : other.incidents()) {
      if (one.counts(incident)) {
        return true;
      }
    }
    return false;
  }

  /** The match of a moment, if there was one. */
  Optional<Match> at(Instant moment) {
    return Steps.during(steps, Stretch.of(moment)).stream().map(Step::match).findFirst();
  }

  /** Its findings, in order. */
  List<Draft> drafts() {
    return spells.drafts();
  }

  /** What went to workers, in order: the same list as long as nothing of it has changed. */
  List<CaseEvidence> notices() {
    return spells.notices();
  }

  List<Deadline> deadlines() {
    return matcher.deadlines();
  }
}
