package org.safeguardinghub.deploy.local.directory;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Ways;
import org.safeguardinghub.console.people.Week;

/** A directory as tables: for a terminal, and for a spreadsheet. */
public final class DirectoryTables {
  private DirectoryTables() {}

  /** One line for each role, with those who can be reached on the day, in order. */
  public static String shown(LeadDirectory directory, LocalDate day) {
    StringBuilder text = new StringBuilder();
    for (RoleHolding holding : directory.roles()) {
      text.append(
          "%-44s %s%n"
              .formatted(
                  holding.name(),
                  holding.holders().stream()
                      .map(id -> named(directory, id, day))
                      .collect(Collectors.joining(", "))));
    }
    return text.toString();
  }

  private static String named(LeadDirectory directory, String id, LocalDate day) {
    String name = directory.nameOf(id);
    if (!directory.belongs(id, day)) {
      return name + " (not there)";
    }
    return directory.person(id).filter(person -> person.reachableOn(day)).isPresent()
        ? name
        : name + " (away)";
  }

  /** Files by name; each can be imported again. */
  public static Map<String, String> csv(LeadDirectory directory) {
    Map<String, String> files = new LinkedHashMap<>();
    for (DirectoryTable table : DirectoryTable.values()) {
      StringBuilder text = new StringBuilder();
      line(text, table.columns());
      for (Map<String, String> row : rows(directory, table)) {
        line(text, table.columns().stream().map(row::get).map(String::valueOf).toList());
      }
      files.put(table.file(), text.toString());
    }
    return files;
  }

  /** The rows of a table, each with all of its columns. */
  static List<Map<String, String>> rows(LeadDirectory directory, DirectoryTable table) {
    return switch (table) {
      case AGENCIES ->
          directory.agencies().stream()
              .map(agency -> Map.of("code", agency.code(), "name", agency.name()))
              .toList();
      case PERSONS ->
          directory.persons().stream().map(person -> person(directory, person)).toList();
      case LEAVE ->
          directory.persons().stream()
              .flatMap(
                  person ->
                      person.leave().stream()
                          .map(
                              away ->
                                  Map.of(
                                      "person", person.id(),
                                      "firstDay", away.firstDay().toString(),
                                      "lastDay", away.lastDay().toString())))
              .toList();
      case ROLES ->
          directory.roles().stream()
              .flatMap(
                  holding ->
                      IntStream.range(0, holding.holders().size())
                          .mapToObj(place -> role(holding, place)))
              .toList();
    };
  }

  private static Map<String, String> person(LeadDirectory directory, Person person) {
    return Map.of(
        "id", person.id(),
        "user", person.user(),
        "name", person.name(),
        "mail", directory.mailOf(person),
        "phone", person.ways().phone().orElse(""),
        "channels",
            person.ways().order().stream().map(Ways.Way::word).collect(Collectors.joining(" ")),
        "firstDay", person.term().firstDay().map(LocalDate::toString).orElse(""),
        "lastDay", person.term().lastDay().map(LocalDate::toString).orElse(""),
        "hours", person.hours().map(Week::words).orElse(""),
        "conflicts", String.join(" ", person.conflicts()));
  }

  private static Map<String, String> role(RoleHolding holding, int place) {
    return Map.of(
        "role", holding.role(),
        "title", holding.title(),
        "agency", holding.agency().orElse(""),
        "order", String.valueOf(place + 1),
        "person", holding.holders().get(place),
        "manager", holding.manager().orElse(""),
        "outOfHours", holding.outOfHours().orElse(""),
        "area", holding.area() ? "true" : "",
        "firstDay", holding.term().firstDay().map(LocalDate::toString).orElse(""),
        "lastDay", holding.term().lastDay().map(LocalDate::toString).orElse(""));
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append(cells.stream().map(DirectoryTables::field).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  /** A spreadsheet takes what begins with one of these for a formula. */
  private static String field(String text) {
    String plain = text.matches("[=+@-].*") ? "'" + text : text;
    return plain.matches("[^,\"\\r\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }
}
