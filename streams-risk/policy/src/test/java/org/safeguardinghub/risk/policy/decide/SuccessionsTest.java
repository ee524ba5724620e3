package org.safeguardinghub.risk.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.HandlingClass;
import org.safeguardinghub.kernel.event.Severity;
import org.safeguardinghub.risk.policy.finding.Finding;
import org.safeguardinghub.risk.policy.finding.Firing;

/** What stands goes on what was said of it, and of nothing else. */
final class SuccessionsTest {
  static Finding finding(String id, String day, String... events) {
    Instant at = Instant.parse(day + "T10:00:00Z");
    return FingerprintTest.finding(
        id,
        List.of(new Firing(at, LocalDate.parse(day), Severity.S2, Firing.RAISED, List.of(events))),
        Severity.S2,
        Stream.of(events)
            .map(event -> FingerprintTest.evidence(event, "HV-PHY-01", 3, HandlingClass.H0))
            .toList(),
        List.of("c-rowan"),
        "Accounts differ.",
        List.of(),
        List.of(),
        false);
  }

  static Said said(String findingId, Finding finding) {
    return Said.known(
        new PublishedFinding(
            findingId,
            finding.id(),
            finding.pattern(),
            finding.patternTitle(),
            finding.stage(),
            finding.subject(),
            finding.children(),
            finding.date(),
            finding.severity(),
            finding.evidenceIds(),
            Set.of(),
            Fingerprint.of(finding)));
  }

  private static Map<Finding, Said> of(List<Finding> findings, Said... before) {
    return Successions.of(findings, new HashSet<>(Set.of(before)));
  }

  @Test
  void twoSpellsThatAreNamedAfterOneEventAreToldApartByTheirDays() {
    Finding winter = finding("f-1", "2026-01-20", "e-1", "e-2");
    Finding summer = finding("f-1", "2026-07-24", "e-1", "e-3");
    Said saidInWinter = said("z", winter);
    Said saidInSummer = said("a", summer);

    assertThat(of(List.of(winter, summer), saidInWinter, saidInSummer))
        .containsEntry(winter, saidInWinter)
        .containsEntry(summer, saidInSummer);
  }

  @Test
  void theSameNameCountsMoreThanWhatIsShared() {
    Finding now = finding("f-1", "2026-01-21", "e-1", "e-2", "e-3");
    Said sameName = said("a", finding("f-1", "2026-01-20", "e-1"));
    Said sharesMore = said("z", finding("f-2", "2026-01-20", "e-2", "e-3"));

    assertThat(of(List.of(now), sameName, sharesMore)).containsEntry(now, sameName);
  }

  @Test
  void elseTheOneThatSharesMost() {
    Finding now = finding("f-9", "2026-01-21", "e-1", "e-2", "e-3");
    Said sharesLess = said("z", finding("f-1", "2026-01-20", "e-1"));
    Said sharesMore = said("a", finding("f-2", "2026-01-20", "e-2", "e-3"));
    Said sharesNothing = said("y", finding("f-3", "2026-01-21", "e-4"));

    assertThat(of(List.of(now), sharesLess, sharesMore, sharesNothing))
        .containsEntry(now, sharesMore);
    assertThat(of(List.of(now), sharesNothing)).isEmpty();
  }
}
