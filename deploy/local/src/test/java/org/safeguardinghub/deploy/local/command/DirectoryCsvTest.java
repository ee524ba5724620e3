package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.people.Person;
import org.safeguardinghub.deploy.local.directory.DirectoryCsv;
import org.safeguardinghub.deploy.local.directory.DirectoryTables;
import org.safeguardinghub.kernel.yaml.Fault;

/** Tables of a directory over the one that a hub has. */
final class DirectoryCsvTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  /** The shipped directory, in which one person has everything that a person can have. */
  private static LeadDirectory full() {
    String nurse = "name: Wren Hollowell";
    String text =
        DirectoryFile.shippedText()
            .replace(
                nurse,
                nurse
                    + ", leave: [{firstDay: 2031-05-01, lastDay: 2031-05-09}], phone: \"+447700900123\","
                    + " channels: [text, webhook, mail], hours: \"mon tue 09:00-15:30\","
                    + " conflicts: [child/c-1a2b, agency/fablewick-nhs], firstDay: 2020-01-01,"
                    + " webhook: {url: \"https://hook.fablewick.example/x\", secret:"
                    + " \"whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\"}");
    return sound(DirectoryFile.read(text));
  }

  private static LeadDirectory sound(DirectoryFile.Reading reading) {
    return switch (reading) {
      case DirectoryFile.Reading.Sound(LeadDirectory directory) -> directory;
      case DirectoryFile.Reading.Faulty(List<Fault> faults) ->
          throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(Map<String, String> files) {
    return switch (DirectoryCsv.read(full(), files, TODAY)) {
      case DirectoryFile.Reading.Sound _ -> List.of();
      case DirectoryFile.Reading.Faulty(List<Fault> faults) ->
          faults.stream().map(Fault::toString).toList();
    };
  }

  private static LeadDirectory read(String file, String text) {
    return sound(DirectoryCsv.read(full(), Map.of(file, text), TODAY));
  }

  @Test
  void whatIsExportedIsTheSameWhenItIsImportedAgain() {
    LeadDirectory full = full();
    Map<String, String> tables = DirectoryTables.csv(full);

    assertThat(sound(DirectoryCsv.read(full, tables, TODAY))).isEqualTo(full);
    tables.forEach((name, text) -> assertThat(read(name, text)).as(name).isEqualTo(full));
    assertThat(String.join("", tables.values())).doesNotContain("whsec_");
  }

  @Test
  void aSpreadsheetMayUseSemicolonsAndAByteOrderMark() {
    String text = Objects.requireNonNull(DirectoryTables.csv(full()).get("persons.csv"));

    assertThat(read("persons.csv", "\uFEFF" + text.replace(',', ';'))).isEqualTo(full());
  }

  @Test
  void aColumnThatIsNotThereLeavesWhatStandsAndARowThatIsNotThereGoes() {
    LeadDirectory full = full();
    StringBuilder text = new StringBuilder("id,user,name\n");
    full.persons().stream()
        .filter(person -> !person.id().equals("p-analyst"))
        .forEach(
            person ->
                text.append(person.id())
                    .append(',')
                    .append(person.user())
                    .append(',')
                    .append(person.id().equals("p-named-nurse") ? "Wren Ashdown" : person.name())
                    .append('\n'));
    StringBuilder roles = new StringBuilder(DirectoryTables.csv(full).get("roles.csv"));
    int analyst = roles.indexOf("analyst,Analyst");
    roles.delete(analyst, roles.indexOf("\n", analyst) + 1);

    LeadDirectory read =
        sound(
            DirectoryCsv.read(
                full, Map.of("p.csv", text.toString(), "r.csv", roles.toString()), TODAY));

    Person nurse = read.person("p-named-nurse").orElseThrow();
    assertThat(nurse.name()).isEqualTo("Wren Ashdown");
    assertThat(nurse.conflicts()).isEqualTo(Set.of("agency/fablewick-nhs", "child/c-1a2b"));
    assertThat(nurse.ways()).isEqualTo(full.person("p-named-nurse").orElseThrow().ways());
    assertThat(nurse.leave()).hasSize(1);
    assertThat(read.person("p-analyst")).isEmpty();
  }

  @Test
  void everyFaultIsToldAtItsLine() {
    String persons =
        """
        id,user,name,lastDay,mail
        p-a,a.b,Ada Birch,31/12/2026,
        p-a,a.c,Ada Birch,,nowhere
        p-d,d.e,Dell Elm
        """
            .replace("\n", "\r\n");
    assertThat(faults(Map.of("persons.csv", persons)))
        .containsExactly("persons.csv:4: 3 cells, where the header has 5");
    assertThat(faults(Map.of("persons.csv", persons.replace("Dell Elm", "Dell Elm,,"))))
        .contains(
            "persons.csv:2: 'lastDay' must be a date such as 2026-03-01",
            "persons.csv:3: 'mail' must be a mail address",
            "persons.csv:3: the person id p-a is given twice",
            "persons.csv:1: nobody has the person id p-mash-manager (in what the hub has: roles.csv)");
  }

  @Test
  void rolesAndLeaveAreCheckedAgainstThePeople() {
    String roles = Objects.requireNonNull(DirectoryTables.csv(full()).get("roles.csv"));
    assertThat(
            faults(
                Map.of(
                    "roles.csv",
                    roles
                        .replace(
                            ",2,p-mash-deputy,service-manager,edt", ",1,p-x,service-manager,edt")
                        .replace("lado,LADO,,2", "lado,The LADO,,2"))))
        .anyMatch(fault -> fault.endsWith("'order' 1 is there twice"))
        .anyMatch(fault -> fault.matches("roles\\.csv:\\d+: nobody has the person id p-x"))
        .anyMatch(fault -> fault.contains("'title' is another than in line "));
    assertThat(faults(Map.of("leave.csv", "person,firstDay,lastDay\np-y,2026-05-01,2026-05-02\n")))
        .containsExactly("leave.csv:2: nobody has the person id p-y");
  }

  @Test
  void whatIsNoTableSaysWhichThereAre() {
    assertThat(faults(Map.of("x.csv", "a,b\n1,2\n")).getFirst())
        .startsWith("x.csv:1: no table of the directory has these columns");
    assertThat(faults(Map.of("x.csv", ""))).containsExactly("x.csv:1: the file is empty");
    assertThat(faults(Map.of("p.csv", "id,user,name,shoe\np,u,n,s\n")))
        .contains("p.csv:1: unknown column 'shoe'");
    assertThat(faults(Map.of("p.csv", "id,user,name\np-1,u,\"open\n"))).hasSize(1);
  }
}
