package org.safeguardinghub.kernel.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.event.SubjectRole;
import org.safeguardinghub.kernel.message.Envelope.DetrimentTest;
import org.safeguardinghub.kernel.message.Envelope.FamilyInformed;
import org.safeguardinghub.kernel.message.Envelope.Ids;
import org.safeguardinghub.kernel.message.Envelope.ProposedLevel;
import org.safeguardinghub.kernel.message.Envelope.References;
import org.safeguardinghub.kernel.message.Envelope.Sharing;
import org.safeguardinghub.kernel.message.Envelope.Statement;
import org.safeguardinghub.kernel.message.Envelope.Subject;

/** Turns the tree of one message into an {@link Envelope}, or says what its first fault is. */
public final class EnvelopeReader {
  private static final int REFERENCE = 200;
  private static final int NARRATIVE = 20_000;
  private static final Pattern TYPE = Pattern.compile("[A-Z]{2,3}-[A-Z0-9]{2,4}-[0-9]{2}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 _./:-]{0,79}");
  private static final String CODE_FORM = "a short code of letters, digits, spaces and _ . / : -";

  /**
   * What names an agency. The sender is who its token or folder says, so none of these may be in a
   * message.
   */
  private static final List<String> AGENCY =
      List.of("agency", "publisher", "publishedBy", "feed", "family", "sender", "receivedAt");

  private final Faults faults = new Faults();

  private EnvelopeReader() {}

  /** What became of reading. */
  public sealed interface Reading {
    record Read(Envelope envelope) implements Reading {}

    record Refused(Refusal refusal) implements Reading {}
  }

  public static Reading read(ObjectNode message) {
    return new EnvelopeReader().readAll(message);
  }

  private Reading readAll(ObjectNode message) {
    JsonFields fields = new JsonFields(message, "", faults);
    for (String name : AGENCY) {
      if (message.has(name)) {
        fields.fault(
            name,
            "NOT_YOURS_TO_SAY",
            "leave '" + name + "' out: the hub takes it from the token or folder");
      }
    }
    Ids ids = ids(fields);
    String type = fields.code("type", TYPE, "an event type such as EDU-NEG-01").orElse("");
    if (!fields.has("type")) {
      fields.fault("type", "MISSING_FIELD", "'type' must be given");
    }
    int version = fields.whole("typeVersion", 1, 99).orElse(1);
    Optional<Envelope.Occurrence> occurrence = new OccurrenceReader(fields).read();
    References references = references(fields);
    List<Subject> subjects = subjects(fields, references);
    ProposedLevel level = level(fields);
    Statement statement = statement(fields);
    Sharing sharing = sharing(fields);
    Map<String, Object> attributes = attributes(fields);
    fields.close();
    Optional<Refusal> fault = faults.first();
    if (fault.isPresent() || occurrence.isEmpty()) {
      return new Reading.Refused(fault.orElseThrow());
    }
    return new Reading.Read(
        new Envelope(
            ids,
            type,
            version,
            occurrence.get(),
            subjects,
            references,
            level,
            statement,
            sharing,
            attributes));
  }

  private static Ids ids(JsonFields fields) {
    Optional<String> eventId = fields.text("eventId", 36).flatMap(text -> uuid(fields, text));
    return new Ids(
        eventId,
        sensitive(fields, "sourceRecordId"),
        sensitive(fields, "derivedFrom"),
        sensitive(fields, "supersedes"));
  }

  private static Optional<String> uuid(JsonFields fields, String text) {
    if (Uuids.parse(text).isEmpty()) {
      fields.fault(
          "eventId", "WRONG_FORM", "'eventId' must be a UUID; otherwise give sourceRecordId");
    }
    return Uuids.parse(text).map(UUID::toString);
  }

  private List<Subject> subjects(JsonFields fields, References references) {
    List<Subject> subjects = new ArrayList<>();
    for (JsonFields subject : fields.objects("subjects", 20)) {
      SubjectRole role = subject.constant("role", SubjectRole.class).orElse(SubjectRole.HARMED);
      Optional<Sensitive<String>> personRef = sensitive(subject, "personRef");
      Optional<JsonFields> claims = subject.object("claims");
      claims.ifPresent(ClaimsReader::check);
      subject.close();
      subjects.add(
          new Subject(
              role,
              personRef,
              Sensitive.of(
                  claims.map(JsonFields::raw).orElseGet(JsonNodeFactory.instance::objectNode))));
    }
    // An unknown child at a known place is legal: it goes on as one subject of whom nothing is
    // known.
    if (subjects.isEmpty()
        && (references.place().isPresent()
            || references.setting().isPresent()
            || references.household().isPresent())) {
      return List.of(
          new Subject(
              SubjectRole.HARMED,
              Optional.empty(),
              Sensitive.of(JsonNodeFactory.instance.objectNode())));
    }
    if (subjects.isEmpty()) {
      fields.fault(
          "subjects",
          "MISSING_FIELD",
          "say whom it is about, or give placeRef, settingRef or householdRef");
    }
    return subjects;
  }

  private static References references(JsonFields fields) {
    return new References(
        sensitive(fields, "householdRef"),
        sensitive(fields, "placeRef"),
        sensitive(fields, "settingRef"),
        sensitive(fields, "adultRef"),
        sensitive(fields, "incidentRef"));
  }

  private static ProposedLevel level(JsonFields fields) {
    Optional<JsonFields> level = fields.object("level");
    ProposedLevel read =
        new ProposedLevel(
            level.map(l -> l.whole("proposed", 1, 4)).orElseGet(java.util.OptionalInt::empty),
            level.flatMap(l -> l.code("scale", CODE, CODE_FORM)),
            level.flatMap(l -> l.code("sourceValue", CODE, CODE_FORM)));
    level.ifPresent(JsonFields::close);
    return read;
  }

  private static Statement statement(JsonFields fields) {
    return new Statement(
        fields.constant("assertion", Assertion.class).orElse(Assertion.REPORTED),
        fields.code("sourceGrade", CODE, CODE_FORM),
        fields.text("narrative", NARRATIVE).map(Sensitive::of),
        fields.text("childVoice", 2000).map(Sensitive::of),
        fields.code("contentRef", CODE, CODE_FORM));
  }

  private static Sharing sharing(JsonFields fields) {
    Optional<JsonFields> handling = fields.object("handling");
    Sharing read =
        new Sharing(
            handling.flatMap(h -> h.constant("class", HandlingClass.class)),
            handling.flatMap(h -> h.code("conditions", CODE, CODE_FORM)),
            handling.flatMap(h -> OccurrenceReader.instant(h, "expires")),
            fields.flag("countable"),
            fields.constant("familyInformed", FamilyInformed.class).orElse(FamilyInformed.NOT_SAID),
            fields.object("detrimentTest").map(EnvelopeReader::detrimentTest),
            fields.text("legalGateway", 60).map(text -> text.toUpperCase(Locale.ROOT)));
    handling.ifPresent(JsonFields::close);
    return read;
  }

  private static DetrimentTest detrimentTest(JsonFields test) {
    Optional<Boolean> considered = test.flag("considered");
    if (considered.isEmpty()) {
      test.fault("considered", "MISSING_FIELD", "'considered' must be true or false");
    }
    DetrimentTest read =
        new DetrimentTest(
            considered.orElse(false),
            test.code("outcome", CODE, CODE_FORM),
            test.code("by", CODE, CODE_FORM));
    test.close();
    return read;
  }

  private static Map<String, Object> attributes(JsonFields fields) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    fields
        .object("attributes")
        .ifPresent(
            sent ->
                sent.raw()
                    .properties()
                    .forEach(
                        entry -> {
                          Object value = plain(entry.getValue());
                          if (value != null) {
                            attributes.put(entry.getKey(), value);
                          }
                        }));
    return attributes;
  }

  /** A value as the catalogue checks it; a null counts as absent. */
  private static @Nullable Object plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case STRING -> node.textValue();
      case ARRAY -> {
        List<Object> items = new ArrayList<>();
        node.forEach(item -> items.add(item.isTextual() ? item.textValue() : item));
        yield items;
      }
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
            .forEach(
                entry -> {
                  Object value = plain(entry.getValue());
                  map.put(entry.getKey(), value == null ? "" : value);
                });
        yield map;
      }
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }

  private static Optional<Sensitive<String>> sensitive(JsonFields fields, String name) {
    return fields.text(name, REFERENCE).map(Sensitive::of);
  }
}
