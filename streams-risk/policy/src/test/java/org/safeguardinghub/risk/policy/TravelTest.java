package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.SubjectRole;

/** P35: FGM, forced marriage or honour-based abuse, with a sign of travel. */
final class TravelTest {
  private static final String TOLD = "2026-03-04 L4 notice to owner";

  private static Told indicator() {
    return told("EDU-FM-01", "2026-03-04T10:00").id("indicator");
  }

  private static Told travel(String at) {
    return told("EDU-PROT-01", at).with("travelSign", "leave request");
  }

  @Test
  void eachIndicatorWithASignOfTravel() {
    for (String code : List.of("EDU-FM-01", "EDU-FGM-01", "POL-HBA-01")) {
      Story.child()
          .given(told(code, "2026-03-04T10:00"), travel("2026-03-20T10:00"))
          .then(TOLD, "2026-03-20 P35 raised S1");
    }
    Story.child()
        .given(told("MAT-FGM-01", "2026-03-04T10:00"), travel("2026-03-20T10:00"))
        .then("2026-03-20 P35 raised S1");
  }

  @Test
  void eachSignOfTravel() {
    for (String value : List.of("leave request", "booking", "deregistration", "long holiday")) {
      Story.child()
          .given(indicator(), told("EDU-ABS-01", "2026-03-20T10:00").with("travelSign", value))
          .then(TOLD, "2026-03-20 P35 raised S1");
    }
    for (String code : List.of("GP-REG-01", "EDU-EHE-01")) {
      Story.child()
          .given(indicator(), told(code, "2026-03-20T10:00"))
          .then(TOLD, "2026-03-20 P15/1 raised S2", "2026-03-20 P35 raised S1");
    }
  }

  @Test
  void neitherAloneIsIt() {
    Story.child().given(indicator()).then(TOLD);
    Story.child().given(travel("2026-03-04T10:00"), travel("2026-03-20T10:00")).thenNothing();
    Story.child().given(indicator(), told("EDU-ABS-01", "2026-03-20T10:00")).then(TOLD);
  }

  @Test
  void inEitherOrderOrInOneReport() {
    Story.child().given(travel("2026-03-01T10:00"), indicator()).then("2026-03-04 P35 raised S1");
    Story.child().given(indicator().with("travelSign", "booking")).then("2026-03-04 P35 raised S1");
  }

  @Test
  void withinSixWeeks() {
    // 42 days after 4 March 10:00 are 11:00 by summer time.
    Story.child().given(indicator(), travel("2026-04-15T11:00")).then(TOLD);
    Story.child()
        .given(indicator(), travel("2026-04-15T10:59"))
        .then(TOLD, "2026-04-15 P35 raised S1");
    Story.child().given(travel("2026-01-21T10:00"), indicator()).then(TOLD);
  }

  @Test
  void anotherAgencysSignIsToldAtOnce() {
    Story.child()
        .given(indicator(), travel("2026-03-20T10:00"), told("GP-REG-01", "2026-03-22T10:00"))
        .then(
            TOLD,
            "2026-03-20 P35 raised S1",
            "2026-03-22 P35 re-fire S1",
            "2026-03-22 P15/1 raised S2");
  }

  @Test
  void whatIsAboutSomebodyElseIsNot() {
    Story.child().given(indicator(), travel("2026-03-20T10:00").asContext()).then(TOLD);
    Story.child().given(indicator(), travel("2026-03-20T10:00").as(SubjectRole.SIBLING)).then(TOLD);
    Story.child().given(indicator().as(SubjectRole.ALLEGED), travel("2026-03-20T10:00")).then(TOLD);
  }

  @Test
  void nothingSuppressesIt() {
    Story.child()
        .given(told("CSC-CIN-01", "2026-03-01T10:00"), indicator(), travel("2026-03-20T10:00"))
        .then(TOLD, "2026-03-20 P35 raised S1");
    assertThat(Story.POLICY.patterns())
        .filteredOn(pattern -> pattern.id().equals("P35"))
        .allMatch(pattern -> pattern.neverSuppressed());
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(
            indicator(),
            travel("2026-03-20T10:00"),
            told("ADM-COR-01", "2026-03-22T10:00").superseding("indicator").with("retracts", true))
        .then(TOLD, "2026-03-20 P35 raised S1", "2026-03-20 P35 withdrawn");
  }
}
