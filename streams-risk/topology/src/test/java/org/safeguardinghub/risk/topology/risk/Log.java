package org.safeguardinghub.risk.topology.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Refs;
import org.safeguardinghub.schemas.Assertion;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.DisputeRecord;
import org.safeguardinghub.schemas.DisputeState;
import org.safeguardinghub.schemas.FamilyInformed;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.HandlingRecord;
import org.safeguardinghub.schemas.LevelRecord;
import org.safeguardinghub.schemas.OccurredPrecision;
import org.safeguardinghub.schemas.PublisherRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;
import org.safeguardinghub.schemas.SubjectRole;

/** Records of a subject log as attribution writes them. Everything in them is invented. */
final class Log {
  static final SubjectRef ROWAN = SubjectRef.child("c-rowan");
  static final SubjectRef FERN = SubjectRef.child("c-fern");
  static final SubjectRef HOUSE = SubjectRef.household("h-wishing-well");

  private final EventCatalogue catalogue = EventCatalogue.load();
  private final HubKeys keys;

  Log(HubKeys keys) {
    this.keys = keys;
  }

  /** An event that was received when it occurred. */
  SubjectEventRecord event(SubjectRef subject, String id, String type, Instant at) {
    return event(subject, id, type, at, at);
  }

  SubjectEventRecord event(
      SubjectRef subject, String id, String type, Instant occurred, Instant received) {
    return wrap(
        subject,
        SubjectEventKind.ATTRIBUTED_EVENT,
        id + ".0",
        received,
        body(subject, id, type, occurred, received).build());
  }

  /** An event of a household that names one child. */
  SubjectEventRecord ofHousehold(String id, String type, Instant at, SubjectRef child) {
    return wrap(
        HOUSE,
        SubjectEventKind.ATTRIBUTED_EVENT,
        id + ".0",
        at,
        body(HOUSE, id, type, at, at)
            .setMembers(List.of(child.ref()))
            .setHouseholdRef(HOUSE.ref())
            .build());
  }

  SubjectEventRecord member(SubjectRef child, String sourceEvent, Instant at) {
    return wrap(
        HOUSE,
        SubjectEventKind.SUBJECT_FACT,
        "HOUSEHOLD_MEMBER." + child.typed().replace('/', '.') + '.' + sourceEvent,
        at,
        SubjectFactRecord.newBuilder()
            .setFact(SubjectFactKind.HOUSEHOLD_MEMBER)
            .setValue(child.typed())
            .setSourceEventId(sourceEvent)
            .build());
  }

  /** The child is no member of the household from then on. */
  SubjectEventRecord left(SubjectRef child, String sourceEvent, Instant at) {
    SubjectEventRecord member = member(child, sourceEvent, at);
    return SubjectEventRecord.newBuilder(member)
        .setRecordId(member.getRecordId() + ".left")
        .setBody(
            SubjectFactRecord.newBuilder((SubjectFactRecord) member.getBody()).setUntil(at).build())
        .build();
  }

  /** A disagreement about an alert of a subject: opened at a stage, or settled. */
  SubjectEventRecord dispute(
      SubjectRef subject, String alertId, int stage, DisputeState state, Instant at) {
    return wrap(
        subject,
        SubjectEventKind.DISPUTE,
        alertId + '.' + stage + '.' + state + '.' + at.toEpochMilli(),
        at,
        DisputeRecord.newBuilder()
            .setAlertId(alertId)
            .setStage(stage)
            .setState(state)
            .setAt(at)
            .build());
  }

  SubjectEventRecord born(SubjectRef subject, LocalDate date, Instant at) {
    return wrap(
        subject,
        SubjectEventKind.SUBJECT_FACT,
        "DATE_OF_BIRTH.e",
        at,
        SubjectFactRecord.newBuilder()
            .setFact(SubjectFactKind.DATE_OF_BIRTH)
            .setSealedValue(
                SealedCodec.toRecord(keys.sealText(HubKeys.DATE_OF_BIRTH, "e", date.toString())))
            .build());
  }

  AttributedEventRecord.Builder body(
      SubjectRef subject, String id, String type, Instant occurred, Instant received) {
    var known = catalogue.find(type).orElseThrow();
    String family = known.family().name();
    return AttributedEventRecord.newBuilder()
        .setEventId(id)
        .setReceiptId("r-" + id)
        .setSubjectIndex(0)
        .setFeed("feed-" + family)
        .setPublisher(
            PublisherRecord.newBuilder().setAgency("agency-" + family).setFamily(family).build())
        .setType(type)
        .setTypeVersion(1)
        .setSubjectRole(SubjectRole.HARMED)
        .setPersonRef("p-" + subject.ref())
        .setIdentityConfirmed(true)
        .setOccurredAt(occurred)
        .setOccurredPrecision(OccurredPrecision.EXACT)
        .setReceivedAt(received)
        .setLevel(LevelRecord.newBuilder().setEffective(level(type)).setMapVersion("1").build())
        .setAssertion(Assertion.OBSERVED)
        .setHandling(HandlingRecord.newBuilder().setHandlingClass(HandlingClassCode.H1).build())
        .setCountable(true)
        .setFamilyInformed(FamilyInformed.NOT_SAID)
        .setLegalGateway("CA2004-S16LA");
  }

  private int level(String type) {
    return catalogue.find(type).orElseThrow().defaultLevel();
  }

  static SubjectEventRecord wrap(
      SubjectRef subject, SubjectEventKind kind, String recordId, Instant at, Object body) {
    return SubjectEventRecord.newBuilder()
        .setSubject(Refs.toRecord(subject))
        .setKind(kind)
        .setRecordId(recordId)
        .setLoggedAt(at)
        .setBody(body)
        .build();
  }

  static boolean child(SubjectRef subject) {
    return subject.scope() == Scope.CHILD;
  }
}
