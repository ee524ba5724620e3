package org.safeguardinghub.console.people;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a directory as the file that {@link DirectoryFile} reads. */
public final class DirectoryText {
  /** Everything else is quoted: a colon, a hash or a word such as {@code no} means something. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?!(?i:true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9_.@-]*( [A-Za-z0-9_.-]+)*");

  private DirectoryText() {}

  public static String of(LeadDirectory directory) {
    StringBuilder text = new StringBuilder();
    text.append("effectiveFrom: ").append(directory.effectiveFrom()).append('\n');
    text.append("area: ").append(quoted(directory.area())).append('\n');
    text.append("mailDomain: ").append(quoted(directory.mailDomain())).append('\n');
    list(text, "agencies", directory.agencies().stream().map(DirectoryText::agency).toList());
    list(text, "persons", directory.persons().stream().map(DirectoryText::person).toList());
    text.append("\n# holders: in the order in which they are asked (holder, then deputies).");
    list(text, "roles", directory.roles().stream().map(DirectoryText::role).toList());
    return text.toString();
  }

  private static void list(StringBuilder text, String key, List<String> items) {
    text.append('\n').append(key).append(":\n");
    items.forEach(item -> text.append("  - {").append(item).append("}\n"));
  }

  private static String agency(Agency agency) {
    return "code: " + quoted(agency.code()) + ", name: " + quoted(agency.name());
  }

  private static String person(Person person) {
    String leave =
        person.leave().stream()
            .map(away -> "{firstDay: " + away.firstDay() + ", lastDay: " + away.lastDay() + "}")
            .collect(Collectors.joining(", "));
    return "id: "
        + quoted(person.id())
        + ", user: "
        + quoted(person.user())
        + ", name: "
        + quoted(person.name())
        + field("mail", person.mail())
        + term(person.term())
        + (leave.isEmpty() ? "" : ", leave: [" + leave + "]")
        + ways(person.ways())
        + field("hours", person.hours().map(Week::words))
        + conflicts(person);
  }

  private static String conflicts(Person person) {
    return person.conflicts().isEmpty()
        ? ""
        : person.conflicts().stream()
            .map(DirectoryText::quoted)
            .collect(Collectors.joining(", ", ", conflicts: [", "]"));
  }

  /** With a webhook's secret: a file that lost it could not be imported again. */
  private static String ways(Ways ways) {
    String webhook =
        ways.webhook()
            .map(
                receiver ->
                    ", webhook: {url: %s, secret: %s}"
                        .formatted(quoted(receiver.url()), quoted(receiver.secret().reveal())))
            .orElse("");
    boolean usual = ways.order().equals(Ways.MAIL_ONLY.order());
    return field("phone", ways.phone())
        + webhook
        + (usual ? "" : ", channels: [" + ways.words() + "]");
  }

  private static String role(RoleHolding holding) {
    return "role: "
        + quoted(holding.role())
        + ", title: "
        + quoted(holding.title())
        + field("agency", holding.agency())
        + ", holders: ["
        + holding.holders().stream().map(DirectoryText::quoted).collect(Collectors.joining(", "))
        + "]"
        + field("manager", holding.manager())
        + field("outOfHours", holding.outOfHours())
        + (holding.area() ? ", area: true" : "")
        + term(holding.term());
  }

  private static String term(Term term) {
    return term.firstDay().map(day -> ", firstDay: " + day).orElse("")
        + term.lastDay().map(day -> ", lastDay: " + day).orElse("");
  }

  private static String field(String key, Optional<String> value) {
    return value.map(text -> ", " + key + ": " + quoted(text)).orElse("");
  }

  private static String quoted(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
