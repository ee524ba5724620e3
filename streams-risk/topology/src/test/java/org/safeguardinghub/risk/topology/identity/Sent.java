package org.safeguardinghub.risk.topology.identity;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.FamilyInformed;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.PublisherRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectRole;

/** Concerns as the intake writes them. */
final class Sent {
  static final Instant OCCURRED = Instant.parse("2026-03-02T09:00:00Z");
  static final Instant RECEIVED = Instant.parse("2026-03-02T10:00:00Z");

  private final HubKeys keys;

  Sent(HubKeys keys) {
    this.keys = keys;
  }

  /** A police concern of level 2 about a person without a reference of the source's own. */
  ConcernRecord concern(String eventId, String claims) {
    return concern(eventId, claims, builder -> builder);
  }

  ConcernRecord concern(
      String eventId, String claims, UnaryOperator<ConcernRecord.Builder> changes) {
    ConcernRecord.Builder builder =
        ConcernRecord.newBuilder()
            .setEventId(eventId)
            .setReceiptId("r-" + eventId)
            .setSubjectIndex(0)
            .setSubjectCount(1)
            .setFeed("fablewick-police")
            .setPublisher(publisher("fablewick-police", "POL"))
            .setType("POL-PPN-01")
            .setTypeVersion(1)
            .setSubjectRole(SubjectRole.HARMED)
            .setPersonRef("event-person-" + eventId)
            .setPersonRefStable(false)
            .setFingerprint(keys.hash("fingerprint", claims))
            .setClaims(sealed(eventId, claims))
            .setNarrative(sealed(eventId, "Seen alone at night"))
            .setOccurredAt(OCCURRED)
            .setOccurredPrecision(OccurredPrecision.EXACT)
            .setReceivedAt(RECEIVED)
            .setLevel(LevelRecord.newBuilder().setEffective(2).setMapVersion("1").build())
            .setAssertion(Assertion.REPORTED)
            .setHandling(HandlingRecord.newBuilder().setHandlingClass(HandlingClassCode.H1).build())
            .setCountable(true)
            .setFamilyInformed(FamilyInformed.NOT_SAID)
            .setLegalGateway("CA2004-S16LA")
            .setAttributes(List.of());
    return changes.apply(builder).build();
  }

  SealedRecord sealed(String eventId, String text) {
    return SealedCodec.toRecord(keys.sealText(HubKeys.INTAKE, eventId, text));
  }

  static PublisherRecord publisher(String agency, String family) {
    return PublisherRecord.newBuilder().setAgency(agency).setFamily(family).build();
  }

  static UnaryOperator<ConcernRecord.Builder> person(String ref) {
    return builder -> builder.setPersonRef(ref).setPersonRefStable(true);
  }

  static UnaryOperator<ConcernRecord.Builder> handled(HandlingClassCode code) {
    return builder ->
        builder.setHandling(HandlingRecord.newBuilder().setHandlingClass(code).build());
  }

  static UnaryOperator<ConcernRecord.Builder> level(int level) {
    return builder ->
        builder.setLevel(LevelRecord.newBuilder().setEffective(level).setMapVersion("1").build());
  }
}
