package org.safeguardinghub.risk.identity.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.kernel.yaml.Fault;
import org.safeguardinghub.risk.identity.compare.Form;
import org.safeguardinghub.risk.identity.model.PersonTable;

final class PersonFilesTest {
  @TempDir private Path folder;

  private static List<Fault> faults(String mapping) {
    return switch (MappingReader.read("m.yaml", mapping)) {
      case MappingReader.Reading.Faulty(var faults) -> faults;
      case MappingReader.Reading.Sound _ -> List.of();
    };
  }

  private static Mapping mapping(String text) {
    return switch (MappingReader.read("m.yaml", text)) {
      case MappingReader.Reading.Sound(Mapping mapping) -> mapping;
      case MappingReader.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> said(List<Path> files, String mapping, String truth) {
    return switch (PersonFiles.read(
        files, mapping(mapping), "m.yaml", new PersonFiles.Measure(truth, ""))) {
      case PersonFiles.Reading.Faulty(var faults) -> faults.stream().map(Fault::toString).toList();
      case PersonFiles.Reading.Sound _ -> List.of();
    };
  }

  private static PersonFiles.Reading.Sound sound(List<Path> files, String mapping, String truth) {
    return switch (PersonFiles.read(
        files, mapping(mapping), "m.yaml", new PersonFiles.Measure(truth, ""))) {
      case PersonFiles.Reading.Sound sound -> sound;
      case PersonFiles.Reading.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private static String key(PersonTable table, int row, int field) {
    Form form = table.form(row, field);
    return form == null ? "-" : form.key();
  }

  @Test
  void everyFaultOfAMappingIsSaidWithItsLine() {
    String mapping =
        """
        colour: red
        truth-pattern: 'rec-\\d+'
        columns:
          a: given-names
          b: {kind: birth-date, formats: [hh:mm]}
          c: {kind: age}
          d: {kind: surname, parts: [x]}
        """;
    assertThat(faults(mapping).stream().map(Fault::toString))
        .hasSize(6)
        .anySatisfy(fault -> assertThat(fault).isEqualTo("m.yaml:1: unknown key 'colour'"))
        .anySatisfy(fault -> assertThat(fault).startsWith("m.yaml:2: 'truth-pattern' needs"))
        .anySatisfy(fault -> assertThat(fault).startsWith("m.yaml:4: unknown kind 'given-names'"))
        .anySatisfy(fault -> assertThat(fault).startsWith("m.yaml:5: 'hh:mm' is no format"))
        .anySatisfy(fault -> assertThat(fault).startsWith("m.yaml:6: an age needs 'at'"))
        .anySatisfy(fault -> assertThat(fault).startsWith("m.yaml:7: 'parts'"));
    assertThat(faults("columns: {a: ignore}")).hasSize(1);
    assertThat(faults("record: x")).hasSize(1);
  }

  @Test
  void valuesAreTakenAsTheMappingSays() throws IOException {
    Path one =
        file(
            "one.csv",
            """
            \uFEFFid, name, y, m, d, age, taken, town
            rec-7-a, "Thimblewick, Tansy", 2015, 4, 2, , , Dunwick
            rec-8-a, Rue Fernwick, , , , 12, 1851-03-30, Dunwick
            """);
    Path two = file("two.csv", "id,whole,place\nrec-7-b,Tansy Thimblewick,Dunwick\n");
    String mapping =
        """
        record: id
        truth-pattern: 'rec-(\\d+)-.*'
        columns:
          name: {kind: full-name, also: [whole]}
          born: {kind: birth-date, parts: [y, m, d]}
          age: {kind: age, at: taken}
          town: {kind: place, also: [place]}
        """;
    PersonFiles.Reading.Sound read = sound(List.of(one, two), mapping, "id");
    PersonTable table = read.table();
    assertThat(List.of(key(table, 0, 0), key(table, 0, 1), key(table, 0, 2), key(table, 0, 3)))
        .containsExactly("tansy", "thimblewick", "2015-4-2", "dunwick");
    assertThat(List.of(key(table, 1, 0), key(table, 1, 1), key(table, 1, 2)))
        .containsExactly("rue", "fernwick", "1839-0-0");
    assertThat(List.of(key(table, 2, 0), key(table, 2, 1), key(table, 2, 2), key(table, 2, 3)))
        .containsExactly("tansy", "thimblewick", "-", "dunwick");
    assertThat(read.origins())
        .containsExactly(
            new PersonFiles.RecordOrigin("one.csv", 2, "rec-7-a", "one.csv", "7", ""),
            new PersonFiles.RecordOrigin("one.csv", 3, "rec-8-a", "one.csv", "8", ""),
            new PersonFiles.RecordOrigin("two.csv", 2, "rec-7-b", "two.csv", "7", ""));
  }

  @Test
  void faultsOfAFileAreSaidWithTheirLines() throws IOException {
    String mapping = "columns: {name: full-name}";
    assertThat(said(List.of(file("a.csv", "name,town\nTansy\nRue,Dunwick,x\n")), mapping, ""))
        .containsExactly(
            "a.csv:2: 1 cells, but the first line names 2 columns",
            "a.csv:3: 3 cells, but the first line names 2 columns");
    assertThat(
            said(List.of(file("b.csv", "name,town\n\"Tansy,Dunwick\nRue,Dunwick\n")), mapping, ""))
        .singleElement()
        .asString()
        .startsWith("b.csv:2:");
    assertThat(said(List.of(file("c.csv", "")), mapping, ""))
        .anySatisfy(fault -> assertThat(fault).startsWith("c.csv:1: the file is empty"));
    assertThat(said(List.of(file("d.csv", "name,name\nTansy,Rue\n")), mapping, ""))
        .containsExactly("d.csv:1: column 'name' is there twice: rename one");
    Path latin = folder.resolve("e.csv");
    Files.write(latin, "name\nRue\nZoë\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(said(List.of(latin), mapping, ""))
        .anySatisfy(fault -> assertThat(fault).contains("not UTF-8"));
    assertThat(said(List.of(file("f.csv", "town\nDunwick\n")), mapping, ""))
        .containsExactly("m.yaml:1: column 'name' is in no file; columns are [town]");
  }

  @Test
  void columnsAreFoundInOtherLettersAndCellsMayRunOverLines() throws IOException {
    Path file = file("a.csv", "NAME,Town ,Who\n\"Tansy\nThimblewick\",Dunwick,7\n");
    PersonFiles.Reading.Sound read =
        sound(List.of(file), "columns: {name: full-name, town: place}", "who");
    PersonTable table = read.table();
    assertThat(List.of(key(table, 0, 0), key(table, 0, 1), key(table, 0, 2)))
        .containsExactly("tansy", "thimblewick", "dunwick");
    assertThat(read.origins().getFirst().person()).isEqualTo("7");
    String open = "name\n\"Tansy\n" + "Rue\n".repeat(20) + "\"\n";
    assertThat(said(List.of(file("b.csv", open)), "columns: {name: full-name}", ""))
        .containsExactly("b.csv:2: a cell goes on for many lines: is a quote left open?");
  }

  /** Exactly as written goes first, so that two columns in different letters stay two. */
  @Test
  void ofTwoColumnsInDifferentLettersEachIsFound() throws IOException {
    Path file = file("a.csv", "Name,name\nTansy,Dunwick\n");
    PersonTable table =
        sound(List.of(file), "columns: {name: place, Name: given-name}", "").table();
    assertThat(List.of(key(table, 0, 0), key(table, 0, 1))).containsExactly("dunwick", "tansy");
  }

  @Test
  void theTruthIsNeverMatchedBy() throws IOException {
    Path file = file("a.csv", "name,who\nTansy,1\n");
    assertThat(said(List.of(file), "columns: {name: full-name, who: identifier}", "who"))
        .containsExactly("m.yaml:1: 'who' is the truth: it must not be matched by");
    assertThat(said(List.of(file), "columns: {name: full-name}", "person"))
        .containsExactly("m.yaml:1: the column of truth 'person' is in no file");
  }

  @Test
  void nothingThatIsPrintedHoldsAName() throws IOException {
    Path file = file("a.csv", "name,who\nTansy Thimblewick,1,2\n");
    assertThat(said(List.of(file), "columns: {name: full-name}", "").toString())
        .doesNotContain("Tansy")
        .doesNotContain("Thimblewick");
  }
}
