package org.safeguardinghub.risk.codec;

import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.risk.alert.Minutes;
import org.safeguardinghub.risk.alert.PlannedAction;
import org.safeguardinghub.risk.alert.SharingDecision;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.PlanOutcomeRecord;
import org.safeguardinghub.schemas.PlanPartyKind;
import org.safeguardinghub.schemas.PlanStepRecord;
import org.safeguardinghub.schemas.PlannedActionRecord;
import org.safeguardinghub.schemas.SharingDecisionRecord;
import org.safeguardinghub.schemas.SharingRecord;

/** What people agreed and decided about an alert, to its stored form and back. */
final class MinutesCodec {
  private MinutesCodec() {}

  static void put(Minutes minutes, AlertRecord.Builder record) {
    record
        .setPlan(minutes.plan().stream().map(MinutesCodec::toRecord).toList())
        .setSharing(minutes.sharing().stream().map(MinutesCodec::toRecord).toList());
  }

  static Minutes of(AlertRecord stored) {
    return new Minutes(
        stored.getPlan().stream().map(MinutesCodec::planned).toList(),
        stored.getSharing().stream().map(MinutesCodec::decision).toList());
  }

  static PlannedAction.Task task(PlanStepRecord stored) {
    PlannedAction.Party.Kind kind =
        switch (stored.getPartyKind()) {
          case PERSON -> PlannedAction.Party.Kind.PERSON;
          case ROLE -> PlannedAction.Party.Kind.ROLE;
          case AGENCY -> PlannedAction.Party.Kind.AGENCY;
          case UNKNOWN -> throw new Unusable("an agreed action for an unknown kind of party");
        };
    return new PlannedAction.Task(
        SealedCodec.fromRecord(stored.getWhat()),
        new PlannedAction.Party(kind, stored.getParty()),
        stored.getDueAt());
  }

  static SharingDecision.Sharing sharing(SharingRecord stored) {
    return new SharingDecision.Sharing(
        stored.getShared(),
        SealedCodec.fromRecord(stored.getWithWhom()),
        SealedCodec.fromRecord(stored.getWhat()),
        stored.getBasis());
  }

  private static PlannedActionRecord toRecord(PlannedAction planned) {
    PlannedAction.Task task = planned.task();
    return PlannedActionRecord.newBuilder()
        .setPlannedId(planned.id())
        .setStep(
            PlanStepRecord.newBuilder()
                .setWhat(SealedCodec.toRecord(task.what()))
                .setPartyKind(PlanPartyKind.valueOf(task.who().kind().name()))
                .setParty(task.who().ref())
                .setDueAt(task.dueAt())
                .build())
        .setPersonId(planned.personId())
        .setAt(planned.at())
        .setReason(SealedCodec.toRecord(planned.reason()))
        .setOutcome(planned.outcome().map(MinutesCodec::toRecord).orElse(null))
        .setToldPersonId(planned.told().orElse(null))
        .build();
  }

  private static PlanOutcomeRecord toRecord(PlannedAction.Outcome outcome) {
    return PlanOutcomeRecord.newBuilder()
        .setDone(outcome.done())
        .setPersonId(outcome.personId())
        .setAt(outcome.at())
        .setReason(SealedCodec.toRecord(outcome.reason()))
        .build();
  }

  private static PlannedAction planned(PlannedActionRecord stored) {
    return new PlannedAction(
        stored.getPlannedId(),
        task(stored.getStep()),
        stored.getPersonId(),
        stored.getAt(),
        SealedCodec.fromRecord(stored.getReason()),
        stored
            .getOutcome()
            .map(
                how ->
                    new PlannedAction.Outcome(
                        how.getDone(),
                        how.getPersonId(),
                        how.getAt(),
                        SealedCodec.fromRecord(how.getReason()))),
        stored.getToldPersonId());
  }

  private static SharingDecisionRecord toRecord(SharingDecision decision) {
    SharingDecision.Sharing sharing = decision.sharing();
    return SharingDecisionRecord.newBuilder()
        .setDecisionId(decision.id())
        .setSharing(
            SharingRecord.newBuilder()
                .setShared(sharing.shared())
                .setWithWhom(SealedCodec.toRecord(sharing.withWhom()))
                .setWhat(SealedCodec.toRecord(sharing.what()))
                .setBasis(sharing.basis())
                .build())
        .setPersonId(decision.personId())
        .setAt(decision.at())
        .setReason(SealedCodec.toRecord(decision.reason()))
        .build();
  }

  private static SharingDecision decision(SharingDecisionRecord stored) {
    return new SharingDecision(
        stored.getDecisionId(),
        sharing(stored.getSharing()),
        stored.getPersonId(),
        stored.getAt(),
        SealedCodec.fromRecord(stored.getReason()));
  }
}
