package org.safeguardinghub.risk.codec;

import java.time.Instant;
import java.util.Optional;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.alert.Finding;
import org.safeguardinghub.risk.alert.Moment;
import org.safeguardinghub.risk.alert.brake.BrakeInput;
import org.safeguardinghub.risk.alert.brake.BrakeOutput;
import org.safeguardinghub.risk.alert.brake.Held;
import org.safeguardinghub.risk.alert.brake.Ruling;
import org.safeguardinghub.schemas.HeldFindingRecord;
import org.safeguardinghub.schemas.HeldKind;
import org.safeguardinghub.schemas.HeldRulingDecision;
import org.safeguardinghub.schemas.HeldRulingRecord;
import org.safeguardinghub.schemas.HeldState;

/** What a change of policy found, and what an administrator ruled, in their stored form. */
public final class HeldCodec {
  private HeldCodec() {}

  /** What is held. */
  public static HeldFindingRecord toRecord(SubjectRef subject, Held held, Instant at) {
    return switch (held) {
      case Held.Waiting waiting -> record(subject, waiting.found(), HeldState.WAITING, at).build();
      case Held.Declined declined ->
          record(subject, declined.found(), HeldState.DECLINED, at)
              .setRuling(
                  toRecord(subject, held.id(), HeldRulingDecision.DECLINE, declined.ruling()))
              .build();
    };
  }

  /** What is not held any more. */
  public static HeldFindingRecord gone(SubjectRef subject, BrakeOutput.LetGo gone, Instant at) {
    HeldState state =
        switch (gone.why()) {
          case RELEASED -> HeldState.RELEASED;
          case OVERTAKEN -> HeldState.OVERTAKEN;
          case WITHDRAWN -> HeldState.WITHDRAWN;
        };
    return record(subject, gone.held().found(), state, at).build();
  }

  /** What a record holds; empty where it is not held any more. */
  public static Optional<Held> of(HeldFindingRecord stored) {
    return switch (stored.getState()) {
      case WAITING -> Optional.of(new Held.Waiting(found(stored)));
      case DECLINED ->
          stored.getRuling().map(ruling -> new Held.Declined(found(stored), of(ruling)));
      case RELEASED, OVERTAKEN, WITHDRAWN, UNKNOWN -> Optional.empty();
    };
  }

  /** A ruling of an administrator. */
  public static HeldRulingRecord toRecord(
      SubjectRef subject, String findingId, HeldRulingDecision decision, Ruling ruling) {
    return HeldRulingRecord.newBuilder()
        .setRulingId(ruling.rulingId())
        .setSubject(Refs.toRecord(subject))
        .setFindingId(findingId)
        .setDecision(decision)
        .setReason(SealedCodec.toRecord(ruling.reason()))
        .setBy(ruling.by())
        .setAt(ruling.at())
        .build();
  }

  /**
   * What follows from a ruling for what is held.
   *
   * @param moment when it is dealt with
   */
  public static BrakeInput input(HeldRulingRecord stored, Moment moment) {
    return switch (stored.getDecision()) {
      case RELEASE -> new BrakeInput.Release(stored.getFindingId(), of(stored), moment);
      case DECLINE -> new BrakeInput.Decline(stored.getFindingId(), of(stored));
      case UNKNOWN -> throw new Unusable("a ruling of unknown decision");
    };
  }

  private static Ruling of(HeldRulingRecord stored) {
    return new Ruling(
        stored.getRulingId(),
        stored.getBy(),
        SealedCodec.fromRecord(stored.getReason()),
        stored.getAt());
  }

  private static HeldFindingRecord.Builder record(
      SubjectRef subject, Held.Found found, HeldState state, Instant at) {
    Finding finding = found.finding();
    return HeldFindingRecord.newBuilder()
        .setSubject(Refs.toRecord(subject))
        .setState(state)
        .setKind(HeldKind.valueOf(found.kind().name()))
        .setFinding(AlertCodec.toRecord(finding))
        .setChildren(finding.children())
        .setReceiptKeys(finding.receiptKeys().stream().sorted().toList())
        .setIdentityUnconfirmed(finding.identityUnconfirmed())
        .setSucceeds(found.succeeds().orElse(null))
        .setPolicyVersion(found.policyVersion())
        .setSince(found.since())
        .setChangedAt(at);
  }

  private static Held.Found found(HeldFindingRecord stored) {
    if (stored.getKind() == HeldKind.UNKNOWN) {
      throw new Unusable("a held finding of unknown kind");
    }
    Finding finding =
        AlertCodec.finding(
            stored.getFinding(),
            new AlertMemory.FindingMemory(
                stored.getChildren(), stored.getReceiptKeys(), stored.getIdentityUnconfirmed()));
    return new Held.Found(
        finding,
        stored.getSucceeds(),
        Held.Kind.valueOf(stored.getKind().name()),
        stored.getPolicyVersion(),
        stored.getSince());
  }
}
