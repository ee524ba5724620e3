package org.safeguardinghub.risk.codec;

import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.risk.alert.Disagreement;
import org.safeguardinghub.schemas.DisagreementRecord;
import org.safeguardinghub.schemas.SettlementRecord;

/** Disagreements to their stored form and back. */
final class DisagreementCodec {
  private DisagreementCodec() {}

  static DisagreementRecord toRecord(Disagreement disagreement) {
    return DisagreementRecord.newBuilder()
        .setStage(disagreement.stage())
        .setSince(disagreement.since())
        .setPersonId(disagreement.personId())
        .setReason(SealedCodec.toRecord(disagreement.reason()))
        .setSettled(disagreement.settled().map(DisagreementCodec::toRecord).orElse(null))
        .build();
  }

  static Disagreement of(DisagreementRecord stored) {
    return new Disagreement(
        stored.getStage(),
        stored.getSince(),
        stored.getPersonId(),
        SealedCodec.fromRecord(stored.getReason()),
        stored.getSettled().map(DisagreementCodec::of));
  }

  private static SettlementRecord toRecord(Disagreement.Settlement settled) {
    return SettlementRecord.newBuilder()
        .setAt(settled.at())
        .setPersonId(settled.personId())
        .setReason(SealedCodec.toRecord(settled.reason()))
        .build();
  }

  private static Disagreement.Settlement of(SettlementRecord stored) {
    return new Disagreement.Settlement(
        stored.getAt(), stored.getPersonId(), SealedCodec.fromRecord(stored.getReason()));
  }
}
