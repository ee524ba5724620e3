package org.safeguardinghub.connectors.health.ecds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.connectors.form.Fate;
import org.safeguardinghub.connectors.form.Received;
import org.safeguardinghub.connectors.health.table.HealthTables;

final class EcdsFormTest {
  private static final EcdsForm FORM = new EcdsForm(HealthTables.load(), "CA2004-S16LA");
  private static final String HEADER =
      "EMERGENCY_CARE_ATTENDANCE_IDENTIFIER,NHS NUMBER,Person Birth Date,EMERGENCY CARE ARRIVAL DATE,"
          + "EMERGENCY CARE ARRIVAL TIME,EMERGENCY CARE INJURY INTENT (SNOMED CT),EMERGENCY CARE DIAGNOSIS (SNOMED CT),OTHER\n";

  @Test
  void aRowIsAnAttendanceAndWhatWasFound() {
    assertThat(
            shown(
                HEADER
                    + "A-1,9990000018,2016-05-04,2026-03-02,22:40,276853009,59274003;276853009,x\n"
                    + "A-2,9990000026,1990-05-04,2026-03-02,22:40,,283545005,x\n"
                    + ",9990000018,2016-05-04,2026-03-02,22:40,,,x\n"
                    + "A-3,9990000018,2016-05-04,,,,,x\n"
                    + "A-4,x\n"))
        .containsExactly(
            "row 2 Send[ED-ATT-01]",
            "row 2 Send[ED-MH-01]",
            "row 2 Send[ED-MH-01]",
            "row 3 NoEvent[ADULT]",
            "row 3 NoEvent[ADULT]",
            "row 4 Refused[SHAPE, CELL_MISSING]",
            "row 5 Refused[SHAPE, TIME_MISSING]",
            "row 6 Refused[SHAPE, CELL_COUNT]");
  }

  @Test
  void aFileIsKnownByItsColumns() {
    assertThat(FORM.recognises(Received.of("", HEADER.getBytes(UTF_8)))).isTrue();
    assertThat(FORM.recognises(Received.of("", "a,b\n".getBytes(UTF_8)))).isFalse();
    assertThat(shown("a,b\n1,2\n")).containsExactly("row 1 Refused[SHAPE, COLUMNS]");
  }

  private static List<String> shown(String text) {
    return FORM.read(Received.of("", text.getBytes(UTF_8))).stream()
        .map(
            item ->
                item.place()
                    + " "
                    + (item.fate() instanceof Fate.Send send
                        ? "Send[" + send.eventType() + "]"
                        : item.fate()))
        .toList();
  }
}
