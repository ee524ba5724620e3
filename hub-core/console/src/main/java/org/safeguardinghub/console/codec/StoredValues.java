package org.safeguardinghub.console.codec;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.safeguardinghub.console.alert.Alert;
import org.safeguardinghub.console.alert.DeliveryLine;
import org.safeguardinghub.console.alert.EventDetail;
import org.safeguardinghub.console.alert.FeedLine;
import org.safeguardinghub.console.alert.RunningClock;
import org.safeguardinghub.console.identity.LedgerLine;
import org.safeguardinghub.console.identity.Question;
import org.safeguardinghub.kernel.codec.AvroSerdes;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.event.DecayedLoad;
import org.safeguardinghub.kernel.sealing.Sealed;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.kernel.topics.Topics;
import org.safeguardinghub.schemas.AlertActionRecord;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.AttributedEventRecord;
import org.safeguardinghub.schemas.DeliveryOutcome;
import org.safeguardinghub.schemas.DeliveryRecord;
import org.safeguardinghub.schemas.FeedHealthRecord;
import org.safeguardinghub.schemas.IdentityDecisionRecord;
import org.safeguardinghub.schemas.IdentityLinkRecord;
import org.safeguardinghub.schemas.IdentityTaskRecord;
import org.safeguardinghub.schemas.LinkConfidence;
import org.safeguardinghub.schemas.MoveDirection;
import org.safeguardinghub.schemas.MovedRecord;
import org.safeguardinghub.schemas.SubjectEventRecord;
import org.safeguardinghub.schemas.SubjectRecord;

/**
 * Values as their topics carry them, read with the registry's schemas, so that older rows stay
 * readable.
 */
public final class StoredValues {
  private final Deserializer<AlertRecord> alerts;
  private final Deserializer<SubjectEventRecord> events;
  private final Deserializer<IdentityLinkRecord> links;
  private final Deserializer<DeliveryRecord> deliveries;
  private final Deserializer<IdentityTaskRecord> tasks;
  private final Deserializer<IdentityDecisionRecord> decisions;
  private final Deserializer<FeedHealthRecord> feeds;
  private final Deserializer<SubjectRecord> subjects;

  public StoredValues(AvroSerdes serdes) {
    alerts = serdes.deserializer(AlertRecord.class);
    events = serdes.deserializer(SubjectEventRecord.class);
    links = serdes.deserializer(IdentityLinkRecord.class);
    deliveries = serdes.deserializer(DeliveryRecord.class);
    tasks = serdes.deserializer(IdentityTaskRecord.class);
    decisions = serdes.deserializer(IdentityDecisionRecord.class);
    feeds = serdes.deserializer(FeedHealthRecord.class);
    subjects = serdes.deserializer(SubjectRecord.class);
  }

  /** What the record means; an unreadable one throws Kafka's SerializationException. */
  public Projected project(String topic, byte[] value) {
    if (topic.equals(Topics.ALERTS.name())) {
      return new Projected.AlertPicture(alert(value));
    }
    if (topic.equals(Topics.SUBJECT_EVENTS.name())) {
      return subjectEvent(value);
    }
    if (topic.equals(Topics.IDENTITY_LINKS.name())) {
      IdentityLinkRecord link = links.deserialize(topic, value);
      boolean confirmed = link.getConfidence() == LinkConfidence.CONFIRMED;
      return new Projected.Link(link.getChildRef(), confirmed, link.getDecidedAt());
    }
    if (topic.equals(Topics.DELIVERIES.name())) {
      DeliveryRecord delivery = deliveries.deserialize(topic, value);
      return new Projected.Delivery(
          delivery.getNotificationId(),
          delivery.getAlertId(),
          delivery.getChannel().name(),
          delivery.getOutcome() == DeliveryOutcome.UNDELIVERABLE);
    }
    if (topic.equals(Topics.IDENTITY_TASKS.name())) {
      Question question = question(value);
      return new Projected.Task(
          question.open(), question.protectedIdentity(), question.dueAt(), question.openedAt());
    }
    if (topic.equals(Topics.IDENTITY_LEDGER.name())) {
      return decided(decisions.deserialize(topic, value));
    }
    if (topic.equals(Topics.FEED_HEALTH.name())) {
      feeds.deserialize(topic, value);
      return new Projected.Feed();
    }
    if (topic.equals(Topics.SUBJECTS.name())) {
      return new Projected.Subject(
          subjects
              .deserialize(topic, value)
              .getLoad()
              .map(EventCodec::load)
              .orElse(DecayedLoad.NOTHING));
    }
    return new Projected.Nothing();
  }

  public Alert alert(byte[] value) {
    return AlertCodec.alert(alerts.deserialize(Topics.ALERTS.name(), value));
  }

  /** The event of a row; only attributed events have rows. */
  public EventDetail event(byte[] value) {
    SubjectEventRecord stored = events.deserialize(Topics.SUBJECT_EVENTS.name(), value);
    return EventCodec.detail((AttributedEventRecord) stored.getBody());
  }

  public Optional<Sealed> claims(byte[] value) {
    return links
        .deserialize(Topics.IDENTITY_LINKS.name(), value)
        .getSealedClaims()
        .map(SealedCodec::fromRecord);
  }

  /** A question of a row. */
  public Question question(byte[] value) {
    return IdentityCodec.question(tasks.deserialize(Topics.IDENTITY_TASKS.name(), value));
  }

  /** A decision of a row. */
  public LedgerLine decision(byte[] value, boolean undone, boolean protectedIdentity) {
    return IdentityCodec.decision(
        decisions.deserialize(Topics.IDENTITY_LEDGER.name(), value), undone, protectedIdentity);
  }

  private static Projected.Decision decided(IdentityDecisionRecord decision) {
    return new Projected.Decision(
        decision.getDecisionId(),
        decision.getChildRef(),
        decision.getDecidedBy(),
        decision.getDecidedAt(),
        decision.getUndoes().orElse(null),
        decision.getProtectedIdentity(),
        switch (decision.getKind()) {
          case PROTECTED, ADOPTION_WALL -> true;
          default -> false;
        });
  }

  public DeliveryLine delivery(byte[] value) {
    return EventCodec.delivery(deliveries.deserialize(Topics.DELIVERIES.name(), value));
  }

  /** What the alert hears of a notice that reached nobody. */
  public AlertActionRecord undelivered(byte[] alertValue, byte[] deliveryValue) {
    return SentCodec.undelivered(
        alert(alertValue).subject(),
        deliveries.deserialize(Topics.DELIVERIES.name(), deliveryValue));
  }

  /** The key of an action's topic. */
  public String subject(AlertActionRecord action) {
    return AlertCodec.subject(action.getSubject()).typed();
  }

  public FeedLine feed(byte[] value) {
    return EventCodec.feed(feeds.deserialize(Topics.FEED_HEALTH.name(), value));
  }

  /** The clocks that run about a subject. */
  public List<RunningClock> clocks(byte[] value) {
    return subjects.deserialize(Topics.SUBJECTS.name(), value).getClocks().stream()
        .map(EventCodec::clock)
        .toList();
  }

  /** The households that a child belongs to now, as typed references. */
  public List<String> homes(byte[] value) {
    return subjects.deserialize(Topics.SUBJECTS.name(), value).getHouseholds().stream()
        .filter(span -> span.getUntil().isEmpty())
        .map(span -> new SubjectRef(Scope.HOUSEHOLD, span.getHouseholdRef()).typed())
        .toList();
  }

  /** The children of a household. */
  public List<String> members(byte[] value) {
    return subjects.deserialize(Topics.SUBJECTS.name(), value).getMembers();
  }

  private Projected subjectEvent(byte[] value) {
    SubjectEventRecord stored = events.deserialize(Topics.SUBJECT_EVENTS.name(), value);
    return switch (stored.getBody()) {
      case AttributedEventRecord event ->
          new Projected.Event(
              AlertCodec.subject(stored.getSubject()).typed(), event.getEventId(), event.getType());
      // Of persons who move, only the side that they arrive at names the events.
      case MovedRecord moved
          when (moved.getDirection() == MoveDirection.OUT) == moved.getPersonRefs().isEmpty() ->
          new Projected.EventsMoved(
              AlertCodec.subject(moved.getFrom()).typed(),
              AlertCodec.subject(moved.getTo()).typed(),
              moved.getEventIds());
      case Object _ -> new Projected.Nothing();
    };
  }
}
