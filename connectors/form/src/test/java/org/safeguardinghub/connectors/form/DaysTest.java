package org.safeguardinghub.connectors.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "02/03/2026",
        "2/3/2026",
        "02-03-2026",
        "2.3.2026",
        " 2026-03-02 ",
        "2026-03-02T23:59:00Z",
        "2026-03-02 00:00:00",
        "02/03/2026 00:00",
        "2026-Mar-02 00:00:00"
      })
  void readsDaysAsPeopleWriteThem(String text) {
    assertThat(Days.of(text)).hasValue(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "31/02/2026", "2026-13-01", "2026-Mer-02", "02/03/26", "soon", "2026-3-2"})
  void inventsNoDay(String text) {
    assertThat(Days.of(text)).isEmpty();
  }

  @Test
  void readsAFormatStrictly() {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");
    assertThat(Days.inFormat("02/03/2026 09:30", format)).hasValue("2026-03-02T09:30");
    assertThat(Days.inFormat("30/02/2026 09:30", format)).isEmpty();
    assertThat(Days.inFormat("02/03/2026", format)).isEmpty();
  }
}
