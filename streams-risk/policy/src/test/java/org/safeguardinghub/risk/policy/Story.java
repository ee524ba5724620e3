package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Findings;
import org.safeguardinghub.risk.policy.rule.Policy;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Plays what is told about one subject through the fold, deadlines included, and says what was
 * decided, one line each: {@code 2026-02-12 P03 raised S3}. What a test does not name must not
 * happen. Whoever follows the subject input by input must come to the same at each of them.
 */
public final class Story {
  static final Policy POLICY = PolicyFile.shipped(Told.CATALOGUE);

  private RiskPolicy risk = new RiskPolicy(POLICY, Told.CATALOGUE);
  private final SubjectRef subject;
  private final List<Decision> decisions = new ArrayList<>();
  private State state;
  private Following following;
  private Instant now = Instant.EPOCH;
  private Findings findings =
      new Findings(List.of(), List.of(), List.of(), List.of(), DecayedLoad.NOTHING);

  private Story(SubjectRef subject) {
    this.subject = subject;
    this.state = State.empty(subject);
    this.following = risk.follow(state, Instant.EPOCH);
  }

  public static Story of(SubjectRef subject) {
    return new Story(subject);
  }

  public static Story child() {
    return new Story(SubjectRef.child("c-rowan"));
  }

  public static Story unborn() {
    return new Story(new SubjectRef(Scope.UNBORN, "c-rowan"));
  }

  public static Story household() {
    return new Story(SubjectRef.household("h-2"));
  }

  public static Story place() {
    return new Story(new SubjectRef(Scope.PLACE, "p-square"));
  }

  public static Story setting() {
    return new Story(new SubjectRef(Scope.SETTING, "s-home"));
  }

  public static Story adult() {
    return new Story(new SubjectRef(Scope.ADULT, "a-17"));
  }

  public Story born(String date) {
    return born(subject.ref(), date);
  }

  public Story born(String child, String date) {
    return entry(
        new TimelineEntry.DateOfBirth(child, Sensitive.of(LocalDate.parse(date)), Instant.EPOCH),
        now);
  }

  /** The day on which the unborn child is expected. */
  public Story expected(String date) {
    return entry(
        new TimelineEntry.ExpectedDate(subject.ref(), LocalDate.parse(date), Instant.EPOCH), now);
  }

  /** In the order in which the hub hears of it. */
  public Story given(Told... events) {
    for (Told told : events) {
      Instant received = told.event().receivedAt();
      // What arrives at the very moment of a deadline is heard before the clock.
      until(received.minusMillis(1));
      entry(told.entry(), received);
    }
    return this;
  }

  /** Any other record of the log. */
  public Story given(TimelineEntry entry, String local) {
    until(Told.moment(local));
    return entry(entry, Told.moment(local));
  }

  public Story until(String local) {
    return until(Told.moment(local));
  }

  private Story until(Instant moment) {
    Optional<Deadline> next = next(moment);
    while (next.isPresent()) {
      Deadline due = next.get();
      entry(new TimelineEntry.DeadlineReached(due.id(), due.pattern(), due.dueAt()), due.dueAt());
      next = next(moment);
    }
    now = now.isAfter(moment) ? now : moment;
    return this;
  }

  private Optional<Deadline> next(Instant moment) {
    return findings.deadlines().stream()
        .filter(deadline -> !deadline.dueAt().isAfter(moment))
        .min(Comparator.comparing(Deadline::dueAt));
  }

  private Story entry(TimelineEntry entry, Instant asOf) {
    now = now.isAfter(asOf) ? now : asOf;
    return apply(new Input.Recorded(entry.key(), now, entry));
  }

  Story apply(Input input) {
    Step step = risk.fold(state, input);
    assertThat(following.fold(input)).as("followed").isEqualTo(step.decisions());
    assertThat(following.findings()).as("followed").isEqualTo(step.findings());
    state = step.state();
    findings = step.findings();
    decisions.addAll(step.decisions());
    return this;
  }

  /** The same entries, and all that comes, under another policy. */
  Story under(Policy policy) {
    risk = new RiskPolicy(policy, Told.CATALOGUE);
    following = risk.follow(state, now);
    return apply(new Input.Reevaluated("policy", now));
  }

  State state() {
    return state;
  }

  Findings findings() {
    return findings;
  }

  List<Decision> decisions() {
    return decisions;
  }

  Finding only(String pattern) {
    List<Finding> found =
        findings.findings().stream().filter(finding -> finding.pattern().equals(pattern)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  /** Every decision that tells somebody something, in the order in which it was taken. */
  public Story then(String... lines) {
    assertThat(lines()).containsExactly(lines);
    return this;
  }

  public Story thenNothing() {
    return then();
  }

  List<String> lines() {
    return decisions.stream().flatMap(decision -> line(decision).stream()).toList();
  }

  private static Optional<String> line(Decision decision) {
    return switch (decision) {
      case Decision.Raise(_, _, Finding f) ->
          Optional.of(f.date() + " " + f.pattern() + stage(f.stage()) + " raised " + f.severity());
      case Decision.Strengthen s ->
          Optional.of(
              s.date()
                  + " "
                  + s.finding().pattern()
                  + stage(s.finding().stage())
                  + " "
                  + s.how()
                  + (s.how().startsWith("raised to") ? "" : " " + s.severity()));
      case Decision.Update _ -> Optional.empty();
      case Decision.Withdraw w ->
          Optional.of(
              w.published().date()
                  + " "
                  + w.published().pattern()
                  + stage(w.published().stage())
                  + " withdrawn");
      case Decision.Tell t ->
          Optional.of(
              t.notice().date()
                  + " "
                  + t.notice().pattern()
                  + " notice to "
                  + t.notice().to().words());
    };
  }

  private static String stage(String stage) {
    return stage.isEmpty() ? "" : "/" + stage;
  }
}
