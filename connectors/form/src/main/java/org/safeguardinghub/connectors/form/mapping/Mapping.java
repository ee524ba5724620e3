package org.safeguardinghub.connectors.form.mapping;

import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.safeguardinghub.connectors.form.CodeBook.Meaning;
import org.safeguardinghub.connectors.form.CodeBook.Table;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.catalogue.OriginFamily;
import org.safeguardinghub.kernel.event.Assertion;
import org.safeguardinghub.kernel.event.SubjectRole;

/**
 * A reviewed mapping.
 *
 * @param id short name, as {@code harbour-housing}
 * @param families whose senders may use it
 * @param legalGateway the basis on which its senders share
 * @param stable whether the source keeps its record ids, so that a change is a correction
 * @param layouts how records are found; JSON and XML where both say the same by the same names
 * @param join the list that says more of the persons, if there is one
 * @param people whom a record is about, unless a rule says otherwise
 * @param rules which events a record becomes; several may apply
 * @param otherwise what is said of a record to which no rule applies
 * @param tables codes of the source
 */
record Mapping(
    String id,
    int version,
    String title,
    Set<OriginFamily> families,
    String legalGateway,
    boolean stable,
    List<Layout> layouts,
    Optional<ListBeside> join,
    List<Person> people,
    List<Rule> rules,
    Otherwise otherwise,
    Map<String, Table> tables) {
  Mapping {
    families = Set.copyOf(families);
    layouts = List.copyOf(layouts);
    people = List.copyOf(people);
    rules = List.copyOf(rules);
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** How records are found in what came in, and how what came in is recognised. */
  sealed interface Layout {
    /**
     * Rows under a row of headings, in a CSV file or on a sheet of a workbook.
     *
     * @param columns headings that must all be there; case, spaces and signs make no difference
     * @param without headings that must not be there
     * @param separator between cells
     * @param encoding {@code UTF-8} or {@code windows-1252}
     */
    record Csv(List<String> columns, List<String> without, char separator, String encoding)
        implements Layout {}

    /**
     * Objects of a JSON text.
     *
     * @param keys names that the root, or the first item of a list, must have
     * @param anyOf names of which it must have at least one; none: this is not asked
     * @param where what must hold of it
     * @param records the way to the records
     */
    record Json(List<String> keys, List<String> anyOf, List<Condition> where, Path records)
        implements Layout {}

    /**
     * Elements of an XML text.
     *
     * @param root local name of the root element
     * @param namespace its namespace; absent: any
     * @param where what must hold of the root
     * @param unwrap where another XML text stands as text, whose records they are; absent: in this
     * @param records the way to the records, from the root's own name on
     */
    record Xml(
        String root,
        Optional<String> namespace,
        List<Condition> where,
        Optional<Path> unwrap,
        Path records)
        implements Layout {}
  }

  /**
   * Another list of the same return.
   *
   * @param list name of its form, rows under headings
   * @param by the column that names a person in both
   */
  record ListBeside(String list, Path by) {}

  /**
   * A person.
   *
   * @param each the way to several such persons; absent: one
   * @param ref the source's own stable reference of the person
   * @param claims name of the claim and where it stands
   * @param sourceRefs system and where the person's number in it stands
   */
  record Person(
      SubjectRole role,
      Optional<Path> each,
      Value ref,
      Map<String, Value> claims,
      Map<String, Value> sourceRefs) {}

  /**
   * When it happened.
   *
   * @param formats in which the source writes it; none: days as people write them, or ISO
   * @param approximate whether the source knows it only about
   */
  record Occurred(Value at, List<DateTimeFormatter> formats, boolean approximate) {
    Occurred {
      formats = List.copyOf(formats);
    }
  }

  /** What an event is. */
  sealed interface Becomes {
    /** Always the same type. */
    record Type(EventType type, OptionalInt level) implements Becomes {}

    /** What a code of the source says. */
    record Coded(Value code, String table) implements Becomes {}
  }

  /**
   * A level by a code of the source.
   *
   * @param scale what the source calls its scale
   * @param levels code and level
   */
  record Level(Value code, String scale, Map<String, Integer> levels) {}

  /**
   * An attribute.
   *
   * @param codes what a text of the source stands for; empty: the text itself
   */
  record AttributeFrom(String name, Value value, Map<String, Object> codes) {}

  /**
   * Which event a record becomes, and when.
   *
   * @param name for people
   * @param each the way to several such events in a record; absent: the record itself
   * @param when what must hold of it
   * @param recordId the source's own id of the event
   * @param references household, place and the like, by the names of the intake
   */
  record Rule(
      String name,
      Optional<Path> each,
      List<Condition> when,
      Value recordId,
      Occurred occurred,
      Becomes becomes,
      Optional<Level> level,
      Optional<Value> narrative,
      Optional<Assertion> assertion,
      Map<String, Value> references,
      List<AttributeFrom> attributes,
      List<Person> people) {}

  /** Why a record becomes nothing. */
  record Otherwise(String reasonCode, String why) {}

  /** The meaning of a code, where the rule goes by codes. */
  Optional<Meaning> meaning(String table, String code) {
    Table known = tables.get(table);
    return known == null ? Optional.empty() : known.find(code);
  }
}
