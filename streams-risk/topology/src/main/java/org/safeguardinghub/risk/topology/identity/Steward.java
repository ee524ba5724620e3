package org.safeguardinghub.risk.topology.identity;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what a steward says. */
final class Steward {
  private static final Logger LOG = LoggerFactory.getLogger(Steward.class);

  private final LinkIndex index;
  private final Outbox outbox;
  private final Linker linker;
  private final Regrouping regrouping;
  private final Decisions decisions;
  private final Ledger ledger;
  private final Walls walls;

  Steward(IdentityEdge edge, LinkIndex index, Outbox outbox, Linker linker) {
    this.index = index;
    this.outbox = outbox;
    this.linker = linker;
    this.regrouping = new Regrouping(edge, index, outbox);
    this.decisions = new Decisions(edge);
    this.ledger = new Ledger(index, outbox);
    this.walls = new Walls(edge, index, outbox);
  }

  void rule(String taskId, IdentityRulingRecord ruling) {
    switch (ruling.getDecision()) {
      case SAME, DIFFERENT, NEW -> answer(taskId, ruling);
      case MERGE -> regrouping.merge(ruling);
      case SPLIT -> regrouping.split(ruling);
      case UNDO -> regrouping.undo(ruling);
      case ADOPTION_WALL -> walls.adoption(ruling);
      case COMPARE -> regrouping.compare(ruling);
      case UNKNOWN -> LOG.warn("ruling {} passed over: of an unknown kind", taskId);
    }
  }

  private void answer(String taskId, IdentityRulingRecord ruling) {
    Optional<IdentityTaskRecord> task = open(taskId);
    if (task.isEmpty()) {
      LOG.warn("ruling on question {} passed over: it is not open", taskId);
      return;
    }
    if (task.get().getChildRef().isPresent()) {
      regrouping.answerPair(task.get(), ruling);
      return;
    }
    Optional<ConcernRecord> concern = task.get().getConcern();
    Optional<String> child =
        concern.isPresent() ? child(ruling, concern.get()) : reconsidered(task.get(), ruling);
    if (child.isEmpty()) {
      LOG.warn("ruling on question {} passed over: it names no child that is held", taskId);
      return;
    }
    if (concern.isEmpty()) {
      regrouping.reconsider(task.get(), ruling, child.get());
      return;
    }
    SortedSet<String> answered = new TreeSet<>(List.of(taskId));
    if (concern.get().getPersonRefStable()) {
      // The same person was asked about more than once: one answer settles all.
      answered.addAll(index.questions().open(concern.get().getPersonRef()));
    }
    // So does one about the same reference of the same source.
    linker.references(concern.get()).forEach(key -> answered.addAll(index.questions().about(key)));
    for (String each : answered) {
      open(each).ifPresent(open -> settle(open, ruling, child.get()));
    }
  }

  private Optional<IdentityTaskRecord> open(String taskId) {
    return index
        .questions()
        .question(taskId)
        .filter(task -> task.getState() == IdentityTaskState.OPEN);
  }

  private void settle(IdentityTaskRecord open, IdentityRulingRecord ruling, String child) {
    open.getConcern()
        .ifPresent(concern -> linker.answer(open, child, record(open, concern, ruling, child)));
  }

  /** The event of a question that was asked again has gone on: its person is some child already. */
  private Optional<String> reconsidered(IdentityTaskRecord task, IdentityRulingRecord ruling) {
    return ruling.getDecision() == IdentityRulingDecision.SAME
        ? ruling.getChildRef().filter(index::known)
        : index.settled(task.getPersonRef());
  }

  private Optional<String> child(IdentityRulingRecord ruling, ConcernRecord concern) {
    return ruling.getDecision() == IdentityRulingDecision.SAME
        ? ruling.getChildRef().filter(index::known)
        : Optional.of(linker.ownRef(concern));
  }

  private IdentityDecisionRecord record(
      IdentityTaskRecord task, ConcernRecord concern, IdentityRulingRecord ruling, String child) {
    boolean same = ruling.getDecision() == IdentityRulingDecision.SAME;
    List<String> person = List.of(concern.getPersonRef());
    IdentityDecisionRecord decision =
        ledger.keep(
            decisions.ruled(
                same ? IdentityDecisionKind.LINKED : IdentityDecisionKind.CREATED,
                child,
                null,
                person,
                ruling,
                outbox.now()));
    if (ruling.getDecision() == IdentityRulingDecision.DIFFERENT) {
      for (String other : new TreeSet<>(task.getCandidates())) {
        if (!other.equals(child)) {
          index.persons(other).forEach(of -> index.never(concern.getPersonRef(), of));
          ledger.keep(
              decisions.ruled(
                  IdentityDecisionKind.NEVER_LINK, child, other, person, ruling, outbox.now()));
        }
      }
    }
    return decision;
  }
}
