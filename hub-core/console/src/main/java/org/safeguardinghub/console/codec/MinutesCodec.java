package org.safeguardinghub.console.codec;

import org.safeguardinghub.console.alert.Minutes;
import org.safeguardinghub.console.alert.SentAction.What;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.PlanMarkRecord;
import org.safeguardinghub.schemas.PlanPartyKind;
import org.safeguardinghub.schemas.PlanStepRecord;
import org.safeguardinghub.schemas.PlannedActionRecord;
import org.safeguardinghub.schemas.SharingDecisionRecord;
import org.safeguardinghub.schemas.SharingRecord;

/** What people agreed and decided about an alert: as it comes, and as it is sent. */
final class MinutesCodec {
  private MinutesCodec() {}

  static Minutes minutes(AlertRecord stored) {
    return new Minutes(
        stored.getPlan().stream().map(MinutesCodec::planned).toList(),
        stored.getSharing().stream().map(MinutesCodec::shared).toList());
  }

  private static Minutes.Planned planned(PlannedActionRecord stored) {
    PlanStepRecord step = stored.getStep();
    return new Minutes.Planned(
        stored.getPlannedId(),
        SealedCodec.fromRecord(step.getWhat()),
        new Minutes.Party(kind(step.getPartyKind()), step.getParty()),
        step.getDueAt(),
        stored.getPersonId(),
        stored.getAt(),
        SealedCodec.fromRecord(stored.getReason()),
        stored
            .getOutcome()
            .map(
                how ->
                    new Minutes.Outcome(
                        how.getDone(),
                        how.getPersonId(),
                        how.getAt(),
                        SealedCodec.fromRecord(how.getReason()))),
        stored.getToldPersonId());
  }

  private static Minutes.Shared shared(SharingDecisionRecord stored) {
    SharingRecord sharing = stored.getSharing();
    return new Minutes.Shared(
        stored.getDecisionId(),
        sharing.getShared(),
        SealedCodec.fromRecord(sharing.getWithWhom()),
        SealedCodec.fromRecord(sharing.getWhat()),
        sharing.getBasis(),
        stored.getPersonId(),
        stored.getAt(),
        SealedCodec.fromRecord(stored.getReason()));
  }

  private static Minutes.Party.Kind kind(PlanPartyKind stored) {
    return switch (stored) {
      case PERSON -> Minutes.Party.Kind.PERSON;
      case ROLE -> Minutes.Party.Kind.ROLE;
      case AGENCY -> Minutes.Party.Kind.AGENCY;
      case UNKNOWN -> Minutes.Party.Kind.OTHER;
    };
  }

  static AlertActionRecord action(AlertActionRecord.Builder record, What.Planned planned) {
    return record
        .setKind(AlertActionKind.PLANNED)
        .setPlanned(
            PlanStepRecord.newBuilder()
                .setWhat(SealedCodec.toRecord(planned.what()))
                .setPartyKind(kind(planned.who().kind()))
                .setParty(planned.who().ref())
                .setDueAt(planned.dueAt())
                .build())
        .setReason(SealedCodec.toRecord(planned.reason()))
        .build();
  }

  static AlertActionRecord action(AlertActionRecord.Builder record, What.Marked marked) {
    return record
        .setKind(AlertActionKind.PLAN_MARKED)
        .setMarked(
            PlanMarkRecord.newBuilder()
                .setPlannedId(marked.plannedId())
                .setDone(marked.done())
                .build())
        .setReason(SealedCodec.toRecord(marked.reason()))
        .build();
  }

  static AlertActionRecord action(AlertActionRecord.Builder record, What.SharingDecided decided) {
    return record
        .setKind(AlertActionKind.SHARING_DECIDED)
        .setSharing(
            SharingRecord.newBuilder()
                .setShared(decided.shared())
                .setWithWhom(SealedCodec.toRecord(decided.withWhom()))
                .setWhat(SealedCodec.toRecord(decided.what()))
                .setBasis(decided.basis())
                .build())
        .setReason(SealedCodec.toRecord(decided.reason()))
        .build();
  }

  private static PlanPartyKind kind(Minutes.Party.Kind kind) {
    return switch (kind) {
      case PERSON -> PlanPartyKind.PERSON;
      case ROLE -> PlanPartyKind.ROLE;
      case AGENCY -> PlanPartyKind.AGENCY;
      case OTHER -> PlanPartyKind.UNKNOWN;
    };
  }
}
