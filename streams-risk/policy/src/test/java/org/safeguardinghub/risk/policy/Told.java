package org.safeguardinghub.risk.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.calendar.WorkingCalendar;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Writes an event in one line of a test: the catalogue's defaults, and what the test says
 * differently.
 */
public final class Told {
  static final EventCatalogue CATALOGUE = EventCatalogue.load();

  private final EventType type;
  private final Instant occurredAt;
  private String id;
  private Instant receivedAt;
  private String agency;
  private int level;
  private SubjectRole role = SubjectRole.HARMED;
  private Assertion assertion = Assertion.REPORTED;
  private HandlingClass handling;
  private boolean countable = true;
  private boolean confirmed = true;
  private boolean context;
  private Set<String> children = Set.of();
  private @Nullable String household;
  private @Nullable String place;
  private @Nullable String setting;
  private @Nullable String adult;
  private @Nullable String incident;
  private @Nullable String derivedFrom;
  private @Nullable String supersedes;
  private @Nullable LocalDate born;
  private final Map<String, Object> attributes = new TreeMap<>();

  private Told(EventType type, String local) {
    this.type = type;
    this.occurredAt = moment(local);
    this.receivedAt = occurredAt;
    this.id = type.code() + '@' + local;
    this.level = type.defaultLevel();
    this.handling = type.handling();
    this.agency = "fablewick-" + type.family().name().toLowerCase(Locale.ROOT);
  }

  /** An event of a type, at a local time such as 2026-03-14T09:10. */
  public static Told told(String code, String local) {
    return new Told(CATALOGUE.find(code).orElseThrow(), local);
  }

  /** A local time, or the start of a local day. */
  public static Instant moment(String local) {
    LocalDateTime time =
        local.length() == 10 ? LocalDate.parse(local).atStartOfDay() : LocalDateTime.parse(local);
    return time.atZone(WorkingCalendar.ZONE).toInstant();
  }

  public Told id(String value) {
    id = value;
    return this;
  }

  public Told received(String local) {
    receivedAt = moment(local);
    return this;
  }

  public Told by(String value) {
    agency = value;
    return this;
  }

  public Told level(int value) {
    level = value;
    return this;
  }

  public Told as(SubjectRole value) {
    role = value;
    return this;
  }

  public Told asserted(Assertion value) {
    assertion = value;
    return this;
  }

  public Told handled(HandlingClass value) {
    handling = value;
    return this;
  }

  public Told heldBack() {
    countable = false;
    return this;
  }

  public Told openIdentity() {
    confirmed = false;
    return this;
  }

  public Told asContext() {
    context = true;
    return this;
  }

  public Told of(String... refs) {
    children = Set.of(refs);
    return this;
  }

  public Told at(String householdRef) {
    household = householdRef;
    return this;
  }

  public Told place(String ref) {
    place = ref;
    return this;
  }

  public Told setting(String ref) {
    setting = ref;
    return this;
  }

  public Told adult(String ref) {
    adult = ref;
    return this;
  }

  public Told incident(String ref) {
    incident = ref;
    return this;
  }

  public Told echoing(String eventId) {
    derivedFrom = eventId;
    return this;
  }

  public Told superseding(String eventId) {
    supersedes = eventId;
    return this;
  }

  public Told born(String date) {
    born = LocalDate.parse(date);
    return this;
  }

  public Told with(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }

  AttributedEvent event() {
    return new AttributedEvent(
        id,
        "receipt-" + id,
        0,
        agency,
        new Publisher(agency, type.family()),
        type.code(),
        role,
        new AttributedEvent.Whose("person-of-" + id, confirmed, children, context),
        new AttributedEvent.Places(household, place, setting, adult),
        occurredAt,
        receivedAt,
        new AttributedEvent.Links(incident, derivedFrom, supersedes),
        level,
        assertion,
        handling,
        countable,
        attributes,
        born == null ? null : Sensitive.of(born));
  }

  public TimelineEntry entry() {
    return new TimelineEntry.Event(event());
  }
}
