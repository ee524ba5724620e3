package org.safeguardinghub.connectors.health.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.connectors.form.CodeBook;

final class HealthTablesTest {
  private static final HealthTables TABLES = HealthTables.load();

  @Test
  void theReadmeShowsTheTablesAsTheyAre() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(HealthTables.book().markdown());
  }

  /** Written down apart from the tables, by the catalogue's own words. */
  @ParameterizedTest
  @CsvSource({
    "messages, pds-birth-notification, MAT-BIR-01",
    "messages, pds-change-of-gp, GP-REG-02",
    "messages, pds-death-notification, HLT-SUD-01",
    "messages, vaccinations, HLT-ATT-01",
    "encounters, EMER, ED-ATT-01",
    "encounters, AMB, HLT-ATT-01",
    "appointments, noshow, HOS-WNB-02",
    "appointments, fulfilled, HLT-ATT-01",
    "services, 711, CAM-MH-02",
    "services, 408443003, GP-WNB-01",
    "flags, child-protection-information-system-flag, GP-COD-01",
    "snomed, 342191000000101, GP-COD-01",
    "snomed, 902961000000107, MAT-FGM-01",
    "snomed, 283545005, ED-VIO-01",
    "triggers, SIU^S26, HOS-WNB-02",
    "triggers, ADT^A11, ADM-COR-01",
    "patient-classes, E, ED-ATT-01"
  })
  void theMainCodesBecomeTheirTypes(String table, String code, String type) {
    assertThat(HealthTables.book().find(table, code).flatMap(CodeBook.Meaning::type))
        .contains(type);
  }

  @Test
  void snomedConceptsHaveSoundCheckDigits() {
    assertThat(TABLES.snomed().codes().keySet()).allMatch(HealthTablesTest::verhoeff);
    assertThat(verhoeff("342191000000102")).isFalse();
  }

  private static boolean verhoeff(String id) {
    int check = 0;
    for (int i = 0; i < id.length(); i++) {
      int digit = id.charAt(id.length() - 1 - i) - '0';
      check = multiplied(check, permuted(digit, i % 8));
    }
    return check == 0;
  }

  /** The permutation of Verhoeff's scheme, applied so many times. */
  private static int permuted(int digit, int times) {
    int[] permutation = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    int permuted = digit;
    for (int i = 0; i < times; i++) {
      permuted = permutation[permuted];
    }
    return permuted;
  }

  /** The product in the dihedral group of the pentagon. */
  private static int multiplied(int a, int b) {
    int turned = a < 5 ? (a + b % 5) % 5 : (a - b % 5 + 5) % 5;
    boolean mirrored = (a < 5) == (b >= 5);
    return turned + (mirrored ? 5 : 0);
  }
}
