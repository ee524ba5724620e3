package org.safeguardinghub.console.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.calendar.WeeklyHours;
import org.safeguardinghub.kernel.event.Sensitive;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads a directory file and reports every fault of it with its line. */
public final class DirectoryFile {
  private final Faults faults;
  private final Set<String> personIds = new HashSet<>();
  private final Set<String> users = new HashSet<>();
  private final Set<String> roleKeys = new HashSet<>();
  private final Set<String> roleCodes = new HashSet<>();

  private DirectoryFile(String name) {
    this.faults = new Faults(name);
  }

  /** What became of reading. */
  public sealed interface Reading {
    record Sound(LeadDirectory directory) implements Reading {}

    record Faulty(List<Fault> faults) implements Reading {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** The shipped directory; a faulty one is a fault of the build and stops the start. */
  public static LeadDirectory shipped() {
    return switch (read(resource())) {
      case Reading.Sound(LeadDirectory directory) -> directory;
      case Reading.Faulty(List<Fault> found) ->
          throw new IllegalStateException("the lead directory is faulty: " + found);
    };
  }

  /** The text of the shipped directory. */
  public static String shippedText() {
    return resource();
  }

  public static Reading read(String yaml) {
    return read("directory.yaml", yaml, Optional.empty());
  }

  /**
   * Reads a directory that is to hold from a day on.
   *
   * @param name of the file, for its faults
   * @param today a role or desk that nobody reaches on this day or later is a fault; absent: not
   *     looked at
   */
  public static Reading read(String name, String yaml, Optional<LocalDate> today) {
    DirectoryFile file = new DirectoryFile(name);
    Optional<LeadDirectory> directory =
        YamlDocument.parse(yaml, file.faults).map(root -> file.directory(root, today));
    if (directory.isPresent() && file.faults.none()) {
      return new Reading.Sound(directory.get());
    }
    return new Reading.Faulty(file.faults.inOrder());
  }

  private LeadDirectory directory(YamlNode.Mapping root, Optional<LocalDate> today) {
    Fields fields = Fields.of(root, faults);
    List<Agency> agencies =
        fields.requiredItems("agencies").stream().map(node -> agency(node)).toList();
    List<Person> persons =
        fields.requiredItems("persons").stream().map(node -> person(node, agencies)).toList();
    List<YamlNode> roleNodes = fields.requiredItems("roles");
    List<RoleHolding> roles = new ArrayList<>();
    roleNodes.forEach(node -> roles.add(role(node, agencies)));
    LeadDirectory directory =
        new LeadDirectory(
            fields.date("effectiveFrom"),
            fields.text("area"),
            fields.text("mailDomain"),
            agencies,
            persons,
            roles);
    fields.close();
    for (int i = 0; i < roles.size(); i++) {
      checkNamedRoles(roles.get(i), roleNodes.get(i));
      checkLadder(directory, roles.get(i), roleNodes.get(i));
    }
    for (String needed : Reach.NEVER_EMPTY) {
      if (!roleCodes.contains(needed)) {
        faults.add(fields.line("roles"), "there must be a role " + needed);
      }
    }
    if (faults.none() && today.isPresent()) {
      checkReach(directory, roleNodes, today.get());
    }
    return directory;
  }

  private void checkReach(LeadDirectory directory, List<YamlNode> nodes, LocalDate today) {
    for (Reach.Gap gap : Reach.gaps(directory, today)) {
      if (Reach.refused(directory, gap)) {
        faults.add(nodes.get(directory.roles().indexOf(gap.holding())), gap.words());
      }
    }
  }

  private Agency agency(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    Agency agency = new Agency(fields.text("code"), fields.text("name"));
    fields.close();
    return agency;
  }

  private Person person(YamlNode node, List<Agency> agencies) {
    Fields fields = Fields.of(node, faults);
    Person person =
        new Person(
            fields.text("id"),
            fields.text("user"),
            fields.text("name"),
            fields.optionalText("mail"),
            term(fields),
            fields.items("leave").stream().map(this::leave).toList(),
            ways(fields),
            hours(fields),
            conflicts(fields, agencies));
    fields.close();
    if (!personIds.add(person.id())) {
      faults.add(node, "the person id " + person.id() + " is given twice");
    }
    if (!users.add(person.user())) {
      faults.add(node, "the sign-in name " + person.user() + " is given twice");
    }
    if (person.mail().filter(mail -> !mail.matches("[^@\\s]+@[^@\\s]+")).isPresent()) {
      faults.add(fields.line("mail"), "'mail' must be a mail address");
    }
    return person;
  }

  private Ways ways(Fields fields) {
    List<Ways.Way> order = new ArrayList<>();
    if (fields.has("channels")) {
      for (String word : fields.texts("channels")) {
        Ways.Way.of(word)
            .ifPresentOrElse(
                order::add,
                () -> faults.add(fields.line("channels"), "no channel is named " + word));
      }
    } else {
      order.add(Ways.Way.MAIL);
    }
    Ways ways =
        new Ways(order, fields.optionalText("phone"), fields.node("webhook").map(this::webhook));
    ways.faults().forEach(fault -> faults.add(fields.line(), fault));
    return ways;
  }

  private Optional<WeeklyHours> hours(Fields fields) {
    Optional<String> words = fields.optionalText("hours");
    Optional<WeeklyHours> hours = words.flatMap(Week::read);
    if (words.isPresent() && hours.isEmpty()) {
      faults.add(
          fields.line("hours"), "'hours' must be such as \"mon tue 09:00-15:30, fri 22:00-06:00\"");
    }
    return hours;
  }

  private Set<String> conflicts(Fields fields, List<Agency> agencies) {
    if (!fields.has("conflicts")) {
      return Set.of();
    }
    List<String> entries = fields.texts("conflicts");
    Conflicts.faults(entries, agencies)
        .forEach(fault -> faults.add(fields.line("conflicts"), fault));
    return Set.copyOf(entries);
  }

  private Ways.Webhook webhook(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    Ways.Webhook webhook =
        new Ways.Webhook(fields.text("url"), Sensitive.of(fields.text("secret")));
    fields.close();
    return webhook;
  }

  private Term term(Fields fields) {
    Term term = new Term(optionalDate(fields, "firstDay"), optionalDate(fields, "lastDay"));
    term.firstDay()
        .flatMap(first -> term.lastDay().filter(last -> last.isBefore(first)))
        .ifPresent(last -> faults.add(fields.line("lastDay"), "the last day is before the first"));
    return term;
  }

  private Leave leave(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    Leave leave = new Leave(fields.date("firstDay"), fields.date("lastDay"));
    fields.close();
    if (leave.lastDay().isBefore(leave.firstDay())) {
      faults.add(node, "the last day is before the first");
    }
    return leave;
  }

  private static Optional<LocalDate> optionalDate(Fields fields, String key) {
    return fields.node(key).isPresent() ? Optional.of(fields.date(key)) : Optional.empty();
  }

  private RoleHolding role(YamlNode node, List<Agency> agencies) {
    Fields fields = Fields.of(node, faults);
    Optional<String> agency = fields.optionalText("agency");
    fields.requiredItems("holders");
    RoleHolding holding =
        new RoleHolding(
            fields.text("role"),
            fields.text("title"),
            agency,
            fields.flag("area"),
            fields.texts("holders"),
            fields.optionalText("manager"),
            fields.optionalText("outOfHours"),
            term(fields));
    fields.close();
    for (String holder : holding.holders()) {
      if (!personIds.contains(holder)) {
        faults.add(node, "nobody has the person id " + holder);
      }
    }
    if (agency.isPresent() && agencies.stream().noneMatch(a -> a.code().equals(agency.get()))) {
      faults.add(node, "no agency has the code " + agency.get());
    }
    if (!roleKeys.add(holding.key())) {
      faults.add(node, "the role " + holding.key() + " is given twice");
    }
    roleCodes.add(holding.role());
    return holding;
  }

  private void checkNamedRoles(RoleHolding holding, YamlNode node) {
    for (String named :
        List.of(
            holding.manager().orElse(holding.role()),
            holding.outOfHours().orElse(holding.role()))) {
      if (!roleCodes.contains(named)) {
        faults.add(node, "there is no role " + named);
      }
    }
  }

  /** A ladder that comes back to where it was would ask the same people again and again. */
  private void checkLadder(LeadDirectory directory, RoleHolding holding, YamlNode node) {
    Set<String> passed = new HashSet<>();
    Optional<String> next = Optional.of(holding.role());
    while (next.isPresent() && passed.add(next.get())) {
      next = directory.managerOf(next.get());
    }
    if (next.filter(holding.role()::equals).isPresent()) {
      faults.add(node, "the ladder above " + holding.role() + " comes back to it");
    }
  }

  private static String resource() {
    try (InputStream in = DirectoryFile.class.getResourceAsStream("directory.yaml")) {
      return new String(
          Objects.requireNonNull(in, "directory.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
