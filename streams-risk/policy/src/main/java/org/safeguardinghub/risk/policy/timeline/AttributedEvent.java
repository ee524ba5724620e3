package org.safeguardinghub.risk.policy.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;

/**
 * One event on a subject's timeline as it was attributed: everything that a rule may read, and no
 * narrative.
 *
 * @param eventId the event's one identity
 * @param receiptId receipt of the message that it came in
 * @param subjectIndex which subject of that message this is
 * @param feed the onboarded sender
 * @param publisher agency and origin family
 * @param type code of the event catalogue, as sent
 * @param role what the person was in it
 * @param whose whose event it is
 * @param places keyed references to household, place, setting and adult
 * @param occurredAt when it happened: every window and order goes by this
 * @param receivedAt when the hub received it
 * @param links to its incident and to other events
 * @param level level of need 1 to 4, as sent
 * @param assertion how the publisher knows
 * @param handling effective handling class
 * @param countable whether its publisher lets it count
 * @param attributes checked attributes in wire form: Boolean, Integer, String or List of String
 * @param dateOfBirth of the person that it is about, if known with this event
 */
public record AttributedEvent(
    String eventId,
    String receiptId,
    int subjectIndex,
    String feed,
    Publisher publisher,
    String type,
    SubjectRole role,
    Whose whose,
    Places places,
    Instant occurredAt,
    Instant receivedAt,
    Links links,
    int level,
    Assertion assertion,
    HandlingClass handling,
    boolean countable,
    Map<String, Object> attributes,
    @Nullable Sensitive<LocalDate> dateOfBirth) {
  public AttributedEvent {
    attributes = Map.copyOf(attributes);
    if (level < 1 || level > 4) {
      throw new IllegalArgumentException("a level of need is 1 to 4");
    }
  }

  /**
   * Whose event it is.
   *
   * @param personRef keyed hash of the source's own person reference
   * @param identityConfirmed false while a person still has to settle whose it is
   * @param children child references that it is about; empty for an event that names only a
   *     household
   * @param context true where the timeline's subject is another one: an event about a household or
   *     one of its members, delivered to the other members
   */
  public record Whose(
      String personRef, boolean identityConfirmed, Set<String> children, boolean context) {
    public Whose {
      children = Set.copyOf(children);
    }
  }

  /** Keyed references; null where the event names none. */
  public record Places(
      @Nullable String household,
      @Nullable String place,
      @Nullable String setting,
      @Nullable String adult) {
    /** An event that names no household, place, setting or adult. */
    public static final Places NONE = new Places(null, null, null, null);
  }

  /**
   * Links to an incident and to other events; null where absent.
   *
   * @param incidentRef keyed hash of the incident's reference at its source
   * @param derivedFrom event id that it echoes, or any other text where that id is not known
   * @param supersedes event id that it corrects or replaces
   */
  public record Links(
      @Nullable String incidentRef, @Nullable String derivedFrom, @Nullable String supersedes) {
    /** No links. */
    public static final Links NONE = new Links(null, null, null);
  }

  /** Told by its identity: it is looked up often, and differs from others in that. */
  @Override
  public int hashCode() {
    return 31 * eventId.hashCode() + subjectIndex;
  }

  /** The same event on another timeline. */
  public AttributedEvent of(Whose other) {
    return new AttributedEvent(
        eventId,
        receiptId,
        subjectIndex,
        feed,
        publisher,
        type,
        role,
        other,
        places,
        occurredAt,
        receivedAt,
        links,
        level,
        assertion,
        handling,
        countable,
        attributes,
        dateOfBirth);
  }

  /** Identity within a timeline: a message may name several persons of one household. */
  public String key() {
    return eventId + '.' + subjectIndex;
  }

  /** Key of its disposition, by which its sender may look it up. */
  public String receiptKey() {
    return receiptId + '.' + subjectIndex;
  }

  /** The date of birth in clear, for age rules. */
  public Optional<LocalDate> birth() {
    return dateOfBirth == null ? Optional.empty() : Optional.of(dateOfBirth.reveal());
  }

  /** Whether an attribute is present and true. */
  public boolean flag(String attribute) {
    return Boolean.TRUE.equals(attributes.get(attribute));
  }
}
