package org.safeguardinghub.risk.policy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.risk.policy.Golden;
import org.safeguardinghub.risk.policy.file.PolicyFile;
import org.safeguardinghub.risk.policy.rule.Pattern;
import org.safeguardinghub.risk.policy.rule.Policy;

/** The catalogue beside the README says what the shipped policy says. */
final class RuleCatalogueTest {
  private static final EventCatalogue CATALOGUE = EventCatalogue.load();
  private static final Policy SHIPPED = PolicyFile.shipped(CATALOGUE);

  private static List<String> rows(String markdown) {
    return markdown.lines().filter(line -> line.startsWith("| P")).toList();
  }

  @Test
  void theCatalogueIsAsRecorded() throws IOException {
    Golden.file("PATTERNS.md", RuleCatalogue.markdown(SHIPPED, CATALOGUE));
  }

  @Test
  void everyPatternHasOneRowOfSevenFilledCells() {
    List<String> rows = rows(RuleCatalogue.markdown(SHIPPED, CATALOGUE));
    assertThat(rows).hasSize(40).hasSameSizeAs(SHIPPED.patterns());
    for (int i = 0; i < rows.size(); i++) {
      Pattern pattern = SHIPPED.patterns().get(i);
      List<String> cells = Arrays.asList(rows.get(i).split(" \\| ", -1));
      assertThat(cells).hasSize(7).allSatisfy(cell -> assertThat(cell).isNotBlank());
      assertThat(rows.get(i)).startsWith("| " + pattern.id() + " | ").contains(pattern.source());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "P03; threshold: {incidents: 4, days: 90}; threshold: {incidents: 7, days: 63}; at least 7 incidents in 63 days",
        "P11; hours: 72; hours: 48; within 48 hours"
      })
  void aLineFollowsItsRule(String id, String was, String is, String line) {
    String text = PolicyFile.shippedText();
    int pattern = text.indexOf("- id: " + id);
    int value = text.indexOf(was, pattern);
    String changed = text.substring(0, value) + is + text.substring(value + was.length());
    Policy other =
        switch (PolicyFile.read("changed.yaml", changed, CATALOGUE)) {
          case PolicyFile.Reading.Sound(Policy policy) -> policy;
          case PolicyFile.Reading.Faulty(var faults) -> throw new AssertionError(faults);
        };
    assertThat(rows(RuleCatalogue.markdown(SHIPPED, CATALOGUE)))
        .noneMatch(row -> row.contains(line));
    assertThat(rows(RuleCatalogue.markdown(other, CATALOGUE)))
        .filteredOn(row -> row.contains(line))
        .singleElement()
        .satisfies(row -> assertThat(row).startsWith("| " + id + " |"));
  }

  @Test
  void severitiesAreThoseOfTheRuleItsOwnFirst() {
    List<String> rows = rows(RuleCatalogue.markdown(SHIPPED, CATALOGUE));
    assertThat(rows.get(0)).contains("| S1 |");
    assertThat(rows.get(1)).contains("| S2 (S1, S3) |");
    assertThat(rows.get(2)).contains("| S3 (S2, S4) |");
  }
}
