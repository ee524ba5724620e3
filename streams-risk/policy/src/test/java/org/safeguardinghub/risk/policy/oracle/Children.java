package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.catalogue.AttributeType;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Publisher;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.risk.policy.timeline.AttributedEvent;
import org.safeguardinghub.risk.policy.timeline.TimelineEntry;

/**
 * Histories that look like those of the domain, biased towards one pattern: its ingredients, at
 * distances at, just inside and just outside its windows, in numbers around its thresholds, with
 * echoes, corrections, retractions, late reports, open episodes, unknown ages and what has nothing
 * to do with it. One seed always makes the same history.
 */
final class Children {
  private static final Instant START = Instant.parse("2025-06-01T09:00:00Z");
  private static final List<String> REFS = List.of("c-1", "c-2", "c-3");
  // Around the two percentages that a rule names.
  private static final List<Integer> ATTENDANCE = List.of(49, 50, 89, 90);
  private static final List<String> NOISE =
      List.of(
          "CSC-REF-01",
          "CSC-REF-02",
          "CSC-ASM-01",
          "CSC-ASM-02",
          "CSC-S47-01",
          "CSC-STR-01",
          "CSC-ICP-01",
          "CSC-CPP-02",
          "CSC-CIN-01",
          "CSC-CIN-02",
          "CSC-LAC-01",
          "CSC-LAC-03",
          "CSC-VIS-01",
          "EDU-EMO-01",
          "EDU-NEG-02",
          "POL-DA-02",
          "EDU-DA-01",
          "GP-COD-01",
          "POL-PPN-02",
          "HSG-EVI-01",
          "EDU-PROT-01",
          "EH-PROT-01",
          "ED-ATT-01",
          "FIR-HSG-01");

  private final Recipe recipe;
  private final Random random;
  private final SubjectRef subject;
  private final List<TimelineEntry> entries = new ArrayList<>();
  private final List<AttributedEvent> events = new ArrayList<>();

  private Children(Recipe recipe, long seed) {
    this.recipe = recipe;
    this.random = new Random(seed * 31 + recipe.pattern().hashCode());
    this.subject = new SubjectRef(recipe.scope(), "c-1");
  }

  static Generated of(Recipe recipe, long seed) {
    Children history = new Children(recipe, seed);
    history.tell();
    return new Generated(history.subject, history.entries, history.now());
  }

  private void tell() {
    persons();
    int ingredients = 1 + random.nextInt(recipe.most());
    for (int i = 0; i < ingredients; i++) {
      add(event(any(recipe.codes())));
    }
    int others = random.nextInt(4);
    for (int i = 0; i < others; i++) {
      add(event(any(NOISE)));
    }
    if (chance(15)) {
      add(correction());
    }
    AttributedEvent one = any(events);
    AttributedEvent other = any(events);
    if (chance(6) && !one.equals(other)) {
      entries.add(
          new TimelineEntry.EchoRuling(
              one.eventId(), other.eventId(), random.nextBoolean(), one.receivedAt()));
    }
    if (chance(50)) {
      events.stream()
          .filter(event -> !event.countable())
          .forEach(
              event ->
                  entries.add(new TimelineEntry.Released(event.eventId(), event.receivedAt())));
    }
  }

  private void add(AttributedEvent event) {
    events.add(event);
    entries.add(new TimelineEntry.Event(event));
  }

  private void persons() {
    for (String child : scopeOfOne() ? List.of(subject.ref()) : REFS) {
      if (!recipe.months().isEmpty() && chance(80)) {
        entries.add(
            new TimelineEntry.DateOfBirth(
                child, Sensitive.of(born(any(recipe.months()))), Instant.EPOCH));
      }
      if (recipe.scope() == Scope.HOUSEHOLD && chance(70)) {
        Instant from = chance(70) ? null : START.plus(Duration.ofDays(random.nextInt(60)));
        Instant until = chance(80) ? null : START.plus(Duration.ofDays(60 + random.nextInt(200)));
        entries.add(
            new TimelineEntry.HouseholdMember(subject.ref(), child, from, until, Instant.EPOCH));
      }
    }
    if (recipe.scope() == Scope.UNBORN) {
      entries.add(
          new TimelineEntry.ExpectedDate(
              subject.ref(),
              LocalDate.of(2025, 6, 1).plusDays(random.nextInt(300)),
              Instant.EPOCH));
    }
  }

  private boolean scopeOfOne() {
    return recipe.scope() == Scope.CHILD || recipe.scope() == Scope.UNBORN;
  }

  // On a birthday around the start of the history, or some days beside it.
  private LocalDate born(int months) {
    return NaiveDays.day(START).minusMonths(months).plusDays(random.nextInt(chance(50) ? 3 : 200));
  }

  private Instant now() {
    Instant last = START;
    for (AttributedEvent event : events) {
      last = event.occurredAt().isAfter(last) ? event.occurredAt() : last;
    }
    return switch (random.nextInt(4)) {
      case 0 -> last;
      case 1 -> last.plus(Duration.ofHours(random.nextInt(100)));
      case 2 -> last.plus(distance());
      default -> last.plus(Duration.ofDays(400));
    };
  }

  private AttributedEvent event(String code) {
    EventType type = NaiveSets.type(code);
    AttributedEvent other = events.isEmpty() ? null : any(events);
    Instant at = moment(other);
    return new AttributedEvent(
        "e" + (events.size() + 1),
        "receipt-" + (events.size() + 1),
        0,
        "feed",
        new Publisher("agency-" + random.nextInt(4), NaiveSets.family(code)),
        code,
        role(),
        whose(),
        places(type),
        at,
        at.plus(chance(80) ? Duration.ofHours(1) : Duration.ofDays(random.nextInt(20))),
        links(other),
        chance(70) ? type.defaultLevel() : 1 + random.nextInt(4),
        assertion(),
        handling(type),
        type.code().equals("SXH-EXP-02") ? chance(50) : !chance(3),
        attributes(type),
        recipe.months().isEmpty() || !chance(8) ? null : Sensitive.of(born(any(recipe.months()))));
  }

  /** Before or after something that happened: soon, or at, just inside or just outside a window. */
  private Instant moment(@Nullable AttributedEvent other) {
    if (other == null) {
      return START.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 7)));
    }
    Instant at = other.occurredAt();
    Instant moment = chance(75) ? at.plus(distance()) : at.minus(distance());
    return moment.isBefore(START) ? START.plus(Duration.ofHours(random.nextInt(1000))) : moment;
  }

  private Duration distance() {
    Duration window = Duration.ofDays(any(recipe.days()));
    return switch (random.nextInt(8)) {
      case 0 -> window;
      case 1 -> window.minusMillis(1);
      case 2 -> window.plusMillis(1);
      case 3 -> window.plusMinutes(random.nextInt(2881) - 1440);
      case 4 -> Duration.ofHours(random.nextInt(30));
      default -> Duration.ofMinutes(random.nextLong(window.toMinutes() + 1));
    };
  }

  private HandlingClass handling(EventType type) {
    if (type.handling() == HandlingClass.H5) {
      return HandlingClass.H5;
    }
    if (recipe.shares().hidden() > 0 && chance(recipe.shares().hidden())) {
      return HandlingClass.H4;
    }
    return chance(2) ? HandlingClass.H5 : type.handling();
  }

  private SubjectRole role() {
    if (recipe.scope() == Scope.UNBORN && chance(70)) {
      return SubjectRole.UNBORN;
    }
    if (chance(recipe.shares().alleged())) {
      return SubjectRole.ALLEGED;
    }
    return chance(88) ? SubjectRole.HARMED : any(List.of(SubjectRole.values()));
  }

  private AttributedEvent.Whose whose() {
    boolean context = scopeOfOne() && random.nextInt(100) < recipe.shares().context();
    Set<String> children = new HashSet<>();
    if (context) {
      children.add(any(REFS));
      children.remove(subject.ref());
    } else if (!scopeOfOne() && chance(90)) {
      children.add(any(REFS));
      if (chance(10)) {
        children.add(any(REFS));
      }
    }
    return new AttributedEvent.Whose("person", true, children, context);
  }

  private AttributedEvent.Places places(EventType type) {
    String ref = subject.ref();
    return new AttributedEvent.Places(
        recipe.scope() == Scope.HOUSEHOLD ? ref : chance(80) ? "h-1" : null,
        recipe.scope() == Scope.PLACE ? ref : null,
        recipe.scope() == Scope.SETTING ? ref : chance(20) ? "s-1" : null,
        recipe.scope() == Scope.ADULT ? ref : type.handling() == HandlingClass.H5 ? "a-1" : null);
  }

  private AttributedEvent.Links links(@Nullable AttributedEvent other) {
    String incident = chance(12) ? "i-" + random.nextInt(2) : null;
    String derived = null;
    String supersedes = null;
    if (other != null && chance(8)) {
      derived = chance(75) ? other.eventId() : "unknown";
    } else if (chance(2)) {
      derived = "unknown";
    }
    return new AttributedEvent.Links(incident, derived, supersedes);
  }

  private Assertion assertion() {
    if (chance(recipe.shares().retracted())) {
      return Assertion.RETRACTED;
    }
    return switch (random.nextInt(25)) {
      case 0 -> Assertion.UNFOUNDED;
      case 1 -> Assertion.DENIED;
      default -> Assertion.REPORTED;
    };
  }

  /** Regrades, retracts or replaces what was told, later than it. */
  private AttributedEvent correction() {
    AttributedEvent target = any(events);
    AttributedEvent event = event(chance(70) ? "ADM-COR-01" : any(recipe.codes()));
    Map<String, Object> attributes = new TreeMap<>(event.attributes());
    if (event.type().equals("ADM-COR-01")) {
      attributes.clear();
      if (chance(50)) {
        attributes.put("retracts", true);
      } else {
        attributes.put("regrade", regradedTo(target) + "/" + (1 + random.nextInt(4)));
      }
    }
    Instant at = target.occurredAt().plus(Duration.ofHours(1 + random.nextInt(100)));
    return new AttributedEvent(
        event.eventId(),
        event.receiptId(),
        0,
        event.feed(),
        event.publisher(),
        event.type(),
        target.role(),
        target.whose(),
        target.places(),
        at,
        at,
        new AttributedEvent.Links(event.links().incidentRef(), null, target.eventId()),
        event.level(),
        Assertion.REPORTED,
        event.handling(),
        true,
        attributes,
        null);
  }

  // Never to a type that may not carry what the event says.
  private String regradedTo(AttributedEvent target) {
    String code = any(recipe.codes());
    return NaiveSets.type(code).attributes().keySet().containsAll(target.attributes().keySet())
        ? code
        : target.type();
  }

  private Map<String, Object> attributes(EventType type) {
    Map<String, Object> attributes = new TreeMap<>();
    type.attributes()
        .forEach(
            (name, attribute) -> {
              boolean asked = recipe.attributes().contains(name);
              if (!name.equals("regrade") && !name.equals("retracts") && chance(asked ? 55 : 4)) {
                attributes.put(name, value(name, attribute.type()));
              }
            });
    return attributes;
  }

  private Object value(String name, AttributeType type) {
    return switch (type) {
      case AttributeType.Flag _ -> chance(65);
      case AttributeType.Whole(int min, int max) ->
          name.startsWith("attendance") && chance(70)
              ? any(ATTENDANCE)
              : min + random.nextInt(max - min + 1);
      case AttributeType.Code(List<String> values) -> any(values);
      case AttributeType.Codes(List<String> values) -> some(values);
      case AttributeType.LocalCode _ -> "code-" + random.nextInt(3);
      case AttributeType.Reference _ ->
          name.equals("followUpOf") && !events.isEmpty()
              ? any(events).eventId()
              : "r-" + random.nextInt(3);
      case AttributeType.Regrade _ -> any(recipe.codes()) + "/2";
    };
  }

  private List<String> some(List<String> values) {
    return values.stream().filter(_ -> random.nextInt(values.size()) < 2).toList();
  }

  private boolean chance(int ofHundred) {
    return random.nextInt(100) < ofHundred;
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
