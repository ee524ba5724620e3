package org.safeguardinghub.risk.topology.identity;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out a steward's answer. */
final class Steward {
  private static final Logger LOG = LoggerFactory.getLogger(Steward.class);

  private final LinkIndex index;
  private final Outbox outbox;
  private final Linker linker;
  private final Decisions decisions;

  Steward(IdentityEdge edge, LinkIndex index, Outbox outbox, Linker linker) {
    this.index = index;
    this.outbox = outbox;
    this.linker = linker;
    this.decisions = new Decisions(edge);
  }

  void rule(String taskId, IdentityRulingRecord ruling) {
    Optional<IdentityTaskRecord> task =
        index.question(taskId).filter(t -> t.getState() == IdentityTaskState.OPEN);
    Optional<ConcernRecord> concern = task.flatMap(IdentityTaskRecord::getConcern);
    if (task.isEmpty() || concern.isEmpty()) {
      LOG.warn("ruling on question {} passed over: it is not open", taskId);
      return;
    }
    Optional<String> child = child(ruling, concern.get());
    if (child.isEmpty()) {
      LOG.warn("ruling on question {} passed over: it names no child that is held", taskId);
      return;
    }
    record(task.get(), concern.get(), ruling, child.get());
    SortedSet<String> answered = new TreeSet<>(java.util.List.of(taskId));
    if (concern.get().getPersonRefStable()) {
      // The same person was asked about more than once: one answer settles all.
      answered.addAll(index.openQuestions(concern.get().getPersonRef()));
    }
    for (String each : answered) {
      index.question(each).ifPresent(open -> linker.answer(open, child.get(), outbox.now()));
    }
  }

  private Optional<String> child(IdentityRulingRecord ruling, ConcernRecord concern) {
    return switch (ruling.getDecision()) {
      case SAME -> ruling.getChildRef().filter(index::known);
      case DIFFERENT, NEW -> Optional.of(linker.ownRef(concern));
      case UNKNOWN, MERGE, SPLIT, UNDO -> Optional.empty();
    };
  }

  private void record(
      IdentityTaskRecord task, ConcernRecord concern, IdentityRulingRecord ruling, String child) {
    boolean same = ruling.getDecision() == IdentityRulingDecision.SAME;
    outbox.ledger(
        decisions.bySteward(
            same ? IdentityDecisionKind.LINKED : IdentityDecisionKind.CREATED,
            child,
            null,
            concern,
            ruling.getActor(),
            ruling.getReason(),
            outbox.now()));
    SortedSet<String> others = new TreeSet<>(task.getCandidates());
    others.remove(child);
    if (ruling.getDecision() == IdentityRulingDecision.DIFFERENT) {
      linker.neverLink(task, others);
      for (String other : others) {
        outbox.ledger(
            decisions.bySteward(
                IdentityDecisionKind.NEVER_LINK,
                child,
                other,
                concern,
                ruling.getActor(),
                ruling.getReason(),
                outbox.now()));
      }
    }
  }
}
