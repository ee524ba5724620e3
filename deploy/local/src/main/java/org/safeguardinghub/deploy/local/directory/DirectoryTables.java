package org.safeguardinghub.deploy.local.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.console.people.Ways;

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

  /** Files by name. */
  public static Map<String, String> csv(LeadDirectory directory) {
    List<List<String>> persons = new ArrayList<>();
    persons.add(List.of("id", "user", "name", "mail", "phone", "channels", "firstDay", "lastDay"));
    List<List<String>> leave = new ArrayList<>();
    leave.add(List.of("person", "firstDay", "lastDay"));
    for (Person person : directory.persons()) {
      persons.add(
          List.of(
              person.id(),
              person.user(),
              person.name(),
              directory.mailOf(person),
              person.ways().phone().orElse(""),
              person.ways().order().stream().map(Ways.Way::word).collect(Collectors.joining(" ")),
              person.term().firstDay().map(LocalDate::toString).orElse(""),
              person.term().lastDay().map(LocalDate::toString).orElse("")));
      person
          .leave()
          .forEach(
              away ->
                  leave.add(
                      List.of(person.id(), away.firstDay().toString(), away.lastDay().toString())));
    }
    List<List<String>> roles = new ArrayList<>();
    roles.add(List.of("role", "title", "agency", "order", "person", "manager", "outOfHours"));
    for (RoleHolding holding : directory.roles()) {
      for (int i = 0; i < holding.holders().size(); i++) {
        roles.add(
            List.of(
                holding.role(),
                holding.title(),
                holding.agency().orElse(""),
                String.valueOf(i + 1),
                holding.holders().get(i),
                holding.manager().orElse(""),
                holding.outOfHours().orElse("")));
      }
    }
    Map<String, String> files = new LinkedHashMap<>();
    files.put("persons.csv", lines(persons));
    files.put("roles.csv", lines(roles));
    files.put("leave.csv", lines(leave));
    return files;
  }

  private static String lines(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(DirectoryTables::field).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  /** A spreadsheet takes what begins with one of these for a formula. */
  private static String field(String text) {
    String plain = text.matches("[=+@-].*") ? "'" + text : text;
    return plain.matches("[^,\"\\r\\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
  }
}
