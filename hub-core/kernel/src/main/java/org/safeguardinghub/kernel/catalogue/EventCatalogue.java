package org.safeguardinghub.kernel.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.yaml.Fault;

/** The event catalogue: immutable, in the order of its file. */
public final class EventCatalogue {
  private final String id;
  private final int version;
  private final LocalDate effectiveFrom;
  private final Map<String, EventType> types;
  private final Map<String, Attribute> attributes;
  private final Map<CodeSet, CodeGroup> groups;
  private final Set<String> protective;

  EventCatalogue(
      String id,
      int version,
      LocalDate effectiveFrom,
      Map<String, EventType> types,
      Map<String, Attribute> attributes,
      Map<CodeSet, CodeGroup> groups) {
    this.id = id;
    this.version = version;
    this.effectiveFrom = effectiveFrom;
    this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
    this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    this.groups = Map.copyOf(groups);
    this.protective =
        types.values().stream()
            .filter(EventType::protective)
            .map(EventType::code)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** What became of reading the two files. */
  public sealed interface Reading {
    /** Both files are sound. */
    record Sound(EventCatalogue catalogue) implements Reading {}

    /** All faults of both files. */
    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * The shipped catalogue. A faulty one is a fault of the build, so it stops the process with the
   * whole report.
   */
  public static EventCatalogue load() {
    Reading reading = read(resource("event-catalogue.yaml"), resource("event-groups.yaml"));
    return switch (reading) {
      case Reading.Sound(EventCatalogue catalogue) -> catalogue;
      case Reading.Faulty(List<Fault> faults) ->
          throw new IllegalStateException(
              "the event catalogue is faulty:\n"
                  + String.join("\n", faults.stream().map(Fault::toString).toList()));
    };
  }

  /** Reads a catalogue and its groups from text. */
  public static Reading read(String catalogueYaml, String groupsYaml) {
    return new CatalogueReader().read(catalogueYaml, groupsYaml);
  }

  /** Name of the catalogue. */
  public String id() {
    return id;
  }

  /** Version of the catalogue. */
  public int version() {
    return version;
  }

  /** First day on which this version holds. */
  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** The type with this code. */
  public Optional<EventType> find(String code) {
    return Optional.ofNullable(types.get(code));
  }

  /** All types, in the order of the catalogue. */
  public List<EventType> types() {
    return List.copyOf(types.values());
  }

  /** The codes of all types that speak for the protection of a child. */
  public Set<String> protective() {
    return protective;
  }

  /** All attributes by name, in the order of the catalogue. */
  public Map<String, Attribute> attributes() {
    return attributes;
  }

  /** The codes of a set, those that belong only on a condition included. */
  public Set<String> codes(CodeSet set) {
    return group(set).codes();
  }

  /** A set with its conditions. */
  public CodeGroup group(CodeSet set) {
    return Objects.requireNonNull(groups.get(set));
  }

  /** Whether an event of this type with these attributes (in wire form) belongs to the set. */
  public boolean inSet(CodeSet set, String code, Map<String, ?> attributes) {
    return group(set).contains(code, attributes);
  }

  /** The codes of a family, in the order of the catalogue. */
  public List<String> codes(OriginFamily family) {
    return types.values().stream()
        .filter(type -> type.family() == family)
        .map(EventType::code)
        .toList();
  }

  /** The codes of a category, in the order of the catalogue. */
  public List<String> codes(Category category) {
    return types.values().stream()
        .filter(type -> type.category() == category)
        .map(EventType::code)
        .toList();
  }

  /**
   * Checks all attributes of an event, in the order given. Everything that is wrong is reported,
   * not only the first.
   */
  public CheckedAttributes check(
      EventType type, Map<String, ? extends @Nullable Object> sent, HandlingClass effective) {
    Map<String, AttributeValue> accepted = new LinkedHashMap<>();
    List<AttributeCheck.Refused> refused = new ArrayList<>();
    sent.forEach(
        (name, value) -> {
          switch (checkOne(type, name, value, effective)) {
            case AttributeCheck.Accepted(AttributeValue parsed) -> accepted.put(name, parsed);
            case AttributeCheck.Refused refusal -> refused.add(refusal);
          }
        });
    return new CheckedAttributes(accepted, refused);
  }

  private AttributeCheck checkOne(
      EventType type, String name, @Nullable Object value, HandlingClass effective) {
    Attribute attribute = type.attributes().get(name);
    if (attribute == null) {
      // A name that the catalogue does not know is the sender's own text: it could hold anything.
      String shown = attributes.containsKey(name) ? name : "unknown";
      return new AttributeCheck.Refused(
          shown,
          AttributeCheck.Reason.UNKNOWN_ATTRIBUTE,
          type.attributes().isEmpty()
              ? type.code() + " carries no attributes"
              : type.code() + " may carry only: " + String.join(", ", type.attributes().keySet()));
    }
    AttributeCheck check = attribute.check(value, effective);
    if (check instanceof AttributeCheck.Accepted(AttributeValue.Regrade(String to, int _))
        && !types.containsKey(to)) {
      return new AttributeCheck.Refused(
          name,
          AttributeCheck.Reason.UNKNOWN_EVENT_TYPE,
          "'" + name + "' must name an event type of the catalogue");
    }
    return check;
  }

  private static String resource(String name) {
    try (InputStream in = EventCatalogue.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
