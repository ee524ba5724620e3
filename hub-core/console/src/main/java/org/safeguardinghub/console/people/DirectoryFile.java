package org.safeguardinghub.console.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.kernel.yaml.Faults;
import org.safeguardinghub.kernel.yaml.Fields;
import org.safeguardinghub.kernel.yaml.YamlDocument;
import org.safeguardinghub.kernel.yaml.YamlNode;

/** Reads a directory file and reports every fault of it with its line. */
public final class DirectoryFile {
  private final Faults faults = new Faults("directory.yaml");
  private final Set<String> personIds = new HashSet<>();
  private final Set<String> roleKeys = new HashSet<>();
  private final Set<String> roleCodes = new HashSet<>();

  private DirectoryFile() {}

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

  public static Reading read(String yaml) {
    DirectoryFile file = new DirectoryFile();
    Optional<LeadDirectory> directory = YamlDocument.parse(yaml, file.faults).map(file::directory);
    if (directory.isPresent() && file.faults.none()) {
      return new Reading.Sound(directory.get());
    }
    return new Reading.Faulty(file.faults.inOrder());
  }

  private LeadDirectory directory(YamlNode.Mapping root) {
    Fields fields = Fields.of(root, faults);
    List<Agency> agencies =
        fields.requiredItems("agencies").stream().map(node -> agency(node)).toList();
    List<Person> persons =
        fields.requiredItems("persons").stream().map(node -> person(node)).toList();
    List<YamlNode> roleNodes = fields.requiredItems("roles");
    List<RoleHolding> roles = new ArrayList<>();
    roleNodes.forEach(node -> roles.add(role(node, agencies)));
    for (int i = 0; i < roles.size(); i++) {
      checkNamedRoles(roles.get(i), roleNodes.get(i));
    }
    LeadDirectory directory =
        new LeadDirectory(
            fields.date("effectiveFrom"),
            fields.text("area"),
            fields.text("mailDomain"),
            agencies,
            persons,
            roles);
    fields.close();
    return directory;
  }

  private Agency agency(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    Agency agency = new Agency(fields.text("code"), fields.text("name"));
    fields.close();
    return agency;
  }

  private Person person(YamlNode node) {
    Fields fields = Fields.of(node, faults);
    Person person = new Person(fields.text("id"), fields.text("user"), fields.text("name"));
    fields.close();
    if (!personIds.add(person.id())) {
      faults.add(node, "the person id " + person.id() + " is given twice");
    }
    return person;
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
            fields.optionalText("outOfHours"));
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

  private static String resource() {
    try (InputStream in = DirectoryFile.class.getResourceAsStream("directory.yaml")) {
      return new String(
          Objects.requireNonNull(in, "directory.yaml").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
