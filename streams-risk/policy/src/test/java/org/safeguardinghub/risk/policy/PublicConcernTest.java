package org.safeguardinghub.risk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.policy.Told.told;

import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.event.Assertion;

/** P20: relatives, neighbours or helplines tell again. */
final class PublicConcernTest {
  private static Told call(String at, String caller) {
    return told("CSC-PUB-01", at).with("callerRef", caller);
  }

  private static final Told GRANDMOTHER = call("2026-01-10T10:00", "k-1").id("grandmother");

  @Test
  void twoCallersInAHundredAndTwentyDays() {
    Story.child().given(GRANDMOTHER).thenNothing();
    Story.child()
        .given(GRANDMOTHER, call("2026-02-10T10:00", "k-2"))
        .then("2026-02-10 P20 raised S2");
    Story.child()
        .given(GRANDMOTHER, told("VCS-CHL-01", "2026-02-10T10:00").with("callerRef", "k-2"))
        .then("2026-02-10 P20 raised S2");
  }

  @Test
  void theWindowIsWithoutItsFirstMoment() {
    // 120 days after 10 January 10:00 are 11:00 by summer time.
    Story.child().given(GRANDMOTHER, call("2026-05-10T11:00", "k-2")).thenNothing();
    Story.child()
        .given(GRANDMOTHER, call("2026-05-10T10:59", "k-2"))
        .then("2026-05-10 P20 raised S2");
  }

  @Test
  void oneCallerTwiceIsNot() {
    Story.child()
        .given(GRANDMOTHER, call("2026-02-10T10:00", "k-1"), call("2026-02-11T10:00", "k-1"))
        .thenNothing();
  }

  @Test
  void twoCallersAboutOneIncidentAreOneConcern() {
    Story.child()
        .given(
            call("2026-01-10T10:00", "k-1").incident("i-1"),
            call("2026-01-10T11:00", "k-2").incident("i-1"))
        .thenNothing();
  }

  @Test
  void whoeverDoesNotSayWhoTheyAreIsTakenForSomebodyElse() {
    Story story =
        Story.child()
            .given(GRANDMOTHER, told("CSC-PUB-01", "2026-02-10T10:00"))
            .then("2026-02-10 P20 raised S2");
    assertThat(story.only("P20").because()).contains("Not every report says who called");
    Story known = Story.child().given(GRANDMOTHER, call("2026-02-10T10:00", "k-2"));
    assertThat(known.only("P20").because()).contains("from 2 different callers");
  }

  @Test
  void noCallerIsEverNamed() {
    Story story = Story.child().given(GRANDMOTHER, call("2026-02-10T10:00", "k-2"));
    assertThat(story.only("P20").toString()).doesNotContain("k-1").doesNotContain("k-2");
  }

  @Test
  void whateverCameOfThem() {
    Story.child()
        .given(
            GRANDMOTHER,
            told("CSC-REF-01", "2026-01-11T10:00"),
            told("CSC-REF-02", "2026-01-12T10:00"),
            call("2026-02-10T10:00", "k-2").asserted(Assertion.DENIED))
        .then("2026-02-10 P19 raised S2", "2026-02-10 P20 raised S2");
  }

  @Test
  void anOpenCaseDoesNotMuteIt() {
    Story.child()
        .given(told("CSC-CIN-01", "2026-01-05T10:00"), GRANDMOTHER, call("2026-02-10T10:00", "k-2"))
        .then("2026-02-02 P16 raised S2", "2026-02-10 P20 raised S2");
  }

  @Test
  void aPrivateLawCaseIsShownAndSuppressesNothing() {
    Story before =
        Story.child()
            .given(
                told("CAF-PAR-01", "2026-01-05T10:00").id("letter"),
                GRANDMOTHER,
                call("2026-02-10T10:00", "k-2"))
            .then("2026-02-10 P20 raised S2");
    assertThat(before.only("P20").because()).contains("Cafcass wrote");
    assertThat(before.only("P20").evidenceIds()).contains("letter");

    Story later = Story.child().given(GRANDMOTHER, call("2026-02-10T10:00", "k-2"));
    assertThat(later.only("P20").because()).doesNotContain("Cafcass");
    later.given(told("CAF-PAR-01", "2026-03-05T10:00")).then("2026-02-10 P20 raised S2");
    assertThat(later.only("P20").because()).contains("Cafcass wrote");
  }

  @Test
  void aRetractionWithdrawsIt() {
    Story.child()
        .given(
            GRANDMOTHER,
            call("2026-02-10T10:00", "k-2"),
            told("ADM-COR-01", "2026-02-15T10:00")
                .superseding("grandmother")
                .with("retracts", true))
        .then("2026-02-10 P20 raised S2", "2026-02-10 P20 withdrawn");
  }
}
