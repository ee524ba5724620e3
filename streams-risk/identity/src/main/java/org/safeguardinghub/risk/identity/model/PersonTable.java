package org.safeguardinghub.risk.identity.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safeguardinghub.risk.identity.compare.CodeComparator;
import org.safeguardinghub.risk.identity.compare.DayComparator;
import org.safeguardinghub.risk.identity.compare.FieldComparator;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.compare.NameClasses;
import org.safeguardinghub.risk.identity.compare.WordsComparator;

/**
 * Records of people as rows of numbers: each value is the number of its form in a dictionary. Rows
 * are numbered from 0 in the order of their coming.
 */
public final class PersonTable {
  /** Stands for a value that is not known. */
  public static final int MISSING = -1;

  private final List<Field> fields;
  private final List<Group> groups;
  private final int[] groupOf;
  private final LatelyRead[] read;
  private final Dictionary[] dictionaries;
  private int[] values = new int[1024];
  private int rows;

  /** An empty table with these fields. */
  public PersonTable(List<Field> fields, NameClasses classes) {
    this.fields = List.copyOf(fields);
    this.groupOf = new int[fields.size()];
    this.groups = groups(this.fields, classes, groupOf);
    this.dictionaries =
        IntStream.range(0, groupOf.length)
            .mapToObj(f -> group(f).dictionary())
            .toArray(Dictionary[]::new);
    this.read = new LatelyRead[groups.size()];
    Arrays.setAll(read, _ -> new LatelyRead());
  }

  private static List<Group> groups(List<Field> fields, NameClasses classes, int[] groupOf) {
    Map<String, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      Kind kind = fields.get(i).kind();
      String name = kind.interchangeable() ? kind.group() : "field " + i;
      members.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
    }
    List<Group> groups = new ArrayList<>();
    for (List<Integer> group : members.values()) {
      group.forEach(field -> groupOf[field] = groups.size());
      Field first = fields.get(group.getFirst());
      groups.add(new Group(group, comparator(first, classes), new Dictionary()));
    }
    return List.copyOf(groups);
  }

  private static FieldComparator comparator(Field field, NameClasses classes) {
    return switch (field.kind().reading()) {
      case NAME -> WordsComparator.names(classes);
      case TEXT -> WordsComparator.texts();
      case DAY -> new DayComparator(field.formats());
      case SEX -> CodeComparator.sexes();
      case NHS_NUMBER -> CodeComparator.nhsNumbers();
      case UPN -> CodeComparator.pupilNumbers();
      case IDENTIFIER -> CodeComparator.identifiers();
      case PHONE -> CodeComparator.phones();
      case EMAIL -> CodeComparator.mails();
      case POSTCODE -> CodeComparator.postcodes();
      case CATEGORY -> CodeComparator.categories();
    };
  }

  /**
   * Takes a record.
   *
   * @param sent one text for each field, blank where nothing was sent
   * @return its row
   */
  public int add(List<String> sent) {
    int width = fields.size();
    if ((rows + 1) * width > values.length) {
      values = Arrays.copyOf(values, Math.max(values.length * 2, (rows + 1) * width));
    }
    for (int i = 0; i < width; i++) {
      String text = sent.get(i);
      values[rows * width + i] = text.isBlank() ? MISSING : number(groupOf[i], text);
    }
    return rows++;
  }

  private int number(int group, String text) {
    int known = read[group].number(text);
    if (known != LatelyRead.UNKNOWN) {
      return known;
    }
    Form form = groups.get(group).comparator().read(text);
    int number = form == null ? MISSING : groups.get(group).dictionary().number(form);
    read[group].put(text, number);
    return number;
  }

  /** How many records there are. */
  public int rows() {
    return rows;
  }

  /** The fields in their order. */
  public List<Field> fields() {
    return fields;
  }

  /** The groups that the fields make. */
  public List<Group> groups() {
    return groups;
  }

  /** The fields of each group, for those who go through them again and again. */
  public int[][] fieldsOfGroups() {
    return groups.stream()
        .map(group -> group.fields().stream().mapToInt(field -> field).toArray())
        .toArray(int[][]::new);
  }

  /** The group of a field. */
  public Group group(int field) {
    return groups.get(groupOf[field]);
  }

  int groupOf(int field) {
    return groupOf[field];
  }

  /** The number of a value, or {@link #MISSING}. */
  public int value(int row, int field) {
    return values[row * fields.size() + field];
  }

  /** Looks at what comparing a row looks at first. What comes of it means nothing. */
  long touch(int row) {
    long touched = 0;
    for (int field = 0; field < groupOf.length; field++) {
      int value = values[row * groupOf.length + field];
      touched += dictionaries[field].signature(value & ~(value >> 31));
    }
    return touched;
  }

  /** A value's form; null where it is missing. */
  public @Nullable Form form(int row, int field) {
    int value = value(row, field);
    return value == MISSING ? null : group(field).dictionary().form(value);
  }
}
