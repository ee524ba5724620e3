package org.safeguardinghub.schemas.evolution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * The changes that Avro's own compatibility check, and with it every registry, lets pass although
 * old data is then read as something else.
 */
final class SilentChangeRules {
  private static final List<String> LOGICAL_PROPERTIES =
      List.of("logicalType", "precision", "scale");

  private final String version;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private SilentChangeRules(String version) {
    this.version = version;
  }

  static List<Refusal> check(String version, Schema earlier, Schema current) {
    SilentChangeRules rules = new SilentChangeRules(version);
    rules.compare(current.getName(), earlier, current);
    return rules.refusals;
  }

  private void compare(String where, Schema earlier, Schema current) {
    if (earlier.getType() == Schema.Type.UNION) {
      earlier.getTypes().forEach(branch -> compare(where, branch, current));
      return;
    }
    Optional<Schema> counterpart = counterpart(earlier, current);
    counterpart.ifPresent(schema -> comparePlain(where, earlier, schema));
  }

  private void comparePlain(String where, Schema earlier, Schema current) {
    compareLogicalType(where, earlier, current);
    switch (earlier.getType()) {
      case RECORD -> compareRecord(earlier, current);
      case ENUM -> compareEnum(earlier, current);
      case ARRAY -> compare(where + "[]", earlier.getElementType(), current.getElementType());
      case MAP -> compare(where + "{}", earlier.getValueType(), current.getValueType());
      case UNION, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
        // Plain values have no parts; unions were taken apart before.
      }
    }
  }

  private void compareRecord(Schema earlier, Schema current) {
    if (!seen.add(earlier.getFullName())) {
      return;
    }
    for (Field field : earlier.getFields()) {
      Field kept = current.getField(field.name());
      if (kept != null) {
        compare(current.getName() + "." + field.name(), field.schema(), kept.schema());
      }
    }
  }

  private void compareEnum(Schema earlier, Schema current) {
    List<String> before = earlier.getEnumSymbols();
    List<String> after = current.getEnumSymbols();
    boolean grows = after.size() >= before.size() && after.subList(0, before.size()).equals(before);
    if (!grows && seen.add(earlier.getFullName())) {
      refusals.add(
          new Refusal(
              Rule.ENUM_GROWS,
              current.getName(),
              "%s has %s: symbols may only be added at the end".formatted(version, before)));
    }
  }

  private void compareLogicalType(String where, Schema earlier, Schema current) {
    for (String property : LOGICAL_PROPERTIES) {
      Object before = earlier.getObjectProp(property);
      Object after = current.getObjectProp(property);
      if (!Objects.equals(before, after)) {
        refusals.add(
            new Refusal(
                Rule.LOGICAL_TYPE_UNCHANGED,
                where,
                "%s has %s %s, now %s".formatted(version, property, before, after)));
      }
    }
  }

  /** The schema under which a value of the earlier one is now read. */
  private static Optional<Schema> counterpart(Schema earlier, Schema current) {
    if (current.getType() != Schema.Type.UNION) {
      boolean comparable =
          earlier.getType() == current.getType() || (isNumber(earlier) && isNumber(current));
      return comparable ? Optional.of(current) : Optional.empty();
    }
    Optional<Schema> exact =
        current.getTypes().stream()
            .filter(branch -> branch.getFullName().equals(earlier.getFullName()))
            .findFirst();
    return exact.isPresent()
        ? exact
        : current.getTypes().stream()
            .filter(branch -> isNumber(earlier) && isNumber(branch))
            .findFirst();
  }

  /** Avro promotes numbers silently: a date of days must not become a timestamp of milliseconds. */
  private static boolean isNumber(Schema schema) {
    return switch (schema.getType()) {
      case INT, LONG, FLOAT, DOUBLE -> true;
      case RECORD, ENUM, ARRAY, MAP, UNION, FIXED, STRING, BYTES, BOOLEAN, NULL -> false;
    };
  }
}
