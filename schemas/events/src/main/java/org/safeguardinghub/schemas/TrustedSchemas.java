package org.safeguardinghub.schemas;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.jspecify.annotations.NullMarked;

/**
 * The record schemas of the hub, and the permission for Avro to create their classes.
 *
 * <p>Avro refuses to instantiate a class that a schema names unless the class is trusted. Every
 * process that reads or writes our topics calls {@link #install()} once, before its first record.
 */
@NullMarked
public final class TrustedSchemas {
  private static final String PACKAGE = TrustedSchemas.class.getPackageName();

  private static final ClassSecurityPredicate OURS =
      type ->
          type.getPackageName().equals(PACKAGE) && type.isAnnotationPresent(AvroGenerated.class);

  /** Records that stand alone as the value of a topic; all other records are parts of these. */
  private static final List<Schema> TOPIC_VALUES =
      List.of(
          AccessAuditRecord.getClassSchema(),
          AlertActionRecord.getClassSchema(),
          AlertRecord.getClassSchema(),
          ClockReachedRecord.getClassSchema(),
          ClockRecord.getClassSchema(),
          ConcernRecord.getClassSchema(),
          DeliveryRecord.getClassSchema(),
          DirectoryEntryRecord.getClassSchema(),
          DispositionRecord.getClassSchema(),
          FeedHealthRecord.getClassSchema(),
          HeldFindingRecord.getClassSchema(),
          HeldRulingRecord.getClassSchema(),
          IdentityDecisionRecord.getClassSchema(),
          IdentityLinkRecord.getClassSchema(),
          IdentityRulingRecord.getClassSchema(),
          IdentityTaskRecord.getClassSchema(),
          InboxConcernRecord.getClassSchema(),
          IntakeRefusedRecord.getClassSchema(),
          NotificationRecord.getClassSchema(),
          PolicyVersionRecord.getClassSchema(),
          RiskDecisionRecord.getClassSchema(),
          SubjectEventRecord.getClassSchema(),
          SubjectRecord.getClassSchema());

  private static final SortedMap<String, Schema> BY_RECORD_NAME =
      Collections.unmodifiableSortedMap(reachable(TOPIC_VALUES));

  private TrustedSchemas() {}

  /**
   * Lets Avro create the generated classes of this package, in addition to whatever it trusts by
   * default. May be called any number of times; replaces a trust that somebody else has set.
   */
  public static void install() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(ClassSecurityValidator.DEFAULT, OURS));
  }

  /** The schemas that stand alone as the value of a topic, as the generated classes carry them. */
  public static List<Schema> topicValues() {
    return TOPIC_VALUES;
  }

  /** Every record schema, nested ones included, by its simple name, such as {@code AlertRecord}. */
  public static SortedMap<String, Schema> byRecordName() {
    return BY_RECORD_NAME;
  }

  /**
   * The schema of one record.
   *
   * @throws IllegalArgumentException if there is no such record
   */
  public static Schema schemaOf(String recordName) {
    Schema schema = BY_RECORD_NAME.get(recordName);
    if (schema == null) {
      throw new IllegalArgumentException("No record schema is called " + recordName);
    }
    return schema;
  }

  private static SortedMap<String, Schema> reachable(List<Schema> roots) {
    SortedMap<String, Schema> found = new TreeMap<>();
    Deque<Schema> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      Schema schema = open.pop();
      switch (schema.getType()) {
        case RECORD -> {
          if (found.putIfAbsent(schema.getName(), schema) == null) {
            schema.getFields().forEach(field -> open.push(field.schema()));
          }
        }
        case UNION -> schema.getTypes().forEach(open::push);
        case ARRAY -> open.push(schema.getElementType());
        case MAP -> open.push(schema.getValueType());
        case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {
          // Leaves: no record below them.
        }
      }
    }
    return found;
  }
}
