package org.safeguardinghub.risk.identity.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WholeNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | '' | Tansy Mary Thimblewick | Tansy Mary | Thimblewick",
        "'' | '' | Thimblewick, Tansy Mary | Tansy Mary | Thimblewick",
        "'' | '' | Thimblewick | '' | Thimblewick",
        "Tansy | Thimblewick | Tansy Mary Thimblewick | Tansy Mary | Thimblewick",
        "Rue | Thimblewick | Tansy Mary Thimblewick | Rue | Thimblewick",
        "Tansy | Fernwick | '' | Tansy | Fernwick",
        "'' | Fernwick | Tansy Thimblewick | Tansy | Fernwick"
      })
  void columnsGoFirstAndTheWholeNameFills(
      String given, String surname, String whole, String givenNames, String family) {
    assertThat(WholeName.of(given, surname, whole)).isEqualTo(new WholeName(givenNames, family));
  }
}
