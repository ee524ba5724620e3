package org.safeguardinghub.connectors.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

class CodeBookTest {
  private static final String HEAD =
      "id: x\nversion: 1\neffectiveFrom: 2026-01-01\ntables:\n- table: t\n  title: Things\n  codes:\n";
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();

  @Test
  void readsCodesWithLevelAndAttributes() {
    CodeBook book =
        book(
            """
              - {code: s2, title: Step, becomes: CSC-CIN-01, level: 3, attributes: {planFor: other}, why: because}
              - {code: z, becomes: no event, why: nothing new}
            """);
    assertThat(book.find("t", " S2 "))
        .hasValue(
            new CodeBook.Meaning(
                "s2",
                "Step",
                Optional.of("CSC-CIN-01"),
                OptionalInt.of(3),
                Map.of("planFor", "other"),
                "because"));
    assertThat(book.find("t", "y")).isEmpty();
    assertThat(book.markdown())
        .contains(
            "| `s2` | Step | `CSC-CIN-01`, level 3, planFor=other | because |",
            "| `z` | z | no event | nothing new |");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{code: a, becomes: CSC-XXX-99, why: w} | becomes must be an event type",
        "{code: a, becomes: POL-DA-01, why: w} | not for a sender of this family",
        "{code: a, becomes: CSC-CIN-01} | is missing",
        "{code: a, becomes: CSC-CIN-01, level: 5, why: w} | from 1 to 4",
        "{code: a, becomes: CSC-CIN-01, attributes: {weapon: true}, why: w} | may carry only",
        "{code: a, becomes: CSC-CIN-01, attributes: {planFor: fun}, why: w} | one of",
        "{code: a, becomes: no event, level: 2, why: w} | neither level nor attributes",
        "{code: a, becomes: CSC-CIN-01, colour: red, why: w} | unknown key",
      })
  void saysWhatIsWrongWithALine(String row, String fault) {
    assertThatThrownBy(() -> book("  - " + row + "\n"))
        .hasMessageContaining("book.yaml:8")
        .hasMessageContaining(fault);
  }

  @Test
  void aCodeStandsOnce() {
    String row = "  - {code: a, becomes: CSC-CIN-01, why: w}\n";
    assertThatThrownBy(() -> book(row + row.replace("code: a", "code: A")))
        .hasMessageContaining("the code is given twice");
  }

  private static CodeBook book(String codes) {
    return CodeBook.of("book.yaml", HEAD + codes, CATALOGUE, Set.of(OriginFamily.CSC));
  }
}
