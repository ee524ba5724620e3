package org.safeguardinghub.connectors.education.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

class AttendanceCodesTest {
  /**
   * The codes of the regulations in force since 19 August 2024, written down apart from the
   * mapping.
   */
  private static final List<String> REGULATIONS =
      List.of(
          "/", "\\", "L", "K", "V", "P", "W", "B", "D", "C1", "M", "J1", "S", "X", "C2", "C", "T",
          "R", "I", "E", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "G", "N", "O", "U", "Z",
          "#");

  private final EventCatalogue catalogue = EventCatalogue.load();
  private final AttendanceCodes codes = AttendanceCodes.load(catalogue);

  @Test
  void everyCodeOfTheListHasExactlyOneFate() {
    assertThat(codes.marks().keySet()).containsExactlyInAnyOrderElementsOf(REGULATIONS);
    Map<String, Set<String>> fates = new TreeMap<>();
    codes
        .marks()
        .forEach(
            (code, mark) ->
                fates.computeIfAbsent(mark.type().orElse("-"), _ -> new TreeSet<>()).add(code));
    assertThat(fates.get("EDU-ABS-01")).containsExactly("G", "N", "O");
    assertThat(fates.get("EDU-ATT-01")).containsExactlyInAnyOrder("/", "\\", "L", "U");
    assertThat(fates).containsOnlyKeys("EDU-ABS-01", "EDU-ATT-01", "-");
    assertThat(codes.marks().values()).allSatisfy(mark -> assertThat(mark.reason()).isNotBlank());
  }

  @Test
  void theReadmeShowsTheMappingAsItIs() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    codes
        .marks()
        .forEach(
            (code, mark) ->
                assertThat(readme)
                    .contains(
                        "| `%s` | %s | %s | %s |"
                            .formatted(
                                code,
                                mark.title(),
                                mark.type().map(type -> "`" + type + "`").orElse("no event"),
                                mark.reason())));
  }

  @Test
  void codesOfEarlierListsAreUnknown() {
    for (String old : List.of("H", "J", "Y", "F", "-", "", "@", "y")) {
      assertThat(codes.find(old)).as(old).isEmpty();
    }
    assertThat(codes.find("y1")).isPresent();
  }

  @Test
  void aFaultyMappingIsRefusedWithItsLine() {
    String yaml =
        """
        id: x
        version: 1
        effectiveFrom: 2024-08-19
        sessions: [{session: AM, from: '8'}]
        codes:
          - {code: 'N', title: a, becomes: EDU-XXX-01, reason: b}
          - {code: 'N', title: a, becomes: no event, reason: b}
        """;
    assertThatThrownBy(() -> AttendanceCodes.read(yaml, catalogue))
        .hasMessageContaining(":4")
        .hasMessageContaining(":6")
        .hasMessageContaining(":7");
  }
}
