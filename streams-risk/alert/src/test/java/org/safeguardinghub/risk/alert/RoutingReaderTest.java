package org.safeguardinghub.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.yaml.Fault;

final class RoutingReaderTest {
  private static final String LADDER =
      """
      managers:
        mash-manager: duty-desk
      ladder:
        S1: [1 clock hour, 1 clock hour, 1 clock hour, 1 working day, 2 working days]
        S2: [4 working hours, 4 working hours, 1 working day, 1 working day, 2 working days]
        S3: [1 working day, 1 working day, 1 working day, 1 working day, 2 working days]
        S4: [5 working days, 5 working days, 1 working day, 1 working day, 2 working days]
      aside: {S1: 1 clock hour, S2: 1 working day, S3: 2 working days, S4: 2 working days}
      """;

  @Test
  void everyFaultComesWithItsLine() {
    assertThat(
            faults(
                """
                id: t
                version: 1
                rows:
                  - id: a
                    when: {severities: [S9], openCase: [ASSESSMENT], weather: wet}
                    owner: mash-manager
                    because: it is so
                  - id: a
                    because: else
                """
                    + LADDER))
        .extracting(Fault::toString)
        .containsExactly(
            "t.yaml:5: 'S9' is none of [S1, S2, S3, S4]",
            "t.yaml:5: unknown key 'weather'",
            "t.yaml:8: 'owner' is missing",
            "t.yaml:8: row 'a' is there twice");
  }

  @Test
  void theLastRowMustMatchAlways() {
    assertThat(
            faults(
                """
                id: t
                version: 1
                rows:
                  - {id: a, when: {patterns: [P01]}, owner: mash-manager, because: it is so}
                """
                    + LADDER))
        .extracting(Fault::reason)
        .containsExactly("the last row, and only that, has no conditions");
  }

  @Test
  void goingUpMustEndAtTheDutyDesk() {
    String circle = LADDER.replace("mash-manager: duty-desk", "a: b\n  b: a");
    assertThat(
            faults("id: t\nversion: 1\nrows:\n  - {id: a, owner: a, because: it is so}\n" + circle))
        .extracting(Fault::line)
        .containsExactly(6, 7);
  }

  @Test
  void aPeriodIsReadStrictly() {
    String odd = LADDER.replace("S1: [1 clock hour,", "S1: [soon,");
    assertThat(faults("id: t\nversion: 1\nrows:\n  - {id: a, owner: a, because: it is so}\n" + odd))
        .extracting(Fault::reason)
        .containsExactly(
            "a period is such as '1 clock hour', '4 working hours' or '1 working day'");
  }

  @Test
  void aCopyNeedsAFunctionAReasonAndAKnownRow() {
    assertThat(
            faults(
                """
                id: t
                version: 1
                rows:
                  - {id: a, owner: a, because: it is so, copies: [stranger]}
                copies:
                  - {to: [dsl], rows: [b]}
                  - {to: [dsl]}
                  - {to: [plumber], when: {patterns: [P01]}}
                functions:
                  SCHOOL: [dsl]
                """
                    + LADDER))
        .extracting(Fault::toString)
        .containsExactly(
            "t.yaml:3: row 'a' gives a copy to 'stranger', whose function 'functions' does not name",
            "t.yaml:6: there is no row 'b'",
            "t.yaml:7: a copy of everything is for nobody: 'rows' or 'when' is missing",
            "t.yaml:8: a copy goes to 'plumber', whose function 'functions' does not name");
  }

  private static List<Fault> faults(String yaml) {
    return switch (RoutingReader.read("t.yaml", yaml)) {
      case RoutingReader.Reading.Sound _ -> List.of();
      case RoutingReader.Reading.Faulty(List<Fault> faults) -> faults;
    };
  }

  @Test
  void eachSeverityHasATimeForWhichItMayBePutAside() {
    String lacking = LADDER.replace("S2: 1 working day, ", "");
    assertThat(
            faults(
                "id: t\nversion: 1\nrows:\n  - {id: a, owner: a, because: it is so}\n" + lacking))
        .extracting(Fault::reason)
        .containsExactly("'S2' is missing");
  }
}
