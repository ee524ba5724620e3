package org.safeguardinghub.risk.topology.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.sealing.PersonKeys;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.codec.Carried;
import org.safeguardinghub.risk.policy.decide.Published;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.ConcernRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MoveReason;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectEventKind;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactKind;
import org.safeguardinghub.schemas.SubjectFactRecord;
import org.safeguardinghub.schemas.SubjectRefRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the pseudonymous records of the subject log from a concern whose subject is known. */
final class SubjectEvents {
  private static final Logger LOG = LoggerFactory.getLogger(SubjectEvents.class);
  private static final String UNCONFIRMED = ".unconfirmed";
  private static final String LEFT = ".left";

  private final IdentityEdge edge;

  SubjectEvents(IdentityEdge edge) {
    this.edge = edge;
  }

  /** The event under every scope that it has. */
  List<SubjectEventRecord> confirmed(
      ConcernRecord concern, SubjectRef subject, Optional<LocalDate> born) {
    List<SubjectEventRecord> records = new ArrayList<>();
    AttributedEventRecord event = event(concern, true, born, List.of());
    String recordId = Requests.eventKey(concern);
    records.add(event(subject, recordId, event));
    List<String> members = List.of(subject.ref());
    for (SubjectRef scope : otherScopes(concern)) {
      records.add(
          event(
              scope,
              recordId,
              AttributedEventRecord.newBuilder(event).setMembers(members).build()));
    }
    concern
        .getHouseholdRef()
        .ifPresent(
            household -> records.add(member(concern, SubjectRef.household(household), subject)));
    return records;
  }

  /** An event that names no child, under its household, place and setting. */
  List<SubjectEventRecord> withoutChild(ConcernRecord concern) {
    AttributedEventRecord event = event(concern, true, Optional.empty(), List.of());
    return otherScopes(concern).stream()
        .map(scope -> event(scope, Requests.eventKey(concern), event))
        .toList();
  }

  /**
   * An allegation in the lane of the designated officer: on the log of the adult, and on one that
   * the setting has there. It names no child, no household and no place, and its words are sealed
   * under the key of that subject, not of the child.
   */
  List<SubjectEventRecord> adultLane(ConcernRecord concern) {
    return Stream.of(concern.getAdultRef(), concern.getSettingRef())
        .flatMap(Optional::stream)
        .map(
            ref ->
                event(
                    new SubjectRef(Scope.ADULT, ref),
                    Requests.eventKey(concern),
                    about(ref, concern)))
        .toList();
  }

  private AttributedEventRecord about(String ref, ConcernRecord concern) {
    ConcernRecord bare =
        ConcernRecord.newBuilder(concern)
            .setPersonRef(ref)
            .setHouseholdRef(null)
            .setPlaceRef(null)
            .setLocation(null)
            .build();
    AttributedEventRecord event = event(bare, true, Optional.empty(), List.of());
    return AttributedEventRecord.newBuilder(event)
        .setSettingRef(concern.getSettingRef().orElse(null))
        .build();
  }

  /** An urgent event whose identity is open: it counts on its provisional subject only. */
  SubjectEventRecord unconfirmed(ConcernRecord concern, String childRef, Optional<LocalDate> born) {
    return event(
        SubjectRef.child(childRef),
        Requests.eventKey(concern) + UNCONFIRMED,
        event(concern, false, born, List.of()));
  }

  /** The date of birth as a fact of the subject. */
  SubjectEventRecord dateOfBirth(ConcernRecord concern, SubjectRef subject, LocalDate born) {
    return sealedFact(SubjectFactKind.DATE_OF_BIRTH, concern, subject, born);
  }

  /** The expected date of an unborn child. */
  SubjectEventRecord expectedDate(ConcernRecord concern, SubjectRef subject, LocalDate expected) {
    return sealedFact(SubjectFactKind.EXPECTED_DATE, concern, subject, expected);
  }

  /** One side of a move; the other has the same record id under the other subject. */
  SubjectEventRecord moved(
      MoveDirection direction,
      MoveReason reason,
      SubjectRef from,
      SubjectRef to,
      String recordId,
      List<String> eventIds) {
    return moved(
        direction == MoveDirection.OUT ? from : to,
        recordId,
        MovedRecord.newBuilder()
            .setDirection(direction)
            .setFrom(stored(from))
            .setTo(stored(to))
            .setEventIds(eventIds)
            .setReason(reason)
            .build());
  }

  /**
   * The side that is left, where whoever keeps that subject sends on what was found there.
   *
   * @param with records that are to arrive together with it
   */
  SubjectEventRecord movedWith(
      MoveReason reason,
      SubjectRef from,
      SubjectRef to,
      String recordId,
      List<String> eventIds,
      List<SubjectEventRecord> with) {
    return moved(
        from,
        recordId,
        MovedRecord.newBuilder()
            .setDirection(MoveDirection.OUT)
            .setFrom(stored(from))
            .setTo(stored(to))
            .setEventIds(eventIds)
            .setReason(reason)
            .setCarried(Carried.toRecord(with, Published.NOTHING, List.of()))
            .build());
  }

  /**
   * The side that is left by persons: whoever keeps that subject names and sends on their events.
   */
  SubjectEventRecord personsMoved(
      MoveReason reason, SubjectRef from, SubjectRef to, String recordId, List<String> persons) {
    return moved(
        from,
        recordId,
        MovedRecord.newBuilder()
            .setDirection(MoveDirection.OUT)
            .setFrom(stored(from))
            .setTo(stored(to))
            .setPersonRefs(persons)
            .setReason(reason)
            .setCarried(Carried.toRecord(List.of(), Published.NOTHING, List.of()))
            .build());
  }

  private SubjectEventRecord moved(SubjectRef subject, String recordId, MovedRecord body) {
    return record(subject, SubjectEventKind.MOVED, body.getReason() + "." + recordId, body);
  }

  private static List<SubjectRef> otherScopes(ConcernRecord concern) {
    List<SubjectRef> scopes = new ArrayList<>();
    concern.getHouseholdRef().map(SubjectRef::household).ifPresent(scopes::add);
    if (!located(concern)) {
      return scopes;
    }
    concern.getPlaceRef().map(ref -> new SubjectRef(Scope.PLACE, ref)).ifPresent(scopes::add);
    concern.getSettingRef().map(ref -> new SubjectRef(Scope.SETTING, ref)).ifPresent(scopes::add);
    return scopes;
  }

  /** Whether it may stand under a place or a setting: never with a protected location. */
  private static boolean located(ConcernRecord concern) {
    return Requests.handling(concern).compareTo(HandlingClass.H4) < 0;
  }

  /** That the subject is a member of a household. */
  SubjectEventRecord member(ConcernRecord concern, SubjectRef household, SubjectRef subject) {
    SubjectFactRecord fact =
        SubjectFactRecord.newBuilder()
            .setFact(SubjectFactKind.HOUSEHOLD_MEMBER)
            .setValue(subject.typed())
            .setHouseholdRef(household.ref())
            .setSourceEventId(concern.getEventId())
            .build();
    String recordId =
        SubjectFactKind.HOUSEHOLD_MEMBER
            + "."
            + subject.typed().replace('/', '.')
            + "."
            + Requests.eventKey(concern);
    return record(household, SubjectEventKind.SUBJECT_FACT, recordId, fact);
  }

  /** Until when the subject was a member of a household. */
  SubjectEventRecord left(
      ConcernRecord concern, SubjectRef household, SubjectRef subject, Instant until) {
    SubjectEventRecord member = member(concern, household, subject);
    SubjectFactRecord fact =
        SubjectFactRecord.newBuilder((SubjectFactRecord) member.getBody()).setUntil(until).build();
    return record(household, SubjectEventKind.SUBJECT_FACT, member.getRecordId() + LEFT, fact);
  }

  private SubjectEventRecord sealedFact(
      SubjectFactKind kind, ConcernRecord concern, SubjectRef subject, LocalDate date) {
    SubjectFactRecord fact =
        SubjectFactRecord.newBuilder()
            .setFact(kind)
            .setSealedValue(sealed(concern, date))
            .setSourceEventId(concern.getEventId())
            .build();
    return record(
        subject, SubjectEventKind.SUBJECT_FACT, kind + "." + Requests.eventKey(concern), fact);
  }

  private SubjectEventRecord event(
      SubjectRef subject, String recordId, AttributedEventRecord body) {
    return record(subject, SubjectEventKind.ATTRIBUTED_EVENT, recordId, body);
  }

  private SubjectEventRecord record(
      SubjectRef subject, SubjectEventKind kind, String recordId, Object body) {
    return SubjectEventRecord.newBuilder()
        .setSubject(stored(subject))
        .setKind(kind)
        .setRecordId(recordId)
        .setLoggedAt(edge.clock().instant().truncatedTo(ChronoUnit.MILLIS))
        .setBody(body)
        .build();
  }

  private AttributedEventRecord event(
      ConcernRecord concern, boolean confirmed, Optional<LocalDate> born, List<String> members) {
    boolean located = located(concern);
    return AttributedEventRecord.newBuilder()
        .setEventId(concern.getEventId())
        .setReceiptId(concern.getReceiptId())
        .setSubjectIndex(concern.getSubjectIndex())
        .setFeed(concern.getFeed())
        .setPublisher(concern.getPublisher())
        .setType(concern.getType())
        .setTypeVersion(concern.getTypeVersion())
        .setSubjectRole(concern.getSubjectRole())
        .setPersonRef(concern.getPersonRef())
        .setIdentityConfirmed(confirmed)
        .setNarrative(resealed(concern, PersonKeys.Purpose.PERSON, concern.getNarrative()))
        .setChildVoice(resealed(concern, PersonKeys.Purpose.PERSON, concern.getChildVoice()))
        .setLocation(resealed(concern, PersonKeys.Purpose.LOCATION, concern.getLocation()))
        .setHouseholdRef(concern.getHouseholdRef().orElse(null))
        .setPlaceRef(located ? concern.getPlaceRef().orElse(null) : null)
        .setSettingRef(located ? concern.getSettingRef().orElse(null) : null)
        .setAdultRef(concern.getAdultRef().orElse(null))
        .setOccurredAt(concern.getOccurredAt())
        .setOccurredPrecision(concern.getOccurredPrecision())
        .setOccurredUntil(concern.getOccurredUntil().orElse(null))
        .setRecordedAt(concern.getRecordedAt().orElse(null))
        .setReceivedAt(concern.getReceivedAt())
        .setIncidentRef(concern.getIncidentRef().orElse(null))
        .setDerivedFrom(concern.getDerivedFrom().orElse(null))
        .setSupersedes(concern.getSupersedes().orElse(null))
        .setLevel(concern.getLevel())
        .setAssertion(concern.getAssertion())
        .setSourceGrade(concern.getSourceGrade().orElse(null))
        .setHandling(concern.getHandling())
        .setCountable(concern.getCountable())
        .setFamilyInformed(concern.getFamilyInformed())
        .setLegalGateway(concern.getLegalGateway())
        .setContentRef(concern.getContentRef().orElse(null))
        .setAttributes(concern.getAttributes())
        .setDateOfBirth(born.map(date -> sealed(concern, date)).orElse(null))
        .setMembers(members)
        .build();
  }

  private SealedRecord sealed(ConcernRecord concern, LocalDate date) {
    return SealedCodec.toRecord(
        edge.keys()
            .seal(HubKeys.DATE_OF_BIRTH, concern.getEventId(), date.toString().getBytes(UTF_8)));
  }

  /** From the intake's key to the person's own, the event's id as associated data. */
  private @Nullable SealedRecord resealed(
      ConcernRecord concern, PersonKeys.Purpose purpose, Optional<SealedRecord> sealed) {
    if (sealed.isEmpty()) {
      return null;
    }
    byte[] plain;
    try {
      plain = edge.keys().open(SealedCodec.fromRecord(sealed.get()));
    } catch (CannotOpenException | IllegalStateException e) {
      // The event still counts; what does not open now would not open later either.
      LOG.error(
          "a sealed text of event {} does not open: {}",
          concern.getEventId(),
          e.getClass().getSimpleName());
      return null;
    }
    return SealedCodec.toRecord(
        edge.people().seal(purpose, concern.getPersonRef(), concern.getEventId(), plain));
  }

  static SubjectRefRecord stored(SubjectRef subject) {
    return SubjectRefRecord.newBuilder()
        .setScope(org.safeguardinghub.schemas.Scope.valueOf(subject.scope().name()))
        .setRef(subject.ref())
        .build();
  }
}
