package org.safeguardinghub.risk.codec;

import java.util.List;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.risk.alert.Evidence;
import org.safeguardinghub.risk.policy.finding.Without;
import org.safeguardinghub.schemas.EvidenceRecord;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.WithoutCode;

/** Evidence in its stored form. */
final class EvidenceCodec {
  private EvidenceCodec() {}

  static List<EvidenceRecord> toRecords(List<Evidence> evidence) {
    return evidence.stream().map(EvidenceCodec::toRecord).toList();
  }

  static List<Evidence> of(List<EvidenceRecord> stored) {
    return stored.stream().map(EvidenceCodec::of).toList();
  }

  private static EvidenceRecord toRecord(Evidence e) {
    return EvidenceRecord.newBuilder()
        .setEventId(e.eventId())
        .setType(e.type())
        .setAgency(e.agency())
        .setFamily(e.family().name())
        .setOccurredAt(e.occurredAt())
        .setReceivedAt(e.receivedAt())
        .setLevel(e.level())
        .setHandlingClass(HandlingClassCode.valueOf(e.handling().name()))
        .setWithout(e.without().map(w -> WithoutCode.valueOf(w.name())).orElse(null))
        .setInSmallest(e.inSmallest())
        .build();
  }

  private static Evidence of(EvidenceRecord e) {
    return new Evidence(
        e.getEventId(),
        e.getType(),
        e.getAgency(),
        OriginFamily.valueOf(e.getFamily()),
        e.getOccurredAt(),
        e.getReceivedAt(),
        e.getLevel(),
        HandlingClass.valueOf(e.getHandlingClass().name()),
        e.getWithout()
            .filter(code -> code != WithoutCode.UNKNOWN)
            .map(code -> Without.valueOf(code.name())),
        e.getInSmallest());
  }
}
