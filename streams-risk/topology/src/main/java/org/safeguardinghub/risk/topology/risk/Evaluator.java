package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.AlertInput;
import org.safeguardinghub.risk.alert.Directory;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.PolicyDecisions;
import org.safeguardinghub.risk.alert.Situation;
import org.safeguardinghub.risk.alert.Situations;
import org.safeguardinghub.risk.codec.DecisionCodec;
import org.safeguardinghub.risk.codec.SubjectMemory;
import org.safeguardinghub.risk.codec.Unusable;
import org.safeguardinghub.risk.policy.Input;
import org.safeguardinghub.risk.policy.RiskPolicy;
import org.safeguardinghub.risk.policy.State;
import org.safeguardinghub.risk.policy.Step;
import org.safeguardinghub.risk.policy.decide.Decision;
import org.safeguardinghub.risk.policy.finding.Deadline;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Evaluates a subject with one more record of its log, and feeds its alerts with what was decided.
 */
final class Evaluator {
  private final EventCatalogue catalogue;
  private final SubjectShelf shelf;
  private final DeadlineShelf deadlines;
  private final AlertDesk desk;
  private final Outlets outlets;

  Evaluator(
      EventCatalogue catalogue,
      SubjectShelf shelf,
      DeadlineShelf deadlines,
      AlertDesk desk,
      Outlets outlets) {
    this.catalogue = catalogue;
    this.shelf = shelf;
    this.deadlines = deadlines;
    this.desk = desk;
    this.outlets = outlets;
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
    State before = shelf.state(subject, memory);
    Input input = new Input.Recorded(recordId, memory.next(recordAsOf), entry);
    Step step = fold(before, input, now);
    if (entry.equals(step.state().entries().get(entry.key()))) {
      shelf.keep(subject, entry, Optional.ofNullable(before.entries().get(entry.key())), bytes);
    }
    settle(subject, memory, step, input.asOf(), now);
  }

  /** Nothing new but the policy. */
  void again(SubjectRef subject, String cause, Instant markerAsOf, Now now) {
    SubjectMemory memory = shelf.memory(subject);
    Input input = new Input.Reevaluated(cause, memory.next(markerAsOf));
    Step step = fold(shelf.state(subject, memory), input, now);
    settle(subject, memory, step, input.asOf(), now);
  }

  /** A fault of the evaluation is this record's: it is quarantined, and nothing was kept yet. */
  private static Step fold(State before, Input input, Now now) {
    try {
      return now.policy().fold(before, input);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      throw new Unusable("the record cannot be evaluated: " + e.getClass().getSimpleName());
    }
  }

  private void settle(SubjectRef subject, SubjectMemory memory, Step step, Instant asOf, Now now) {
    State state = step.state();
    Situation situation = Situations.at(now.policy().policy(), catalogue, state, now.at());
    waitFor(subject, memory, step.findings().deadlines());
    shelf.remember(
        subject, memory.evaluated(state.published(), situation, step.findings().deadlines(), asOf));
    Moment moment = new Moment(now.at(), now.directory(), situation);
    List<AlertInput> inputs = new ArrayList<>();
    for (Decision decision : step.decisions()) {
      outlets.decision(subject, DecisionCodec.toRecord(subject, decision, now.at()));
      inputs.add(PolicyDecisions.input(decision, moment));
    }
    if (!situation.equals(memory.situation())) {
      inputs.add(new AlertInput.SurroundingsChanged(moment));
    }
    if (!inputs.isEmpty()) {
      desk.fold(subject, inputs, entries(state));
    }
  }

  private static List<TimelineEntry> entries(State state) {
    Map<String, TimelineEntry> entries = state.entries();
    return List.copyOf(entries.values());
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
