package org.safeguardinghub.connectors.form.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.yaml.Fault;

class MappingReaderTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  /** Every part that a fault is planted in stands on a line of its own. */
  private static final String SOUND =
      """
      id: t
      version: 1
      effectiveFrom: 2026-01-01
      title: Test
      families: [HSG]
      legalGateway: CA2004-S10
      csv:
        columns: [No, Opened]
        separator: ';'
      people:
        - ref: Child
          claims: {givenNames: Name}
      events:
        - event: case
          recordId: [No]
          occurredAt: {at: Opened, formats: [dd/MM/yyyy]}
          becomesBy: {code: Kind, table: kinds}
          levelBy: {code: Grade, scale: grade, levels: {red: 3}}
          references: {householdRef: Home}
          attributes:
            - attribute: childImpact
              from: Impact
              codes: {Y: true}
      otherwise: {reason: NONE, why: nothing}
      tables:
        - table: kinds
          title: Kind
          codes:
            - {code: D, becomes: HSG-DIS-01, why: x}
      """;

  @Test
  void readsASoundMapping() {
    assertThat(MappingReader.read("t.yaml", SOUND, CATALOGUE))
        .isInstanceOf(MappingReader.Outcome.Sound.class);
  }

  @Test
  void aQuotedLetterIsNoPartOfADay() {
    assertThat(found(SOUND.replace("[dd/MM/yyyy]", "[\"dd/MM/yyyy 'DAY'\"]"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/MM/yyyy HH:mm",
        "HH:mm dd/MM/yyyy",
        "yyyyMMddHHmm",
        "d MMM yyyy, h.mm a",
        "yyyy-MM-dd''T''kk:mm"
      })
  void minutesBehindHoursAreMinutes(String format) {
    assertThat(found(SOUND.replace("[dd/MM/yyyy]", "['" + format + "']"))).isEmpty();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("title: Test\n", "", 1, "'title' is missing"),
        Arguments.of("[HSG]", "[HGS]", 5, "must be one of"),
        Arguments.of("CA2004-S10", "CA2004", 6, "legal-gateways.yaml"),
        Arguments.of("csv:\n", "cvs:\n", 1, "one of csv, json, xml"),
        Arguments.of("[No, Opened]", "[]", 8, "columns must list"),
        Arguments.of("';'", "'x'", 9, "separator must be"),
        Arguments.of("givenNames", "givenName", 12, "is no claim"),
        Arguments.of("recordId: [No]", "recordNo: [No]", 14, "'recordId' is missing"),
        Arguments.of("dd/MM/yyyy", "dd/QQQQQQQ", 16, "is no format"),
        Arguments.of(
            "dd/MM/yyyy",
            "DD/MM/YYYY",
            16,
            "'DD/MM/YYYY': DD is the day of the year and YYYY is the year that a week belongs to; write dd/MM/yyyy"),
        Arguments.of(
            "[dd/MM/yyyy]",
            "[\"yyyy-MM-DD'D'HH:mm\"]",
            16,
            "DD is the day of the year; write yyyy-MM-dd'D'HH:mm"),
        Arguments.of(
            "dd/MM/yyyy",
            "dd/mm/yyyy",
            16,
            "'dd/mm/yyyy': mm is minutes, months are MM; write dd/MM/yyyy"),
        Arguments.of("dd/MM/yyyy", "d.m.yyyy H.mm", 16, "write d.M.yyyy H.mm"),
        Arguments.of("[dd/MM/yyyy]", "['dd/mm/yyyy HH:MM']", 16, "write dd/MM/yyyy HH:mm"),
        Arguments.of("[dd/MM/yyyy]", "[\"yyyy-mm-dd'T'HH:mm\"]", 16, "write yyyy-MM-dd'T'HH:mm"),
        Arguments.of("[dd/MM/yyyy]", "['HH:mm dd/mm/yyyy']", 16, "write HH:mm dd/MM/yyyy"),
        Arguments.of("from: Impact", "from: {at: Impact, required: yes}", 22, "true or false"),
        Arguments.of("table: kinds}", "table: kind}", 17, "there is no table 'kind'"),
        Arguments.of("red: 3", "red: 5", 18, "from 1 to 4"),
        Arguments.of("householdRef", "household", 19, "is no reference"),
        Arguments.of("childImpact", "weapon", 21, "HSG-DIS-01 may not carry 'weapon'"),
        Arguments.of("{Y: true}", "{Y: maybe}", 23, "must be true or false"),
        Arguments.of("otherwise:", "others:", 1, "'otherwise' is missing"),
        Arguments.of("HSG-DIS-01", "POL-DA-01", 29, "not for a sender of this family"),
        Arguments.of("HSG-DIS-01", "HSG-XXX-01", 29, "event type of the catalogue"),
        Arguments.of("title: Kind", "name: Kind", 26, "'title' is missing"),
        Arguments.of("from: Impact", "from: {last: [Impact]}", 22, "say where it stands"),
        Arguments.of("from: Impact", "from: {part: 'x', of: Impact}", 22, "one group"),
        Arguments.of(
            "- event: case", "- event: case\n    when: [{at: x}]", 15, "say what must hold"));
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("faults")
  void saysLineAndReason(String sound, String wrong, int line, String reason) {
    assertThat(found(SOUND.replace(sound, wrong)))
        .as("with %s", wrong)
        .anyMatch(fault -> fault.line() == line && fault.reason().contains(reason));
  }

  @Test
  void saysAllFaultsAtOnceInTheOrderOfTheLines() {
    String wrong = SOUND.replace("[HSG]", "[HGS]").replace("red: 3", "red: 9");
    assertThat(found(wrong)).extracting(Fault::line).isSorted().contains(5, 18);
  }

  @Test
  void namesATableThatNothingGoesBy() {
    assertThat(found(SOUND.replace("becomesBy: {code: Kind, table: kinds}", "becomes: HSG-DIS-01")))
        .anyMatch(fault -> fault.reason().contains("no event goes by the table 'kinds'"));
  }

  private static List<Fault> found(String yaml) {
    return switch (MappingReader.read("t.yaml", yaml, CATALOGUE)) {
      case MappingReader.Outcome.Sound _ -> List.of();
      case MappingReader.Outcome.Faulty(List<Fault> faults) -> faults;
    };
  }
}
