package org.safeguardinghub.schemas.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/** The rules that a schema has to satisfy by itself, whatever was published before. */
final class SingleSchemaRules {
  /** Words in a field's name that suggest that it tells something about a person. */
  private static final Set<String> PERSONAL_WORDS =
      Set.of(
          "address",
          "birth",
          "claims",
          "comment",
          "dob",
          "email",
          "ethnicity",
          "expected",
          "firstname",
          "forename",
          "gender",
          "initials",
          "lastname",
          "latitude",
          "location",
          "longitude",
          "mail",
          "mobile",
          "name",
          "narrative",
          "nhs",
          "note",
          "notes",
          "payload",
          "phone",
          "postcode",
          "religion",
          "sex",
          "surname",
          "telephone",
          "upn",
          "uprn",
          "voice",
          "webhook");

  /** Fields whose name sounds personal and is not, each with its reason. */
  private static final Map<String, String> NOT_PERSONAL =
      Map.of(
          "AttributeRecord.name", "name of a catalogue attribute",
          "AlertActionRecord.expectedVersion", "a version number that the writer expects");

  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SingleSchemaRules() {}

  static List<Refusal> check(Schema schema) {
    SingleSchemaRules rules = new SingleSchemaRules();
    rules.visit(schema);
    return rules.refusals;
  }

  private void visit(Schema schema) {
    switch (schema.getType()) {
      case RECORD -> visitRecord(schema);
      case ENUM -> visitEnum(schema);
      case UNION -> schema.getTypes().forEach(this::visit);
      case ARRAY -> visit(schema.getElementType());
      case MAP -> visit(schema.getValueType());
      case FIXED -> requireDoc(schema.getFullName(), schema.getDoc());
      case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
        // Nothing to say about a plain value.
      }
    }
  }

  private void visitRecord(Schema record) {
    if (!seen.add(record.getFullName())) {
      return;
    }
    requireDoc(record.getName(), record.getDoc());
    for (Field field : record.getFields()) {
      String where = record.getName() + "." + field.name();
      requireDoc(where, field.doc());
      requireNullDefault(where, field);
      requireNoClearPersonalData(where, field);
      visit(field.schema());
    }
  }

  private void visitEnum(Schema schema) {
    if (!seen.add(schema.getFullName())) {
      return;
    }
    requireDoc(schema.getName(), schema.getDoc());
    if (!"UNKNOWN".equals(schema.getEnumDefault())
        || !schema.getEnumSymbols().getFirst().equals("UNKNOWN")) {
      refuse(
          Rule.ENUM_HAS_DEFAULT,
          schema.getName(),
          "the first symbol and the default have to be UNKNOWN");
    }
  }

  private void requireDoc(String where, @Nullable String doc) {
    if (doc == null || doc.isBlank()) {
      refuse(Rule.DOCUMENTED, where, "has no documentation");
    }
  }

  private void requireNullDefault(String where, Field field) {
    Schema schema = field.schema();
    boolean nullable = schema.getType() == Schema.Type.UNION && schema.isNullable();
    if (nullable
        && (schema.getTypes().getFirst().getType() != Schema.Type.NULL
            || !JsonProperties.NULL_VALUE.equals(field.defaultVal()))) {
      refuse(
          Rule.NULLABLE_DEFAULTS_TO_NULL, where, "null has to be the first branch and the default");
    }
  }

  private void requireNoClearPersonalData(String where, Field field) {
    if (NOT_PERSONAL.containsKey(where) || !soundsPersonal(field.name())) {
      return;
    }
    String doc = field.doc() == null ? "" : field.doc().toLowerCase(Locale.ROOT);
    boolean sealed = doc.contains("sealed") && isOpaque(field.schema());
    boolean hashed = doc.contains("keyed hash") && isText(field.schema());
    if (!sealed && !hashed) {
      refuse(
          Rule.NO_CLEAR_PERSONAL_DATA,
          where,
          "the name suggests personal data: it has to be sealed (SealedRecord or bytes) or a keyed"
              + " hash (string), and its documentation has to say so");
    }
  }

  private static boolean soundsPersonal(String fieldName) {
    return Arrays.stream(fieldName.split("(?<=[a-z0-9])(?=[A-Z])|_", -1))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .anyMatch(PERSONAL_WORDS::contains);
  }

  private static boolean isOpaque(Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> schema.getName().equals("SealedRecord");
      case BYTES -> true;
      case UNION ->
          schema.getTypes().stream()
              .allMatch(type -> type.getType() == Schema.Type.NULL || isOpaque(type));
      case ENUM, ARRAY, MAP, FIXED, STRING, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
    };
  }

  private static boolean isText(Schema schema) {
    return switch (schema.getType()) {
      case STRING -> true;
      case ARRAY -> isText(schema.getElementType());
      case UNION ->
          schema.getTypes().stream()
              .allMatch(type -> type.getType() == Schema.Type.NULL || isText(type));
      case RECORD, ENUM, MAP, FIXED, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> false;
    };
  }

  private void refuse(Rule rule, String where, String why) {
    refusals.add(new Refusal(rule, where, why));
  }
}
