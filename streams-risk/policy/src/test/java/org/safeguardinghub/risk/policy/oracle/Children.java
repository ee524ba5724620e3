package org.safeguardinghub.risk.policy.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
  private final Dice dice;
  private final Attributes attributes;
  private final SubjectRef subject;
  private final List<TimelineEntry> entries = new ArrayList<>();
  private final List<AttributedEvent> events = new ArrayList<>();
  private Instant last = START;

  private Children(Recipe recipe, long seed) {
    this.recipe = recipe;
    this.dice = new Dice(seed * 31 + recipe.pattern().hashCode());
    this.attributes = new Attributes(recipe, dice);
    this.subject = new SubjectRef(recipe.scope(), "c-1");
  }

  static Generated of(Recipe recipe, long seed) {
    Children history = new Children(recipe, seed);
    history.tell();
    return new Generated(history.subject, history.entries, history.now());
  }

  private void tell() {
    persons();
    int ingredients = 1 + dice.below(recipe.most());
    for (int i = 0; i < ingredients; i++) {
      add(event(dice.any(recipe.codes())));
    }
    int others = dice.below(4);
    for (int i = 0; i < others; i++) {
      add(event(dice.any(NOISE)));
    }
    if (dice.chance(15)) {
      add(correction());
    }
    if (recipe.disputes() > 0) {
      disputes(1 + dice.below(recipe.disputes()));
    }
    AttributedEvent one = dice.any(events);
    AttributedEvent other = dice.any(events);
    if (dice.chance(6) && !one.equals(other)) {
      entries.add(
          new TimelineEntry.EchoRuling(
              one.eventId(), other.eventId(), dice.coin(), one.receivedAt()));
    }
    if (dice.chance(50)) {
      events.stream()
          .filter(event -> !event.countable())
          .forEach(
              event ->
                  entries.add(new TimelineEntry.Released(event.eventId(), event.receivedAt())));
    }
  }

  /** Disagreements about two alerts, mostly taken from one stage to the next. */
  private void disputes(int number) {
    Instant at = START.plus(Duration.ofMinutes(dice.below(60 * 24 * 7)));
    int stage = 1;
    for (int i = 0; i < number; i++) {
      boolean open = dice.chance(75);
      String alert = "alert-" + (dice.chance(80) ? 1 : 2);
      entries.add(new TimelineEntry.Dispute(alert, stage, open, at));
      last = at.isAfter(last) ? at : last;
      at = dice.chance(5) ? at : at.plus(distance());
      stage = dice.chance(60) ? Math.min(4, stage + 1) : 1 + dice.below(4);
    }
  }

  private void add(AttributedEvent event) {
    events.add(event);
    entries.add(new TimelineEntry.Event(event));
    last = event.occurredAt().isAfter(last) ? event.occurredAt() : last;
  }

  private void persons() {
    for (String child : scopeOfOne() ? List.of(subject.ref()) : REFS) {
      if (!recipe.months().isEmpty() && dice.chance(80)) {
        entries.add(
            new TimelineEntry.DateOfBirth(
                child, Sensitive.of(born(dice.any(recipe.months()))), Instant.EPOCH));
      }
      if (recipe.scope() == Scope.HOUSEHOLD && dice.chance(70)) {
        Instant from = dice.chance(70) ? null : START.plus(Duration.ofDays(dice.below(60)));
        Instant until = dice.chance(80) ? null : START.plus(Duration.ofDays(60 + dice.below(200)));
        entries.add(
            new TimelineEntry.HouseholdMember(subject.ref(), child, from, until, Instant.EPOCH));
      }
    }
    if (recipe.scope() == Scope.UNBORN) {
      entries.add(
          new TimelineEntry.ExpectedDate(
              subject.ref(), LocalDate.of(2025, 6, 1).plusDays(dice.below(300)), Instant.EPOCH));
    }
  }

  private boolean scopeOfOne() {
    return recipe.scope() == Scope.CHILD || recipe.scope() == Scope.UNBORN;
  }

  // On a birthday around the start of the history, or some days beside it.
  private LocalDate born(int months) {
    return NaiveDays.day(START).minusMonths(months).plusDays(dice.below(dice.chance(50) ? 3 : 200));
  }

  private Instant now() {
    return switch (dice.below(4)) {
      case 0 -> last;
      case 1 -> last.plus(Duration.ofHours(dice.below(100)));
      case 2 -> last.plus(distance());
      default -> last.plus(Duration.ofDays(400));
    };
  }

  private AttributedEvent event(String code) {
    EventType type = NaiveSets.type(code);
    AttributedEvent other = events.isEmpty() ? null : dice.any(events);
    Instant at = moment(other);
    return new AttributedEvent(
        "e" + (events.size() + 1),
        "receipt-" + (events.size() + 1),
        0,
        "feed",
        new Publisher("agency-" + dice.below(4), NaiveSets.family(code)),
        code,
        role(),
        whose(),
        places(type),
        at,
        at.plus(dice.chance(80) ? Duration.ofHours(1) : Duration.ofDays(dice.below(20))),
        links(other),
        dice.chance(70) ? type.defaultLevel() : 1 + dice.below(4),
        assertion(),
        handling(type),
        type.code().equals("SXH-EXP-02") ? dice.chance(50) : !dice.chance(3),
        attributes.of(type, events),
        recipe.months().isEmpty() || !dice.chance(8)
            ? null
            : Sensitive.of(born(dice.any(recipe.months()))));
  }

  /** Before or after something that happened: soon, or at, just inside or just outside a window. */
  private Instant moment(@Nullable AttributedEvent other) {
    if (other == null) {
      return START.plus(Duration.ofMinutes(dice.below(60 * 24 * 7)));
    }
    Instant at = other.occurredAt();
    Instant moment = dice.chance(75) ? at.plus(distance()) : at.minus(distance());
    return moment.isBefore(START) ? START.plus(Duration.ofHours(dice.below(1000))) : moment;
  }

  private Duration distance() {
    Duration window = Duration.ofDays(dice.any(recipe.days()));
    return switch (dice.below(8)) {
      case 0 -> window;
      case 1 -> window.minusMillis(1);
      case 2 -> window.plusMillis(1);
      case 3 -> window.plusMinutes(dice.below(2881) - 1440);
      case 4 -> Duration.ofHours(dice.below(30));
      default -> Duration.ofMinutes(dice.below(window.toMinutes() + 1));
    };
  }

  private HandlingClass handling(EventType type) {
    if (type.handling() == HandlingClass.H5) {
      return HandlingClass.H5;
    }
    if (recipe.shares().hidden() > 0 && dice.chance(recipe.shares().hidden())) {
      return HandlingClass.H4;
    }
    return dice.chance(2) ? HandlingClass.H5 : type.handling();
  }

  private SubjectRole role() {
    if (recipe.scope() == Scope.UNBORN && dice.chance(70)) {
      return SubjectRole.UNBORN;
    }
    if (dice.chance(recipe.shares().alleged())) {
      return SubjectRole.ALLEGED;
    }
    return dice.chance(88) ? SubjectRole.HARMED : dice.any(List.of(SubjectRole.values()));
  }

  private AttributedEvent.Whose whose() {
    boolean context = scopeOfOne() && dice.below(100) < recipe.shares().context();
    Set<String> children = new HashSet<>();
    if (context) {
      children.add(dice.any(REFS));
      children.remove(subject.ref());
    } else if (!scopeOfOne() && dice.chance(90)) {
      children.add(dice.any(REFS));
      if (dice.chance(10)) {
        children.add(dice.any(REFS));
      }
    }
    return new AttributedEvent.Whose("person", true, children, context);
  }

  private AttributedEvent.Places places(EventType type) {
    String ref = subject.ref();
    return new AttributedEvent.Places(
        recipe.scope() == Scope.HOUSEHOLD ? ref : dice.chance(80) ? "h-1" : null,
        recipe.scope() == Scope.PLACE ? ref : null,
        recipe.scope() == Scope.SETTING ? ref : dice.chance(20) ? "s-1" : null,
        recipe.scope() == Scope.ADULT ? ref : type.handling() == HandlingClass.H5 ? "a-1" : null);
  }

  private AttributedEvent.Links links(@Nullable AttributedEvent other) {
    String incident = dice.chance(12) ? "i-" + dice.below(2) : null;
    String derived = null;
    String supersedes = null;
    if (other != null && dice.chance(8)) {
      derived = dice.chance(75) ? other.eventId() : "unknown";
    } else if (dice.chance(2)) {
      derived = "unknown";
    }
    return new AttributedEvent.Links(incident, derived, supersedes);
  }

  private Assertion assertion() {
    if (dice.chance(recipe.shares().retracted())) {
      return Assertion.RETRACTED;
    }
    return switch (dice.below(25)) {
      case 0 -> Assertion.UNFOUNDED;
      case 1 -> Assertion.DENIED;
      default -> Assertion.REPORTED;
    };
  }

  /** Regrades, retracts or replaces what was told, later than it. */
  private AttributedEvent correction() {
    AttributedEvent target = dice.any(events);
    AttributedEvent event = event(dice.chance(70) ? "ADM-COR-01" : dice.any(recipe.codes()));
    Map<String, Object> said = new TreeMap<>(event.attributes());
    if (event.type().equals("ADM-COR-01")) {
      said.clear();
      if (dice.chance(50)) {
        said.put("retracts", true);
      } else {
        said.put("regrade", regradedTo(target) + "/" + (1 + dice.below(4)));
      }
    }
    Instant at = target.occurredAt().plus(Duration.ofHours(1 + dice.below(100)));
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
        said,
        null);
  }

  // Never to a type that may not carry what the event says.
  private String regradedTo(AttributedEvent target) {
    String code = dice.any(recipe.codes());
    return NaiveSets.type(code).attributes().keySet().containsAll(target.attributes().keySet())
        ? code
        : target.type();
  }
}
