package org.safeguardinghub.risk.policy.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.finding.Notice;
import org.safeguardinghub.risk.policy.finding.ProposedEcho;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.Change;
import org.safeguardinghub.risk.policy.timeline.Timeline;
import org.safeguardinghub.risk.policy.timeline.TimelineEvent;

/**
 * What stands about a subject: every pattern over the whole timeline, past firings too. Nothing
 * that was published before goes into it.
 *
 * <p>{@link #evaluate} is the specification: a function of the timeline and the time. An evaluation
 * that is kept can follow more events ({@link #grow}) at the cost of what they change; it then
 * holds what an evaluation made anew would hold. It belongs to one thread and is the only holder of
 * its timeline.
 */
public final class Evaluation {
  private final Basis basis;
  private final boolean written;
  private final Echoes echoes;
  private final Writer writer;
  private final List<PatternRun> runs = new ArrayList<>();
  private final @Nullable UnseenUrgent unseen;
  private final int partCount;
  private final BitSet awake = new BitSet();
  private List<Stretch> toldOtherwise = List.of();

  // Made for whoever asks first: not every host shows it.
  private @Nullable DisplayLoad load;

  /**
   * @param written whether what is found is to be written, with what is told beside it; else only
   *     drafts are asked for
   */
  private Evaluation(Basis basis, boolean written) {
    this.basis = basis;
    this.written = written;
    this.echoes = written ? Echoes.among(basis) : Echoes.notLookedFor(basis);
    this.writer = new Writer(new Scan(basis), echoes);
    Scope scope = basis.timeline().subject().scope();
    int count = 0;
    for (Pattern pattern : basis.policy().patterns()) {
      if (pattern.scopes().contains(scope)) {
        PatternRun run = new PatternRun(pattern, basis, writer, this::drafts, written, count);
        runs.add(run);
        count += run.size();
      }
    }
    this.partCount = count;
    wake(basis.timeline().events());
    for (PatternRun run : runs) {
      run.begin(awake);
    }
    this.unseen =
        written && (scope == Scope.CHILD || scope == Scope.UNBORN)
            ? new UnseenUrgent(basis, writer, runs)
            : null;
  }

  /** An evaluation to be kept, as of a moment or of the latest deadline reached. */
  public static Evaluation of(Policy policy, Timeline timeline, Instant asOf) {
    return of(policy, Interests.UNKNOWN, timeline, asOf);
  }

  /**
   * The same.
   *
   * @param interests of that policy: what is in vain is not run
   */
  public static Evaluation of(Policy policy, Interests interests, Timeline timeline, Instant asOf) {
    return new Evaluation(new Basis(policy, interests, timeline, now(timeline, asOf)), true);
  }

  /** An evaluation of which only drafts are asked for. */
  static Evaluation drafted(Basis basis) {
    return new Evaluation(basis, false);
  }

  /** The same, as of a moment or of the latest deadline reached. */
  static Evaluation drafted(Policy policy, Timeline timeline, Instant asOf) {
    return drafted(new Basis(policy, Interests.UNKNOWN, timeline, now(timeline, asOf)));
  }

  /** Parts that an event may concern are run from then on; says which are new. */
  private BitSet wake(List<TimelineEvent> events) {
    Scope scope = basis.timeline().subject().scope();
    BitSet woken = basis.interests().concernedBy(scope, events, partCount);
    woken.andNot(awake);
    awake.or(woken);
    return woken;
  }

  /** All parts of all patterns. */
  List<Outcome> parts() {
    return runs.stream().flatMap(run -> run.parts().stream()).toList();
  }

  private static Instant now(Timeline timeline, Instant asOf) {
    return timeline.clock().filter(asOf::isBefore).orElse(asOf);
  }

  /**
   * Evaluates as of a moment, or of the latest deadline that was recorded as reached, if that is
   * later.
   *
   * @param subject whose timeline it is
   */
  public static Findings evaluate(
      Policy policy, SubjectRef subject, Timeline timeline, Instant asOf) {
    if (!subject.equals(timeline.subject())) {
      throw new IllegalArgumentException("the timeline is another subject's");
    }
    return of(policy, timeline, asOf).findings();
  }

  /**
   * Follows more events.
   *
   * @return ids of the patterns of which something reads otherwise now; empty where an event
   *     changes more than can be followed: then this evaluation is of no more use
   */
  public Optional<Set<String>> grow(List<AttributedEvent> events, Instant asOf) {
    Instant now = now(basis.timeline(), asOf);
    if (now.isBefore(basis.now())) {
      return Optional.empty();
    }
    List<Change> changes = new ArrayList<>(events.size());
    for (AttributedEvent event : events) {
      Optional<Change> change = basis.timeline().grow(event);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      changes.add(change.get());
      if (unseen != null) {
        unseen.note(event, change.get());
      }
    }
    return Optional.of(follow(changes, now));
  }

  /**
   * Reads another timeline that leaves out other events of the same one.
   *
   * @return whether it could; if not, it reads what it read before
   */
  boolean turnTo(Timeline other) {
    Optional<Change> change = basis.timeline().to(other);
    if (change.isEmpty()) {
      return false;
    }
    basis.turnTo(other);
    follow(List.of(change.get()), basis.now());
    return true;
  }

  private Set<String> follow(List<Change> changes, Instant now) {
    basis.now(now);
    Optional<Stretch> opened = Optional.empty();
    List<TimelineEvent> come = new ArrayList<>(changes.size());
    for (Change change : changes) {
      opened = Stretch.and(opened, basis.follow(change));
      come.addAll(change.come());
    }
    Map<String, Optional<Stretch>> fired = new HashMap<>();
    BitSet woken = wake(come);
    for (PatternRun run : runs) {
      if (run.mayFollow(woken, opened, fired.keySet()) && run.follow(woken, opened, fired)) {
        fired.put(run.pattern().id(), run.fired());
      }
    }
    Set<String> changed = new HashSet<>(fired.keySet());
    toldOtherwise = new ArrayList<>(fired.size());
    fired.values().forEach(stretch -> stretch.ifPresent(toldOtherwise::add));
    if (unseen != null && unseen.follow(toldOtherwise)) {
      changed.add(basis.policy().urgentNotice().id());
    }
    if (written) {
      changes.forEach(change -> rewrite(change, changed));
    }
    return changed;
  }

  /** What is explained otherwise now, though nothing that it rests on has changed. */
  private void rewrite(Change change, Set<String> changed) {
    Rewriting otherwise = new Rewriting(writer.follow(change), echoes.follow(change));
    if (otherwise.isNothing()) {
      return;
    }
    for (PatternRun run : runs) {
      if (run.rewrite(otherwise)) {
        changed.add(run.pattern().id());
      }
    }
    if (unseen != null && unseen.rewrite(otherwise)) {
      changed.add(basis.policy().urgentNotice().id());
    }
  }

  /** What a pattern comes to. */
  List<Draft> drafts(String pattern) {
    return run(pattern).map(PatternRun::drafts).orElse(List.of());
  }

  private Optional<PatternRun> run(String pattern) {
    for (PatternRun run : runs) {
      if (run.pattern().id().equals(pattern)) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  /** When findings were told otherwise after the last growth than before it. */
  List<Stretch> toldOtherwise() {
    return toldOtherwise;
  }

  List<PatternRun> runs() {
    return runs;
  }

  /** The timeline as it is now. */
  public Timeline timeline() {
    return basis.timeline();
  }

  /** Everything that stands. */
  public Findings findings() {
    return new Findings(
        allFindings(),
        notices(_ -> true),
        deadlines(),
        echoes.pairs().stream()
            .map(pair -> new ProposedEcho(pair.later().id(), pair.earlier().id()))
            .distinct()
            .toList(),
        load());
  }

  /** What worklists are ordered by. */
  public DecayedLoad load() {
    DisplayLoad asked = load;
    if (asked == null) {
      asked = new DisplayLoad(basis);
      load = asked;
    }
    return asked.of(basis.now());
  }

  private List<Finding> allFindings() {
    List<Finding> findings = new ArrayList<>();
    runs.forEach(run -> findings.addAll(run.findings()));
    findings.sort(Finding.ORDER);
    return findings;
  }

  /** The findings of a pattern, in an order of its own. */
  public List<Finding> findings(String pattern) {
    return run(pattern).map(PatternRun::findings).orElse(List.of());
  }

  /** The notices of some patterns, by moment and id. */
  public List<Notice> notices(Predicate<String> patterns) {
    return notices(patterns, PatternRun::notices, UnseenUrgent::notices);
  }

  /** Of those the ones that read otherwise than when this was last asked, or are new. */
  public List<Notice> newNotices(Predicate<String> patterns) {
    return notices(patterns, PatternRun::newNotices, UnseenUrgent::newNotices);
  }

  private List<Notice> notices(
      Predicate<String> patterns,
      Function<PatternRun, List<Notice>> some,
      Function<UnseenUrgent, List<Notice>> urgent) {
    List<Notice> notices = new ArrayList<>();
    for (PatternRun run : runs) {
      if (patterns.test(run.pattern().id())) {
        notices.addAll(some.apply(run));
      }
    }
    if (unseen != null && patterns.test(basis.policy().urgentNotice().id())) {
      notices.addAll(urgent.apply(unseen));
    }
    notices.sort(
        Comparator.comparing(Notice::at).thenComparing(Notice::pattern).thenComparing(Notice::id));
    return notices;
  }

  /** What is still pending, by moment. */
  public List<Deadline> deadlines() {
    List<Deadline> deadlines = new ArrayList<>();
    runs.forEach(run -> deadlines.addAll(run.deadlines()));
    deadlines.sort(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id));
    return deadlines;
  }
}
