package org.safeguardinghub.deploy.local.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.deploy.local.directory.CsvRows.Row;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;

/**
 * Reads tables of a directory over the one that a running hub has: a table replaces its rows, a
 * column that a file lacks stays as it is, tables that are not given stay whole. It is written as a
 * directory file and read as one, so that the same rules hold for both; each fault is told at its
 * line of the table.
 */
public final class DirectoryCsv {
  private final LeadDirectory current;
  private final Map<DirectoryTable, String> names = new EnumMap<>(DirectoryTable.class);
  private final Map<DirectoryTable, List<Row>> rows = new EnumMap<>(DirectoryTable.class);
  private final List<Fault> faults = new ArrayList<>();

  private DirectoryCsv(LeadDirectory current) {
    this.current = current;
    for (DirectoryTable table : DirectoryTable.values()) {
      rows.put(table, standing(table));
    }
  }

  /** A table of the hub's own directory. Its rows have no line. */
  private List<Row> standing(DirectoryTable table) {
    return DirectoryTables.rows(current, table).stream().map(cells -> new Row(0, cells)).toList();
  }

  /**
   * Reads files over a directory.
   *
   * @param files text of each by its name
   */
  public static DirectoryFile.Reading read(
      LeadDirectory current, Map<String, String> files, LocalDate today) {
    DirectoryCsv csv = new DirectoryCsv(current);
    files.forEach(csv::take);
    if (csv.faults.isEmpty()) {
      return csv.whole(today);
    }
    return new DirectoryFile.Reading.Faulty(csv.faults);
  }

  private void take(String name, String text) {
    Faults found = new Faults(name);
    for (CsvRows read : CsvRows.read(text, found)) {
      if (names.putIfAbsent(read.table(), name) != null) {
        found.add(1, "this table is there twice: " + names.get(read.table()));
      }
      Map<List<String>, Row> standing = new LinkedHashMap<>();
      standing(read.table()).forEach(row -> standing.putIfAbsent(row.key(read.table()), row));
      rows.put(
          read.table(),
          read.rows().stream()
              .map(row -> over(row, Optional.ofNullable(standing.get(row.key(read.table())))))
              .toList());
    }
    faults.addAll(found.inOrder());
  }

  /** With what stands where the file has no such column. */
  private static Row over(Row row, Optional<Row> before) {
    Map<String, String> cells = new LinkedHashMap<>();
    before.ifPresent(standing -> cells.putAll(standing.cells()));
    // Of whoever else holds the role.
    cells.remove("order");
    cells.putAll(row.cells());
    return new Row(row.line(), cells);
  }

  private DirectoryFile.Reading whole(LocalDate today) {
    Transcript text = new Transcript();
    text.line("effectiveFrom: " + current.effectiveFrom());
    text.line("area: " + Transcript.quoted(current.area()));
    text.line("mailDomain: " + Transcript.quoted(current.mailDomain()));
    text.list("agencies", DirectoryTable.AGENCIES);
    rows(DirectoryTable.AGENCIES)
        .forEach(
            row ->
                text.item(
                    new Transcript.Item()
                        .text("code", row.cell("code"))
                        .text("name", row.cell("name")),
                    DirectoryTable.AGENCIES,
                    row.line()));
    text.list("persons", DirectoryTable.PERSONS);
    rows(DirectoryTable.PERSONS)
        .forEach(row -> text.item(person(row), DirectoryTable.PERSONS, row.line()));
    text.list("roles", DirectoryTable.ROLES);
    roles().forEach(held -> text.item(role(held), DirectoryTable.ROLES, held.getFirst().line()));
    strangersOnLeave();
    return switch (DirectoryFile.read("", text.text(), Optional.of(today))) {
      case DirectoryFile.Reading.Sound(LeadDirectory directory) when faults.isEmpty() ->
          new DirectoryFile.Reading.Sound(directory);
      case DirectoryFile.Reading.Sound _ -> new DirectoryFile.Reading.Faulty(sorted());
      case DirectoryFile.Reading.Faulty(List<Fault> found) -> {
        found.forEach(fault -> faults.add(text.traced(fault, names)));
        yield new DirectoryFile.Reading.Faulty(sorted());
      }
    };
  }

  private List<Fault> sorted() {
    return faults.stream()
        .distinct()
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .toList();
  }

  private List<Row> rows(DirectoryTable table) {
    return rows.getOrDefault(table, List.of());
  }

  private Transcript.Item person(Row row) {
    String user = row.cell("user");
    String mail = row.cell("mail");
    Transcript.Item item =
        new Transcript.Item()
            .text("id", row.cell("id"))
            .text("user", user)
            .text("name", row.cell("name"))
            .text("mail", mail.equals(user + "@" + current.mailDomain()) ? "" : mail)
            .text("phone", row.cell("phone"))
            .text("firstDay", row.cell("firstDay"))
            .text("lastDay", row.cell("lastDay"))
            .text("hours", row.cell("hours"))
            .texts("channels", words(row.cell("channels")))
            .texts("conflicts", words(row.cell("conflicts")))
            .maps(
                "leave",
                rows(DirectoryTable.LEAVE).stream()
                    .filter(away -> away.cell("person").equals(row.cell("id")))
                    .map(
                        away ->
                            new Transcript.Item()
                                .text("firstDay", away.cell("firstDay"))
                                .text("lastDay", away.cell("lastDay")))
                    .toList());
    // No table holds a secret: it stays with its person.
    current
        .person(row.cell("id"))
        .flatMap(person -> person.ways().webhook())
        .ifPresent(
            webhook ->
                item.map(
                    "webhook",
                    new Transcript.Item()
                        .text("url", webhook.url())
                        .text("secret", webhook.secret().reveal())));
    return item;
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("[\\s,]+", -1));
  }

  private void strangersOnLeave() {
    Set<String> ids = new HashSet<>();
    rows(DirectoryTable.PERSONS).forEach(person -> ids.add(person.cell("id")));
    for (Row away : rows(DirectoryTable.LEAVE)) {
      // Leave that stands goes with a person who is taken out.
      if (away.line() > 0 && !ids.contains(away.cell("person"))) {
        fault(DirectoryTable.LEAVE, away, "nobody has the person id " + away.cell("person"));
      }
    }
  }

  /** The rows of each role, in the order in which its holders are asked. */
  private List<List<Row>> roles() {
    Map<List<String>, List<Row>> byRole = new LinkedHashMap<>();
    for (Row row : rows(DirectoryTable.ROLES)) {
      byRole.computeIfAbsent(row.key(DirectoryTable.ROLES), _ -> new ArrayList<>()).add(row);
    }
    List<List<Row>> roles = new ArrayList<>();
    for (List<Row> held : byRole.values()) {
      held.stream().skip(1).forEach(row -> alike(held.getFirst(), row));
      roles.add(inOrder(held));
    }
    return roles;
  }

  /** Each row of a role says of the role what its first row says. */
  private void alike(Row first, Row row) {
    for (String column : List.of("title", "manager", "outOfHours", "area", "firstDay", "lastDay")) {
      if (!first.cell(column).equals(row.cell(column))) {
        fault(
            DirectoryTable.ROLES,
            row,
            "'%s' is another than in line %d of the same role".formatted(column, first.line()));
      }
    }
  }

  /** By the column {@code order}; in the order of the file where it is not given. */
  private List<Row> inOrder(List<Row> held) {
    if (held.stream().allMatch(row -> row.cell("order").isEmpty())) {
      return held;
    }
    Set<String> orders = new HashSet<>();
    for (Row row : held) {
      if (!row.cell("order").matches("[1-9][0-9]{0,3}")) {
        fault(DirectoryTable.ROLES, row, "'order' must be a number from 1");
        return held;
      }
      if (!orders.add(row.cell("order"))) {
        fault(DirectoryTable.ROLES, row, "'order' " + row.cell("order") + " is there twice");
      }
    }
    return held.stream()
        .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.cell("order"))))
        .toList();
  }

  private Transcript.Item role(List<Row> held) {
    Row row = held.getFirst();
    return new Transcript.Item()
        .text("role", row.cell("role"))
        .text("title", row.cell("title"))
        .text("agency", row.cell("agency"))
        .texts("holders", held.stream().map(one -> one.cell("person")).toList())
        .text("manager", row.cell("manager"))
        .text("outOfHours", row.cell("outOfHours"))
        .text("area", row.cell("area"))
        .text("firstDay", row.cell("firstDay"))
        .text("lastDay", row.cell("lastDay"));
  }

  private void fault(DirectoryTable table, Row row, String reason) {
    faults.add(new Fault(names.getOrDefault(table, table.file()), row.line(), reason));
  }
}
