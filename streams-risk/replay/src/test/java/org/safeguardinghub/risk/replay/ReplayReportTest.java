package org.safeguardinghub.risk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayReportTest {
  @Test
  void aReportWithoutADifferenceSaysSo() {
    ReplayReport report = report("abc", "abc", List.of());

    assertThat(report.same()).isTrue();
    assertThat(report.text())
        .isEqualTo(
            """
            Replay of 12 records of the subject log with the policy versions of that time
            from 2026-01-01T00:00:00Z to the end
            Decisions:
              2026-03-02 P05 RAISE S2 child/c-rowan f1
            Alerts:
              a-1 OPEN S2 child/c-rowan P05
            Hash of 1 decisions: abc
            Hash of 1 live ones: abc
            No difference.
            """);
  }

  @Test
  void aDifferenceIsNamed() {
    ReplayReport report = report("abc", "def", List.of("2026-03-02 P06 RAISE S3 child/c-rowan f2"));

    assertThat(report.same()).isFalse();
    assertThat(report.text())
        .contains("Only live:\n  2026-03-02 P06 RAISE S3 child/c-rowan f2\n")
        .endsWith("The replay differs from what was live.\n");
    assertThat(report.json())
        .contains("\"same\" : false")
        .contains("\"onlyLive\" : [ \"2026-03-02 P06 RAISE S3 child/c-rowan f2\" ]")
        .contains("\"to\" : null");
  }

  private static ReplayReport report(String hash, String liveHash, List<String> onlyLive) {
    return new ReplayReport(
        Instant.parse("2026-01-01T00:00:00Z"),
        null,
        "the policy versions of that time",
        12,
        0,
        1,
        hash,
        1,
        liveHash,
        List.of("2026-03-02 P05 RAISE S2 child/c-rowan f1"),
        List.of(),
        onlyLive,
        List.of("a-1 OPEN S2 child/c-rowan P05"),
        List.of());
  }
}
