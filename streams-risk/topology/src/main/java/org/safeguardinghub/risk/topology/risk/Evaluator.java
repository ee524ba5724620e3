package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Alert;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.PolicyDecisions;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.Situations;
import org.safeguardinghub.risk.alert.brake.Cause;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.codec.DecisionCodec;
import org.safeguardinghub.risk.codec.SubjectMemory;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.Following;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.SubjectEventRecord;

/**
 * Evaluates a subject with one more record of its log, and feeds its alerts with what was decided.
 */
final class Evaluator {
  /** Measured: 47 kB for a child with five events, 180 with sixty, 682 with three hundred. */
  private static final long BYTES_PER_SUBJECT = 45_000;

  private static final long BYTES_PER_ENTRY = 2_100;

  /** The part of the heap for the subjects that are followed, by all tasks of a process. */
  private static final int PART_OF_HEAP = 4;

  private final SubjectShelf shelf;
  private final PublishedShelf published;
  private final FactShelf facts;
  private final DeadlineShelf deadlines;
  private final BrakeDesk desk;
  private final Outlets outlets;

  /**
   * Subjects of whom something came lately. What is in it follows from the shelf; a task that is
   * started anew begins with none.
   */
  private final Lately<SubjectRef, Followed> followed =
      new Lately<>(Lately.room(PART_OF_HEAP), Followed::bytes);

  Evaluator(
      SubjectShelf shelf,
      PublishedShelf published,
      FactShelf facts,
      DeadlineShelf deadlines,
      BrakeDesk desk,
      Outlets outlets) {
    this.shelf = shelf;
    this.published = published;
    this.facts = facts;
    this.deadlines = deadlines;
    this.desk = desk;
    this.outlets = outlets;
  }

  /** A subject that is followed, under the policy that evaluates it. */
  private record Followed(RiskPolicy policy, Following following, Situations situations) {
    long bytes() {
      return BYTES_PER_SUBJECT + BYTES_PER_ENTRY * following.entries().size();
    }
  }

  /** When an evaluation takes place, and by what. */
  record Now(RiskPolicy policy, Directory directory, Instant at) {}

  /** One more entry of the subject's log, as of the moment that its record names. */
  void record(
      SubjectRef subject,
      String recordId,
      Instant recordAsOf,
      TimelineEntry entry,
      byte[] bytes,
      Now now) {
    SubjectMemory memory = shelf.memory(subject);
    Instant asOf = memory.next(recordAsOf);
    Followed known = take(subject, now.policy(), asOf);
    Following following = known.following();
    Optional<TimelineEntry> before = following.entry(entry.key());
    List<Decision> decisions = fold(following, new Input.Recorded(recordId, asOf, entry));
    if (following.entry(entry.key()).filter(entry::equals).isPresent()) {
      shelf.keep(subject, entry, before, bytes);
    }
    settle(subject, memory, known, decisions, List.of(), Cause.RECORD, asOf, now);
  }

  /** What a subject leaves to another. */
  record GivenUp(Published published, List<Alert> alerts) {}

  /**
   * Everything leaves for another subject: what was found goes with it, and nothing is withdrawn.
   */
  GivenUp movedOut(SubjectRef subject, SubjectEventRecord log, Now now) {
    TimelineEntry entry = shelf.entry(log).orElseThrow();
    SubjectMemory memory = shelf.memory(subject);
    Instant asOf = memory.next(log.getLoggedAt());
    Followed known = take(subject, now.policy(), asOf);
    Following following = known.following();
    List<Decision> decisions = fold(following, new Input.MovedOut(log.getRecordId(), asOf, entry));
    shelf.keep(subject, log, entry, Optional.empty());
    GivenUp gone =
        new GivenUp(
            published.of(subject),
            desk.giveUp(subject, new Moment(now.at(), now.directory(), memory.situation())));
    settle(subject, memory, known, decisions, List.of(), Cause.RECORD, asOf, now);
    return gone;
  }

  /** A record that came with a move, and what was held under its key. */
  private record Arrival(
      SubjectEventRecord record, TimelineEntry entry, Optional<TimelineEntry> before) {}

  /** What another subject left to this one, all at once. */
  void movedIn(SubjectRef subject, SubjectEventRecord log, Carried carried, Now now) {
    SubjectMemory memory = shelf.memory(subject);
    Instant asOf = memory.next(log.getLoggedAt());
    Followed known = take(subject, now.policy(), asOf);
    Following following = known.following();
    List<SubjectEventRecord> records = new ArrayList<>(carried.records());
    records.add(log);
    List<Arrival> arrivals = new ArrayList<>();
    for (SubjectEventRecord record : records) {
      shelf
          .entry(record)
          .ifPresent(
              entry -> arrivals.add(new Arrival(record, entry, following.entry(entry.key()))));
    }
    List<TimelineEntry> entries = arrivals.stream().map(Arrival::entry).toList();
    List<Decision> decisions =
        fold(following, new Input.MovedIn(log.getRecordId(), asOf, entries, carried.published()));
    for (Arrival arrival : arrivals) {
      TimelineEntry entry = arrival.entry();
      if (following.entry(entry.key()).filter(entry::equals).isPresent()) {
        shelf.keep(subject, arrival.record(), entry, arrival.before());
      }
    }
    Moment moment = new Moment(now.at(), now.directory(), memory.situation());
    settle(
        subject,
        memory,
        known,
        decisions,
        List.of(new AlertInput.MovedIn(carried.alerts(), carried.reason(), moment)),
        Cause.RECORD,
        asOf,
        now);
  }

  /** Nothing new but the policy. */
  void again(SubjectRef subject, String cause, Instant markerAsOf, Now now) {
    SubjectMemory memory = shelf.memory(subject);
    Instant asOf = memory.next(markerAsOf);
    Followed known = take(subject, now.policy(), asOf);
    List<Decision> decisions = fold(known.following(), new Input.Reevaluated(cause, asOf));
    settle(subject, memory, known, decisions, List.of(), Cause.POLICY_CHANGE, asOf, now);
  }

  /** It is put back when the record is done; what fails halfway is read from the shelf again. */
  private Followed take(SubjectRef subject, RiskPolicy policy, Instant asOf) {
    return followed
        .take(subject)
        .filter(known -> known.policy() == policy)
        .orElseGet(
            () ->
                new Followed(
                    policy,
                    policy.follow(
                        new State(subject, shelf.entries(subject), published.of(subject)), asOf),
                    new Situations(policy.policy())));
  }

  /** A fault of the evaluation is this record's: it is quarantined, and nothing was kept yet. */
  private static List<Decision> fold(Following following, Input input) {
    try {
      return following.fold(input);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new Unusable("the record cannot be evaluated: " + e.getClass().getSimpleName());
    }
  }

  private void settle(
      SubjectRef subject,
      SubjectMemory memory,
      Followed known,
      List<Decision> decisions,
      List<AlertInput> before,
      Cause cause,
      Instant asOf,
      Now now) {
    Following following = known.following();
    Situation situation = known.situations().at(following.timeline(), now.at());
    List<Deadline> pending = following.deadlines();
    waitFor(subject, memory, pending);
    facts
        .evaluated(
            subject, Clocks.of(pending, following.timeline()), Loads.of(following.load()), now.at())
        .ifPresent(changed -> outlets.subject(subject, changed));
    // First what was published: before it had a shelf of its own, the summary kept it.
    published.keep(subject, following.published());
    shelf.remember(subject, memory.evaluated(situation, pending, asOf));
    Moment moment = new Moment(now.at(), now.directory(), situation);
    List<AlertInput> inputs = new ArrayList<>(before);
    for (Decision decision : following.explained(decisions)) {
      outlets.decision(subject, DecisionCodec.toRecord(subject, decision, cause, now.at()));
      inputs.add(PolicyDecisions.input(decision, moment));
    }
    if (!situation.equals(memory.situation())) {
      inputs.add(new AlertInput.SurroundingsChanged(moment));
    }
    if (!inputs.isEmpty()) {
      desk.decided(subject, inputs, cause, following.entries(), moment);
    }
    followed.put(subject, known);
  }

  /**
   * The evaluation's deadlines replace those of the last one; one that was written is not again.
   */
  private void waitFor(SubjectRef subject, SubjectMemory memory, List<Deadline> pending) {
    Set<Deadline> before = new HashSet<>(memory.deadlines());
    Set<Deadline> after = new HashSet<>(pending);
    for (Deadline old : memory.deadlines()) {
      if (!after.contains(old)) {
        deadlines.remove(due(subject, old));
      }
    }
    for (Deadline next : pending) {
      if (!before.contains(next) && !memory.written().contains(next.id())) {
        deadlines.put(due(subject, next));
      }
    }
  }

  private static DeadlineShelf.Due due(SubjectRef subject, Deadline deadline) {
    return new DeadlineShelf.Due(
        DeadlineShelf.Kind.P, subject, deadline.id(), deadline.dueAt(), deadline.pattern());
  }
}
