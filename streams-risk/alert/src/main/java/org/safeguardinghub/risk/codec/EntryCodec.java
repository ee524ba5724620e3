package org.safeguardinghub.risk.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.sealing.CannotOpenException;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;
import org.safeguardinghub.schemas.AttributeRecord;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.DeadlineReachedRecord;
import org.safeguardinghub.schemas.DisputeRecord;
import org.safeguardinghub.schemas.EchoDecision;
import org.safeguardinghub.schemas.EchoRulingRecord;
import org.safeguardinghub.schemas.HouseholdContextRecord;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.NotRequiredRecord;
import org.safeguardinghub.schemas.PolicyActivatedRecord;
import org.safeguardinghub.schemas.ReleasedRecord;
import org.safeguardinghub.schemas.SealedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectFactRecord;

/**
 * Reads the subject log. Dates of birth are opened here, into memory only; narratives and locations
 * stay sealed and are not read at all.
 */
public final class EntryCodec {
  private final HubKeys keys;

  /** With the key of dates of birth. */
  public EntryCodec(HubKeys keys) {
    this.keys = keys;
  }

  /**
   * What the evaluator sees of a record; empty for a record that is not for it.
   *
   * @throws Unusable where the record is not what its schema's documentation says
   */
  public Optional<TimelineEntry> entry(SubjectEventRecord stored) {
    try {
      return read(stored);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unusable("a field of the record has no usable value");
    }
  }

  /** The subject of a record. */
  public static SubjectRef subject(SubjectEventRecord stored) {
    try {
      return Refs.of(stored.getSubject());
    } catch (IllegalArgumentException e) {
      throw new Unusable("the subject of the record is unknown");
    }
  }

  private Optional<TimelineEntry> read(SubjectEventRecord stored) {
    SubjectRef subject = subject(stored);
    Instant at = stored.getLoggedAt();
    return switch (stored.getBody()) {
      case AttributedEventRecord event ->
          Optional.of(new TimelineEntry.Event(event(event, children(subject, event), false)));
      case HouseholdContextRecord context ->
          Optional.of(new TimelineEntry.Event(event(context.getEvent(), children(context), true)));
      case MovedRecord moved -> Optional.of(moved(moved, at));
      case SubjectFactRecord fact -> fact(subject, fact, at);
      case EchoRulingRecord ruling ->
          Optional.of(
              new TimelineEntry.EchoRuling(
                  ruling.getEventId(),
                  ruling.getEchoOf(),
                  ruling.getDecision() == EchoDecision.ECHO,
                  ruling.getAt()));
      case DisputeRecord dispute ->
          Optional.of(
              new TimelineEntry.Dispute(
                  dispute.getAlertId(), dispute.getStage(), opened(dispute), dispute.getAt()));
      case NotRequiredRecord waived ->
          Optional.of(
              new TimelineEntry.NotRequired(
                  waived.getDeadlineId(), waived.getReason(), waived.getAt()));
      case ReleasedRecord released ->
          Optional.of(new TimelineEntry.Released(released.getEventId(), released.getAt()));
      case DeadlineReachedRecord reached ->
          Optional.of(
              new TimelineEntry.DeadlineReached(
                  reached.getDeadlineId(), reached.getPattern(), reached.getDueAt()));
      case PolicyActivatedRecord activated ->
          Optional.of(
              new TimelineEntry.PolicyActivated(
                  activated.getPolicyId(), activated.getVersion(), activated.getActivation()));
      // Avro's union is an open type: barriers are not for the evaluator.
      default -> Optional.empty();
    };
  }

  private static boolean opened(DisputeRecord dispute) {
    return switch (dispute.getState()) {
      case OPENED -> true;
      case RESOLVED -> false;
      // Neither guess is safe: one silences a disagreement, the other starts a clock.
      case UNKNOWN -> throw new Unusable("a dispute of unknown state");
    };
  }

  private static Set<String> children(SubjectRef subject, AttributedEventRecord event) {
    return subject.scope() == Scope.CHILD || subject.scope() == Scope.UNBORN
        ? Set.of(subject.ref())
        : Set.copyOf(event.getMembers());
  }

  private static Set<String> children(HouseholdContextRecord context) {
    Set<String> children = new HashSet<>(context.getEvent().getMembers());
    if (!context.getMemberChildRef().isEmpty()) {
      children.add(context.getMemberChildRef());
    }
    return children;
  }

  private AttributedEvent event(AttributedEventRecord e, Set<String> children, boolean context) {
    return new AttributedEvent(
        e.getEventId(),
        e.getReceiptId(),
        e.getSubjectIndex(),
        e.getFeed(),
        new Publisher(
            e.getPublisher().getAgency(), OriginFamily.valueOf(e.getPublisher().getFamily())),
        e.getType(),
        SubjectRole.valueOf(e.getSubjectRole().name()),
        new AttributedEvent.Whose(e.getPersonRef(), e.getIdentityConfirmed(), children, context),
        new AttributedEvent.Places(
            e.getHouseholdRef().orElse(null),
            e.getPlaceRef().orElse(null),
            e.getSettingRef().orElse(null),
            e.getAdultRef().orElse(null)),
        e.getOccurredAt(),
        e.getReceivedAt(),
        new AttributedEvent.Links(
            e.getIncidentRef().orElse(null),
            e.getDerivedFrom().orElse(null),
            e.getSupersedes().orElse(null)),
        e.getLevel().getEffective(),
        Assertion.valueOf(e.getAssertion().name()),
        HandlingClass.valueOf(e.getHandling().getHandlingClass().name()),
        e.getCountable(),
        attributes(e.getAttributes()),
        birth(e.getDateOfBirth().orElse(null)));
  }

  private static Map<String, Object> attributes(List<AttributeRecord> stored) {
    Map<String, Object> attributes = new HashMap<>();
    for (AttributeRecord attribute : stored) {
      Object value = attribute.getValue();
      attributes.put(
          attribute.getName(),
          value instanceof List<?> list ? list.stream().map(Object::toString).toList() : value);
    }
    return attributes;
  }

  /** A date that no longer opens (its key was destroyed) is an unknown date. */
  private @Nullable Sensitive<LocalDate> birth(@Nullable SealedRecord stored) {
    if (stored == null) {
      return null;
    }
    try {
      return Sensitive.of(LocalDate.parse(keys.openText(SealedCodec.fromRecord(stored))));
    } catch (CannotOpenException e) {
      return null;
    }
  }

  private static TimelineEntry moved(MovedRecord moved, Instant at) {
    return new TimelineEntry.Moved(
        moved.getDirection() == MoveDirection.OUT
            ? TimelineEntry.Moved.Direction.OUT
            : TimelineEntry.Moved.Direction.IN,
        Refs.of(moved.getFrom()),
        Refs.of(moved.getTo()),
        Set.copyOf(moved.getEventIds()),
        at);
  }

  private Optional<TimelineEntry> fact(SubjectRef subject, SubjectFactRecord fact, Instant at) {
    Sensitive<LocalDate> date = birth(fact.getSealedValue().orElse(null));
    return switch (fact.getFact()) {
      case DATE_OF_BIRTH ->
          Optional.ofNullable(date)
              .map(known -> new TimelineEntry.DateOfBirth(subject.ref(), known, at));
      case EXPECTED_DATE ->
          Optional.ofNullable(date)
              .map(known -> new TimelineEntry.ExpectedDate(subject.ref(), known.reveal(), at));
      case HOUSEHOLD_MEMBER -> member(subject, fact, at);
      // They concern routes, not patterns.
      case STATUS, SCHOOL, AREA, UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<TimelineEntry> member(
      SubjectRef subject, SubjectFactRecord fact, Instant at) {
    return fact.getValue()
        .map(
            member ->
                new TimelineEntry.HouseholdMember(
                    subject.ref(),
                    SubjectRef.parse(member).ref(),
                    fact.getFrom().orElse(null),
                    fact.getUntil().orElse(null),
                    at));
  }
}
