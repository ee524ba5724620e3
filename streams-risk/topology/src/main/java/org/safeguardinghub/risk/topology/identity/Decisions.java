package org.safeguardinghub.risk.topology.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.identity.Comparison;
import org.safeguardinghub.risk.identity.Outcome;
import org.safeguardinghub.schemas.ComparedRecord;
import org.safeguardinghub.schemas.ComparisonOutcome;
import org.safeguardinghub.schemas.ComparisonRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.IdentityBasis;
import org.safeguardinghub.schemas.IdentityDecisionKind;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.safeguardinghub.schemas.IdentityTaskOutcome;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.IdentityTaskState;
import org.safeguardinghub.schemas.SealedRecord;

/** Stored forms of decisions and questions. Their ids follow from what they are about. */
final class Decisions {
  private static final String HUB = "hub";
  private static final int PRESSING_LEVEL = 3;

  /** Working days within which a pressing question, and any other, is to be answered. */
  private static final int QUICK = 1;

  private static final int SLOW = 5;

  private final IdentityEdge edge;

  Decisions(IdentityEdge edge) {
    this.edge = edge;
  }

  String taskId(ConcernRecord concern) {
    return "q-" + edge.keys().hash("identity-question", Requests.eventKey(concern));
  }

  IdentityDecisionRecord byHub(
      IdentityDecisionKind kind,
      IdentityBasis basis,
      String childRef,
      ConcernRecord concern,
      List<Comparison> comparisons,
      Instant at) {
    return decision(kind, basis, childRef, null, concern, comparisons, HUB, null, at);
  }

  /** What a steward's ruling becomes. */
  IdentityDecisionRecord ruled(
      IdentityDecisionKind kind,
      String childRef,
      @Nullable String other,
      Collection<String> persons,
      IdentityRulingRecord ruling,
      Instant at) {
    String about =
        String.join(
            "|",
            kind.name(),
            childRef,
            Optional.ofNullable(other).orElse(""),
            String.join("+", persons),
            ruling.getTaskId(),
            Long.toString(ruling.getAt().toEpochMilli()));
    return IdentityDecisionRecord.newBuilder()
        .setDecisionId("d-" + edge.keys().hash("identity-decision", about))
        .setKind(kind)
        .setChildRef(childRef)
        .setOtherChildRef(other)
        .setPersonRefs(List.copyOf(persons))
        .setBasis(IdentityBasis.STEWARD)
        .setDecidedBy(ruling.getActor())
        .setReason(ruling.getReason())
        .setDecidedAt(at)
        .setTaskId(ruling.getTaskId())
        .setUndoes(ruling.getDecisionId().orElse(null))
        .build();
  }

  /** The provisional reference gave way to the child that the event is about. */
  IdentityDecisionRecord settled(
      String childRef, String provisional, ConcernRecord concern, IdentityBasis basis, Instant at) {
    return decision(
        IdentityDecisionKind.SETTLED,
        basis,
        childRef,
        provisional,
        concern,
        List.of(),
        HUB,
        null,
        at);
  }

  IdentityTaskRecord question(
      ConcernRecord concern,
      Outcome.Question question,
      @Nullable SealedRecord claims,
      boolean walled,
      Instant now) {
    int level = concern.getLevel().getEffective();
    return IdentityTaskRecord.newBuilder()
        .setTaskId(taskId(concern))
        .setState(IdentityTaskState.OPEN)
        .setOutcome(IdentityTaskOutcome.valueOf(question.why().name()))
        .setPersonRef(concern.getPersonRef())
        .setEventId(concern.getEventId())
        .setReceiptId(concern.getReceiptId())
        .setSubjectIndex(concern.getSubjectIndex())
        .setCandidates(question.children())
        .setCompared(question.candidates().stream().map(Decisions::stored).toList())
        .setLevel(level)
        .setDueAt(edge.calendar().endOfWorkingDays(now, level >= PRESSING_LEVEL ? QUICK : SLOW))
        .setOpenedAt(now)
        .setConcern(concern)
        .setSealedClaims(claims)
        .setProtectedIdentity(walled)
        .setAnsweredAt(null)
        .build();
  }

  static IdentityTaskRecord answered(
      IdentityTaskRecord task, IdentityDecisionRecord by, Instant at) {
    // The held event has gone on: its sealed parts need not stay here as well.
    return IdentityTaskRecord.newBuilder(task)
        .setState(IdentityTaskState.ANSWERED)
        .setConcern(null)
        .setAnsweredAt(at)
        .setDecisionId(by.getDecisionId())
        .build();
  }

  /** Whether two children are one; answered like any other question. */
  IdentityTaskRecord pair(
      IdentityRulingRecord ruling, Outcome.Compared other, boolean walled, Instant now) {
    return IdentityTaskRecord.newBuilder()
        .setTaskId(ruling.getTaskId())
        .setState(IdentityTaskState.OPEN)
        .setOutcome(IdentityTaskOutcome.POTENTIAL)
        .setPersonRef("")
        .setEventId("")
        .setReceiptId("")
        .setSubjectIndex(0)
        .setCandidates(List.of(other.childRef()))
        .setCompared(List.of(stored(other)))
        .setChildRef(ruling.getChildRef().orElseThrow())
        .setLevel(1)
        .setDueAt(edge.calendar().endOfWorkingDays(now, SLOW))
        .setOpenedAt(now)
        .setProtectedIdentity(walled)
        .build();
  }

  /** The answer was taken back. */
  static IdentityTaskRecord askedAgain(IdentityTaskRecord task, Instant now) {
    return IdentityTaskRecord.newBuilder(task)
        .setState(IdentityTaskState.OPEN)
        .setOpenedAt(now)
        .setAnsweredAt(null)
        .setDecisionId(null)
        .build();
  }

  private IdentityDecisionRecord decision(
      IdentityDecisionKind kind,
      IdentityBasis basis,
      String childRef,
      @Nullable String other,
      ConcernRecord concern,
      List<Comparison> comparisons,
      String by,
      @Nullable SealedRecord reason,
      Instant at) {
    String about =
        String.join(
            "|",
            kind.name(),
            childRef,
            Optional.ofNullable(other).orElse(""),
            Requests.eventKey(concern));
    return IdentityDecisionRecord.newBuilder()
        .setDecisionId("d-" + edge.keys().hash("identity-decision", about))
        .setKind(kind)
        .setChildRef(childRef)
        .setOtherChildRef(other)
        .setPersonRefs(List.of(concern.getPersonRef()))
        .setBasis(basis)
        .setComparisons(comparisons.stream().map(Decisions::stored).toList())
        .setDecidedBy(by)
        .setReason(reason)
        .setDecidedAt(at)
        .setCauseEventId(concern.getEventId())
        .build();
  }

  private static ComparisonRecord stored(Comparison comparison) {
    return ComparisonRecord.newBuilder()
        .setField(comparison.field())
        .setOutcome(ComparisonOutcome.valueOf(comparison.outcome().name().toUpperCase(Locale.ROOT)))
        .setHow(comparison.how().isEmpty() ? null : comparison.how())
        .setWeight(comparison.bits() == 0 ? null : hundredths(comparison.bits()))
        .build();
  }

  private static ComparedRecord stored(Outcome.Compared compared) {
    return ComparedRecord.newBuilder()
        .setChildRef(compared.childRef())
        .setWeight(hundredths(compared.bits()))
        .setComparisons(compared.comparisons().stream().map(Decisions::stored).toList())
        .build();
  }

  private static int hundredths(double bits) {
    return (int) Math.round(bits * 100);
  }
}
