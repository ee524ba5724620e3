package org.safeguardinghub.console.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguardinghub.console.testing.MemoryAlerts;
import org.safeguardinghub.console.testing.Samples;

final class PersonLabelsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"givenNames":"Bramble","familyName":"THIMBLEWICK"} | Bramble Thimblewick
          {"givenNames":"Ann-Marie","familyName":"O'LARKSPUR"} | Ann-Marie O'Larkspur
          {"fullName":"Teasel McMarlpit"} | Teasel McMarlpit
          {"unborn":{"familyName":"THIMBLEWICK"},"mother":{"name":"Juniper THIMBLEWICK"}} | Unborn baby of Juniper Thimblewick
          {"unborn":{"expectedDate":"2026-06-11"}} | Unborn baby
          """)
  void saysANameAsPeopleWriteIt(String claims, String name) {
    assertThat(PersonLabels.read(claims).orElseThrow().name()).isEqualTo(name);
  }

  @Test
  void claimsWithoutANameOrThatCannotBeReadGiveNone() {
    assertThat(PersonLabels.read("{\"nhsNumber\":\"9990000018\"}")).isEmpty();
    assertThat(PersonLabels.read("{")).isEmpty();
  }

  @Test
  void claimsWithADateOfBirthArePreferred() {
    MemoryAlerts store = new MemoryAlerts();
    store.putClaims("c-1", Samples.sealed("{\"fullName\":\"Brambel T\"}"));
    store.putClaims(
        "c-1", Samples.sealed("{\"fullName\":\"Bramble T\",\"dateOfBirth\":\"2020-11-02\"}"));

    assertThat(new PersonLabels(store, Samples::open).of(List.of("c-1", "c-2")))
        .containsOnlyKeys("c-1")
        .containsEntry("c-1", new PersonLabel("Bramble T", Optional.of(LocalDate.of(2020, 11, 2))));
  }

  @Test
  void aLabelNeverPrintsItself() {
    assertThat(PersonLabels.read("{\"fullName\":\"Bramble T\"}"))
        .hasToString("Optional[[withheld]]");
  }
}
